package import ExpressionLanguage
package import Scoring

/// Reads the JSON of a decision's record as strictly as a person's file, and larger.
package enum RecordFileReader {
  /// The most bytes that a record may have.
  package static let mostBytes = 16 << 20

  /// What `source` holds; `null` is plain text here, told from the text "null" by its quotes.
  ///
  /// - Complexity: O(*n*) in the number of bytes; a file beyond the bounds costs O(1).
  package static func read(
    _ source: SourceText
  ) -> (tree: FactTree?, diagnostics: DiagnosticSet) {
    var diagnostics = FileBytes.check(source, most: mostBytes)
    if diagnostics.hasErrors { return (nil, diagnostics) }
    let tree = JSONReader.read(source, limits: .record, into: &diagnostics)
    return (diagnostics.hasErrors ? nil : tree, diagnostics)
  }
}
