import ExpressionLanguage

/// What the scan before the library learns of a YAML text.
struct YAMLOutline {
  /// The bytes of each scalar and each bracketed list or map, by where it begins.
  var ranges: [YAMLMark: SourceRange] = [:]
  /// Whether anything but remarks stands in the text.
  var hasContent = false
  /// What was found wrong.
  var diagnostics = DiagnosticSet()
}
