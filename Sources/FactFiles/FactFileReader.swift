package import ExpressionLanguage
import Scoring

/// Reads a person's file: bytes in, facts as written or findings out, and never a crash.
///
/// Bounds and encoding are checked before anything is read; no scalar is given a type.
package enum FactFileReader {
  /// What `source` holds.
  ///
  /// - Complexity: O(*n*) in the number of bytes; a file beyond the bounds costs O(1).
  package static func read(_ source: SourceText) -> FactFile {
    let format = FactFileFormat(of: source)
    var diagnostics = FileBytes.check(source)
    guard !diagnostics.hasErrors else {
      return FactFile(format: format, tree: nil, diagnostics: diagnostics)
    }
    let tree: FactTree?
    switch format {
    case .yaml: tree = YAMLReader.read(source, into: &diagnostics)
    case .json: tree = JSONReader.read(source, into: &diagnostics)
    }
    if let tree, case .map = tree {
      return FactFile(format: format, tree: tree, diagnostics: diagnostics)
    }
    if let tree { diagnostics.insert(.topLevelNotMap(tree, format: format)) }
    return FactFile(format: format, tree: nil, diagnostics: diagnostics)
  }
}
