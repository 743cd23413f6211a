extension JSONValue {
  /// What a file holds, as values; a number with decimals is none of a record's.
  init(_ tree: FactTree) throws(RecordFault) {
    switch tree {
    case .scalar(let text, true, _): self = .text(text)
    case .scalar("null", _, _): self = .null
    case .scalar("true", _, _): self = .truth(true)
    case .scalar("false", _, _): self = .truth(false)
    case .scalar(let text, _, _):
      guard let number = Int64(text), String(number) == text else { throw .unlike(text) }
      self = .number(number)
    case .list(let items, _):
      var values: [JSONValue] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(try JSONValue(item)) }
      self = .list(values)
    case .map(let entries, _):
      var values: [(key: String, value: JSONValue)] = []
      values.reserveCapacity(entries.count)
      for entry in entries { values.append((entry.key, try JSONValue(entry.value))) }
      self = .object(values)
    }
  }

  /// The text, if it is one.
  var string: String? { if case .text(let text) = self { text } else { nil } }

  /// The number, if it is one.
  var number: Int64? { if case .number(let number) = self { number } else { nil } }

  /// The value of a key, if it is an object that has it.
  subscript(key key: String) -> JSONValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
