package import ExpressionLanguage

/// Brings one file into the canonical layout without changing what it says.
///
/// Not trusted blindly: what was written is read again, and must say the same and be laid out as
/// it stands.
package enum MeasureFormatter {
  /// What became of a file.
  package enum Outcome: Sendable {
    /// The file in the canonical layout, which may be as it was.
    case formatted([UInt8])
    /// The file has errors, and is not touched.
    case unreadable(DiagnosticSet)
    /// A mistake of the program: the layout would have changed what the file says.
    case unfaithful
  }

  /// The text of `source` in the canonical layout.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func format(_ source: SourceText) -> Outcome {
    let (document, diagnostics) = MeasureReader.read(source)
    guard let document, !diagnostics.hasErrors else { return .unreadable(diagnostics) }
    let text = SourceText(name: source.name, text: LayoutWriter.text(of: document))
    let (again, found) = MeasureReader.read(text)
    guard let again, !found.hasErrors, DocumentMeaning(again) == DocumentMeaning(document),
      LayoutWriter.text(of: again).utf8.elementsEqual(text.bytes)
    else { return .unfaithful }
    return .formatted(text.bytes)
  }
}
