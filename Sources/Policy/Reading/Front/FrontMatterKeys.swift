/// The keys that front matter may have, for each kind of file.
struct FrontMatterKey {
  /// The key.
  var name: String
  /// Whether a file must have it.
  var isRequired = false
  /// Whether indented lines follow in place of a value.
  var hasChildren = false

  /// The keys of `kind`, the first key aside.
  static func all(of kind: DocumentKind) -> [FrontMatterKey] {
    switch kind {
    case .policy: policy
    case .amendment: amendment
    case .repeal: repeal
    case .dictionary: dictionary
    case .scenarios: scenarios
    case .calendar: calendar
    }
  }

  private static let policy = [
    FrontMatterKey(name: "title", isRequired: true),
    FrontMatterKey(name: "authority", isRequired: true),
    FrontMatterKey(name: "effective", isRequired: true),
    FrontMatterKey(name: "standing", isRequired: true),
    FrontMatterKey(name: "numbering", isRequired: true),
    FrontMatterKey(name: "time zone", isRequired: true),
    FrontMatterKey(name: "facts"),
    FrontMatterKey(name: "calendar"),
    FrontMatterKey(name: "uses", hasChildren: true),
    FrontMatterKey(name: "sources", hasChildren: true),
    FrontMatterKey(name: "repeals"),
    FrontMatterKey(name: "transition"),
  ]

  private static let repeal = [
    FrontMatterKey(name: "title", isRequired: true),
    FrontMatterKey(name: "authority", isRequired: true),
    FrontMatterKey(name: "effective", isRequired: true),
    FrontMatterKey(name: "standing", isRequired: true),
    FrontMatterKey(name: "sources", hasChildren: true),
    FrontMatterKey(name: "transition"),
  ]

  private static let amendment =
    repeal + [FrontMatterKey(name: "uses", hasChildren: true), FrontMatterKey(name: "repeals")]

  private static let dictionary = [FrontMatterKey(name: "title", isRequired: true)]

  private static let calendar = [
    FrontMatterKey(name: "title", isRequired: true),
    FrontMatterKey(name: "authority", isRequired: true),
    FrontMatterKey(name: "standing", isRequired: true),
    FrontMatterKey(name: "sources", hasChildren: true),
  ]

  private static let scenarios = [
    FrontMatterKey(name: "on", isRequired: true), FrontMatterKey(name: "title"),
  ]
}
