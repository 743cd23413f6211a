package import ExpressionLanguage

/// Reads the bytes of one file into a `Document`.
package enum MeasureReader {
  /// The document in `source`, as far as it could be read, and everything that is wrong with it.
  package static func read(
    _ source: SourceText
  ) -> (document: Document?, diagnostics: DiagnosticSet) {
    (nil, DiagnosticSet())
  }
}
