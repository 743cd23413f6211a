import Mustache

/// A value as a template sees it, with its properties by name.
///
/// The library would look at a value by reflection anew for each tag, which takes longer than all
/// the rest of writing a page; here each value is looked at once, when a tag first asks for it.
/// Made for one page, and not shared between threads.
final class PageValue: MustacheParent, CustomStringConvertible {
  private let value: Any
  private lazy var properties = PageValue.properties(of: value)
  private var seen: [String: Any] = [:]

  private init(_ value: Any) { self.value = value }

  /// A value with what is in it; `nil` for nothing.
  ///
  /// Text, numbers and yes or no stay what they are, and so does what the library knows how to show.
  static func shown(_ value: Any) -> Any? {
    if value is String || value is Bool || value is Int || value is PageValue { return value }
    if value is any MustacheParent { return value }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { shown($0.value) }
    case .collection:
      return value is [String] ? value : mirror.children.map { shown($0.value) ?? "" }
    case .struct: return PageValue(value)
    default: return value
    }
  }

  /// The property of a name; `nil` where there is none, or nothing in it.
  func child(named name: String) -> Any? {
    if let value = seen[name] { return value }
    guard let property = properties[name], let value = PageValue.shown(property) else { return nil }
    seen[name] = value
    return value
  }

  var description: String { String(describing: value) }

  private static func properties(of value: Any) -> [String: Any] {
    var properties: [String: Any] = [:]
    for case (let name?, let property) in Mirror(reflecting: value).children {
      properties[name] = property
    }
    return properties
  }
}
