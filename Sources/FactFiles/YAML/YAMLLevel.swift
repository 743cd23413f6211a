import ExpressionLanguage

/// A list or map that is open while a YAML text is scanned.
struct YAMLLevel {
  /// Whether it is a map; else it is a list.
  var isMap: Bool
  /// Where its bracket or its first entry stands.
  var start: YAMLMark
  var offset: Int
  /// The keys of a map so far, equal by canonical equivalence, which joins spellings that look alike.
  var keys: [String: SourceRange] = [:]
}
