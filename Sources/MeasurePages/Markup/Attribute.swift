/// One attribute of an element; only these can be written, and every value is escaped.
struct Attribute: Hashable, Sendable {
  /// The name.
  let name: String
  /// The value, not escaped yet.
  let value: String

  private init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func style(_ name: String) -> Attribute { Attribute("class", name) }
  static func lang(_ tongue: Tongue) -> Attribute { Attribute("lang", tongue.rawValue) }
  static func href(_ link: Link) -> Attribute { Attribute("href", link.text) }
  static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
  static func span(columns: Int) -> Attribute { Attribute("colspan", String(columns)) }
  static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
  static func role(_ role: Role) -> Attribute { Attribute("role", role.rawValue) }
  static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func content(_ text: String) -> Attribute { Attribute("content", text) }
  static func equivalent(_ header: String) -> Attribute { Attribute("http-equiv", header) }
  static let utf8 = Attribute("charset", "utf-8")
  static let focusable = Attribute("tabindex", "0")
  static let noReferrer = Attribute("rel", "noreferrer")

  /// What a header cell heads.
  enum Scope: String, Sendable {
    case column = "col"
    case row
  }

  /// What an element is to assistive software, where the element does not say it.
  enum Role: String, Sendable {
    case group
    case list
  }
}
