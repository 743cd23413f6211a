import ExpressionLanguage

/// Where the pages of measures are.
enum MeasureAddress {
  /// The page of a version, without the language.
  static func path(_ id: String, _ from: CivilDate) -> String { "/measures/\(id)/\(from)" }
}
