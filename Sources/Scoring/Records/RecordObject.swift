import ExpressionLanguage

/// Takes the entries of an object one by one, in the order that the format has them, and no others.
struct RecordObject {
  /// Where the object stands, ending in a dot; empty for the record itself.
  let path: String
  private var rest: ArraySlice<(key: String, value: JSONValue)>
  private var last: JSONValue = .null

  init(_ value: JSONValue, _ path: String) throws(RecordFault) {
    guard case .object(let entries) = value else { throw .unlike(path) }
    self.path = path.isEmpty ? "" : path + "."
    rest = entries[...]
  }

  /// The value of the next entry, which must have this key.
  mutating func take(_ key: String) throws(RecordFault) -> JSONValue {
    guard let entry = rest.popFirst(), entry.key == key else { throw .unlike(path + key) }
    last = entry.value
    return last
  }

  /// Nothing may be left.
  func end() throws(RecordFault) {
    if let entry = rest.first { throw .unlike(path + entry.key) }
  }

  mutating func text(_ key: String) throws(RecordFault) -> String {
    guard let text = try take(key).string else { throw .unlike(path + key) }
    return text
  }

  mutating func optional(_ key: String) throws(RecordFault) -> String? {
    let value = try take(key)
    if case .null = value { return nil }
    guard let text = value.string else { throw .unlike(path + key) }
    return text
  }

  mutating func day(_ key: String) throws(RecordFault) -> CivilDate {
    _ = try take(key)
    return try lastDay(key)
  }

  /// The day that the entry taken last holds.
  func lastDay(_ key: String) throws(RecordFault) -> CivilDate {
    guard let day = last.string.flatMap({ CivilDate($0) }) else { throw .unlike(path + key) }
    return day
  }

  mutating func hash(_ key: String) throws(RecordFault) -> String {
    let text = try text(key)
    guard text.utf8.count == 64, text.utf8.allSatisfy(RecordSeal.isHexadecimal) else {
      throw .unlike(path + key)
    }
    return text
  }

  mutating func provenance() throws(RecordFault) -> Provenance? {
    let (source, asOf) = (try optional("source"), try optional("asOf"))
    switch (source, asOf) {
    case (nil, nil): return nil
    case (let source?, let asOf?): return Provenance(source: source, asOf: asOf)
    default: throw .unlike(path + "source")
    }
  }

  mutating func list<Element>(
    _ key: String,
    _ read: (inout RecordObject) throws(RecordFault) -> Element
  ) throws(RecordFault) -> [Element] {
    try RecordObject.list(try take(key), path + key, read)
  }

  /// The elements of a list of objects.
  static func list<Element>(
    _ value: JSONValue,
    _ path: String,
    _ read: (inout RecordObject) throws(RecordFault) -> Element
  ) throws(RecordFault) -> [Element] {
    guard case .list(let values) = value else { throw .unlike(path) }
    var elements: [Element] = []
    for (index, value) in values.enumerated() {
      var object = try RecordObject(value, "\(path)[\(index)]")
      elements.append(try read(&object))
      try object.end()
    }
    return elements
  }
}
