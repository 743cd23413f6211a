import ExpressionLanguage

/// One of the doors by which text comes in, with what must hold whatever the text is.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// One expression: lexer, parser, checker and evaluator.
  case expression
  /// A measure: block reader, compiler and formatter.
  case measure
  /// A dictionary: block reader, dictionary compiler and formatter.
  case dictionary
  /// A person's file in YAML.
  case yaml
  /// A person's file in JSON.
  case json

  /// What of that does not hold for `bytes`; `nil` where all does.
  ///
  /// A text that crashes is told by the crash.
  package func fault(in bytes: [UInt8]) -> String? {
    do throws(Fault) {
      switch self {
      case .expression: try ExpressionCheck.check(bytes)
      case .measure: try FolderCheck.check(measure: bytes)
      case .dictionary: try FolderCheck.check(dictionary: bytes)
      case .yaml: try FactsCheck.check(SourceText(name: "person.yaml", bytes: bytes))
      case .json: try FactsCheck.check(SourceText(name: "person.json", bytes: bytes))
      }
      return nil
    } catch {
      return error.text
    }
  }
}

/// Something that does not hold for a text.
struct Fault: Error {
  /// What it is.
  let text: String

  /// Throws unless `holds`.
  static func unless(_ holds: Bool, _ text: @autoclosure () -> String) throws(Fault) {
    if !holds { throw Fault(text: text()) }
  }

  /// Throws unless every finding lies inside its text and can be told in both languages.
  static func unless(
    sound diagnostics: DiagnosticSet,
    in source: SourceText
  ) throws(Fault) {
    var shown = 0
    for finding in diagnostics.sorted {
      let range = finding.range
      let isInside =
        0 <= range.start && range.start <= range.end
        && range.end <= source.bytes.count
      try unless(isInside, "\(finding.id) at \(range) of \(source.bytes.count) bytes")
      let isTold = !finding.headline.english.isEmpty && !finding.headline.chinese.isEmpty
      try unless(isTold, "\(finding.id) says nothing")
      shown += 1
      if shown > 20 { continue }
      for language in Language.allCases {
        let text = DiagnosticFormatter(language: language).format(finding, in: source)
        try unless(text.hasSuffix("\n"), "\(finding.id) cannot be shown")
      }
    }
  }
}
