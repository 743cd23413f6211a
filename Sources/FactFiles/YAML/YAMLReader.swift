import ExpressionLanguage
import Scoring
import Yams

/// Reads YAML: our scan bounds and refuses, the library parses, and the tree is built as text.
enum YAMLReader {
  /// The facts in `source`, whose bytes have passed `FileBytes.check`.
  static func read(_ source: SourceText, into diagnostics: inout DiagnosticSet) -> FactTree? {
    let start = FileBytes.contentStart(of: source)
    var scanner = YAMLScanner(source.bytes, at: start)
    let outline = scanner.scan()
    diagnostics.formUnion(outline.diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    guard outline.hasContent else {
      diagnostics.insert(.emptyFile(at: source.bytes.count))
      return nil
    }
    let text = String(decoding: source.bytes[start...], as: UTF8.self)
    do {
      // `.basic` has no rules: it resolves every scalar to text.
      let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return nil }
      var builder = YAMLTreeBuilder(source: source, outline: outline)
      let tree = builder.tree(node)
      diagnostics.formUnion(builder.diagnostics)
      return tree
    } catch let error as YamlError {
      diagnostics.insert(.yamlError(error, in: source))
    } catch {
      diagnostics.insert(.yamlSyntax("\(error)", at: SourceRange(start, start)))
    }
    return nil
  }
}
