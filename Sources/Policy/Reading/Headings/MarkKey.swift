/// The keys that a mark may have, and where.
struct MarkKey {
  /// Where marks stand.
  enum Place: Equatable {
    /// At the end of a heading in a file of this kind.
    case heading(DocumentKind)
    /// After the test of an item.
    case item
  }

  /// Whether a value follows the key.
  enum Value {
    case none
    case needed
  }

  /// The key.
  var name: String
  /// Whether a value follows.
  var value: Value
  /// Whether it may stand several times in one place.
  var repeats = false
  /// What its value looks like, for advice.
  var example: String

  /// The keys of `place`.
  static func all(of place: Place) -> [MarkKey] {
    switch place {
    case .heading(.policy), .heading(.repeal): policy
    case .heading(.amendment): amendment
    case .heading(.dictionary): dictionary
    case .heading(.scenarios): scenarios
    case .heading(.calendar): calendar
    case .item: item
    }
  }

  /// Every key there is, of any place.
  static let everywhere = amendment + dictionary

  private static let standing = MarkKey(
    name: "standing",
    value: .needed,
    example: "standing: sample, the values are not public"
  )
  private static let source = MarkKey(
    name: "source",
    value: .needed,
    repeats: true,
    example: "source: X, Art. 3"
  )
  private static let informative = MarkKey(
    name: "informative",
    value: .none,
    example: "informative"
  )
  private static let discretion = MarkKey(name: "discretion", value: .none, example: "discretion")

  private static let policy = [
    standing, source,
    MarkKey(name: "given", value: .needed, repeats: true, example: "given: CLB level"),
    MarkKey(name: "each of", value: .needed, example: "each of: awards"),
    MarkKey(name: "exception to", value: .needed, example: "exception to: conditions of residence"),
    MarkKey(name: "before", value: .needed, repeats: true, example: "before: other exception"),
    informative, discretion,
    MarkKey(name: "not encoded", value: .needed, example: "not encoded: left to casework"),
    MarkKey(name: "repealed", value: .none, example: "repealed"),
  ]

  private static let amendment =
    policy + [
      MarkKey(name: "after", value: .needed, example: "after: Article 5"),
      MarkKey(name: "in part", value: .none, example: "in part"),
    ]

  private static let dictionary = [
    MarkKey(name: "spells", value: .needed, example: "spells: months"),
    MarkKey(name: "records", value: .none, example: "records"),
    MarkKey(name: "up to", value: .needed, example: "up to: 60"),
    MarkKey(name: "check", value: .none, example: "check"),
    standing, source, informative,
  ]

  private static let scenarios = [source, informative]

  private static let calendar = [standing, source, informative]

  private static let item = [standing, source, discretion]
}
