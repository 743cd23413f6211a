import ExpressionLanguage

extension DecisionRecord {
  /// The record that a file in format 1 holds, without its seal.
  ///
  /// - Throws: The first key or value that is not as the format has it.
  package init(format1 tree: FactTree) throws(RecordFault) {
    var top = try RecordObject(JSONValue(tree), "")
    guard try top.take("record").number == 1 else { throw .unlike("record") }
    engine = try top.text("engine")
    jurisdiction = try top.text("jurisdiction")
    on = try top.day("on")
    begun = try top.optional("begun") == nil ? nil : try top.lastDay("begun")
    displayName = try top.optional("name")
    policies = try top.list("policies") { (object) throws(RecordFault) in
      RecordedPolicy(
        id: try object.text("id"),
        version: try object.day("version"),
        texts: try object.list("texts") { (object) throws(RecordFault) in
          RecordedText(path: try object.text("path"), hash: try object.hash("sha256"))
        }
      )
    }
    dictionaries = try top.list("dictionaries") { (object) throws(RecordFault) in
      RecordedText(
        id: try object.text("id"),
        path: try object.text("path"),
        hash: try object.hash("sha256")
      )
    }
    facts = try top.list("facts", DecisionRecord.fact)
    records = try top.list("records") { (object) throws(RecordFault) in
      let id = try object.text("id")
      let state = try object.text("state")
      guard ["known", "unknown"].contains(state) else { throw .unlike(object.path + "state") }
      let provenance = try object.provenance()
      let path = object.path + "items"
      guard case .list(let rows) = try object.take("items") else { throw .unlike(path) }
      var items: [[RecordedFact]] = []
      for (index, row) in rows.enumerated() {
        items.append(
          try RecordObject.list(row, "\(path)[\(index)]", DecisionRecord.fact)
        )
      }
      if state == "unknown", !items.isEmpty { throw .unlike(path) }
      return RecordedRecords(
        id: id,
        isKnown: state == "known",
        provenance: provenance,
        items: items
      )
    }
    outcome = try top.take("outcome")
    _ = try top.hash("sha256")
    try top.end()
  }

  /// The version of the format that a file says it has, and the engine that wrote it.
  package static func format(of tree: FactTree) -> (format: Int64, engine: String)? {
    guard case .object(let entries) = (try? JSONValue(tree)) ?? .null,
      let format = entries.first(where: { $0.key == "record" })?.value.number
    else { return nil }
    let engine = entries.first { $0.key == "engine" }?.value.string
    return (format, engine ?? "")
  }

  private static func fact(_ object: inout RecordObject) throws(RecordFault) -> RecordedFact {
    let id = try object.text("id")
    let word = try object.text("state")
    guard let state = RecordedFact.State(rawValue: word) else {
      throw .unlike(object.path + "state")
    }
    return RecordedFact(
      id: id,
      state: state,
      value: try object.optional("value"),
      provenance: try object.provenance()
    )
  }
}
