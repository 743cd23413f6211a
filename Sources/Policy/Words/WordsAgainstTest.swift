package import ExpressionLanguage

/// Holds the words of an item, in both languages, against each other and against its test.
package enum WordsAgainstTest {
  /// Where the languages, or the words and the test, name different quantities.
  package static func findings(
    english: [SourceRange],
    chinese: [SourceRange],
    test: SourceRange?,
    of source: SourceText,
    units: [String: Unit]
  ) -> [Diagnostic] { [] }
}
