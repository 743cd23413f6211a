package import ExpressionLanguage
package import Scoring

/// What one person's file holds, with everything that was found wrong in it.
package struct FactFile: Sendable {
  /// The notation in which the file was read.
  package let format: FactFileFormat
  /// The facts as written; `nil` where the findings hold an error.
  package let tree: FactTree?
  /// What was found wrong.
  package let diagnostics: DiagnosticSet

  /// Creates the outcome of reading; a file with an error never keeps a tree.
  init(format: FactFileFormat, tree: FactTree?, diagnostics: DiagnosticSet) {
    self.format = format
    self.tree = diagnostics.hasErrors ? nil : tree
    self.diagnostics = diagnostics
  }
}
