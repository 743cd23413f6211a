/// A value of JSON; an object keeps the order of its keys.
indirect enum JSONValue: Sendable {
  case null
  case truth(Bool)
  case number(Int64)
  case text(String)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A text, or `null` where there is none.
  init(_ text: String?) {
    self = text.map(JSONValue.text) ?? .null
  }

  /// A list of what each element becomes.
  static func list<Element>(_ elements: [Element], _ value: (Element) -> JSONValue) -> JSONValue {
    .list(elements.map(value))
  }
}
