package import ExpressionLanguage
package import Policy
package import Scoring

/// Writes a person's facts as YAML, in the order and by the names of the dictionary.
///
/// What is unknown is left out, so that the file says no more than is known; reading it gives the
/// same facts.
package struct FactFileWriter {
  /// The dictionary.
  private let model: FactModel
  /// The language of names and values.
  private let language: Language

  /// Creates a writer.
  package init(model: FactModel, language: Language) {
    self.model = model
    self.language = language
  }

  /// The file of a person.
  ///
  /// - Parameters:
  ///   - facts: What is known.
  ///   - heading: What the file says of itself, in remarks at its top; a line each.
  ///   - unfinished: Records of a kind of which it is not known whether they are all; they are
  ///     kept as remarks, which count for nothing.
  ///   - others: Entries of another dictionary, which are handed on as they were.
  /// - Returns: The text, which reads back as the same facts.
  /// - Complexity: O(*n*) in the facts and records.
  package func yaml(
    _ facts: Facts,
    heading: [String] = [],
    unfinished: [Int: [[Value]]] = [:],
    others: [FactTreeEntry] = []
  ) -> String {
    var lines: [String] = []
    if let name = facts.displayName {
      lines.append("\(language == .chinese ? "姓名" : "name"): \(YAMLText.quoted(name))")
    }
    for (index, fact) in model.facts.enumerated() {
      let key = MissingFact.fact(index)
      guard facts.values[index].isKnown || facts.provenance[key] != nil else { continue }
      let value = scalar(facts.values[index], fact)
      let text = "\(name(fact.name)): \(provenance(facts.provenance[key], value))"
      lines.append(text + remark(fact.verifiedBy[language]))
    }
    for index in model.records.indices { lines += records(index, facts, unfinished[index]) }
    for entry in others { lines.append("\(YAMLText.written(entry.key)): \(tree(entry.value))") }
    let remarks = heading.map { $0.isEmpty ? "#" : "# \($0)" }
    if lines.isEmpty { lines = ["{}"] }
    return (remarks + lines).joined(separator: "\n") + "\n"
  }

  /// Who verifies what stands before, as a remark.
  private func remark(_ verifier: String) -> String { verifier.isEmpty ? "" : "  # \(verifier)" }

  private func name(_ name: Bilingual) -> String { YAMLText.written(name[language]) }

  /// The records of one kind, a line each.
  private func records(_ index: Int, _ facts: Facts, _ unfinished: [[Value]]?) -> [String] {
    let kind = model.records[index]
    let provenance = facts.provenance[.records(index)]
    // Headings begin with a capital; in a file names look alike.
    let label =
      language == .chinese
      ? name(kind.name)
      : YAMLText.written(kind.name.english.prefix(1).lowercased() + kind.name.english.dropFirst())
    let remark = remark(verifiers(kind))
    switch facts.records[index] {
    case .unknown:
      if let provenance { return ["\(label): \(self.provenance(provenance, "\"?\""))\(remark)"] }
      guard let unfinished, !unfinished.isEmpty else { return [] }
      let first = language == .chinese ? "尚未填完，不作数：" : "not finished, so not counted: "
      return ["# \(first)\(label)"] + unfinished.map { "#  - \(row($0, kind, index, nil))" }
    case .known(let rows):
      let items = rows.enumerated().map { row($1, kind, index, (facts, $0)) }
      if let provenance {
        let list = items.isEmpty ? none : "[\(items.joined(separator: ", "))]"
        return ["\(label): \(self.provenance(provenance, list))\(remark)"]
      }
      if items.isEmpty { return ["\(label): \(none)\(remark)"] }
      return ["\(label):\(remark)"] + items.map { "  - \($0)" }
    }
  }

  private func verifiers(_ kind: RecordKind) -> String {
    var names: [String] = []
    for attribute in kind.attributes {
      let name = attribute.verifiedBy[language]
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: language == .chinese ? "、" : ", ")
  }

  /// One record; what is not known of it is left out.
  private func row(
    _ row: [Value],
    _ kind: RecordKind,
    _ index: Int,
    _ owner: (facts: Facts, item: Int)?
  ) -> String {
    var entries: [String] = []
    for (attribute, fact) in kind.attributes.enumerated() {
      let provenance = owner.flatMap { owner in
        owner.facts.provenance[
          .attribute(records: index, item: owner.item, attribute: attribute)
        ]
      }
      guard row[attribute].isKnown || provenance != nil else { continue }
      var text = scalar(row[attribute], fact)
      if kind.grain == .months, attribute < 2, case .date(let day) = row[attribute] {
        text = day.month.description
      }
      entries.append("\(name(fact.name)): \(self.provenance(provenance, text))")
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private var none: String { language == .chinese ? "无" : "none" }

  private func scalar(_ value: Value, _ fact: Fact) -> String {
    switch value {
    case .absent: return none
    case .unknown: return "\"?\""
    case .truth: return fact.type.text(value, language)
    case .choice(let index): return choice(index, fact)
    case .text(let text): return YAMLText.quoted(text)
    case .instant: return YAMLText.quoted(fact.type.canonical(value))
    case .number, .date, .list: return fact.type.canonical(value)
    }
  }

  /// A value of a list by its label, in the language of the file where that is unmistakable.
  private func choice(_ index: Int, _ fact: Fact) -> String {
    guard let choice = fact.type.choice else { return "\"?\"" }
    let text = fact.type.text(.choice(index), language)
    let read = choice.index(of: text) ?? choice.values.firstIndex { $0.chinese == text }
    return YAMLText.written(read == index ? text : choice.values[index].label)
  }

  private func provenance(_ provenance: Provenance?, _ value: String) -> String {
    guard let provenance else { return value }
    let isChinese = language == .chinese
    var entries = ["\(isChinese ? "值" : "value"): \(value)"]
    if !provenance.source.isEmpty {
      entries.append("\(isChinese ? "来源" : "source"): \(YAMLText.quoted(provenance.source))")
    }
    if !provenance.asOf.isEmpty {
      entries.append("\(isChinese ? "截至" : "as of"): \(YAMLText.quoted(provenance.asOf))")
    }
    return "{\(entries.joined(separator: ", "))}"
  }

  /// Something that another dictionary types, as it was written.
  private func tree(_ tree: FactTree) -> String {
    switch tree {
    case .scalar(let text, let quoted, _):
      let isBare = !quoted && (text == "none" || text == "无")
      return isBare ? text : quoted ? YAMLText.quoted(text) : YAMLText.written(text)
    case .list(let items, _): return "[\(items.map(self.tree).joined(separator: ", "))]"
    case .map(let entries, _):
      let written = entries.map { "\(YAMLText.written($0.key)): \(self.tree($0.value))" }
      return "{\(written.joined(separator: ", "))}"
    }
  }
}
