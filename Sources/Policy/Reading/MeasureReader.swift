package import ExpressionLanguage

/// Reads the bytes of one file into a `Document`.
///
/// The reader is our own and strict: Markdown forgives much in silence, and what it forgives can
/// change a rule. What is accepted here means the same to every Markdown program; all else is
/// reported, every mistake of the file at once.
///
/// Before it stand the raw bytes, after it the meaning of tables, tests and expressions.
package enum MeasureReader {
  /// The document in `source`, as far as it could be read, and everything that is wrong with it.
  ///
  /// There is a document wherever the file is text and says what kind it is; after an error its
  /// parts are a best guess, so that later stages may report more.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func read(
    _ source: SourceText
  ) -> (document: Document?, diagnostics: DiagnosticSet) {
    let check = FileCheck(source)
    var diagnostics = check.diagnostics
    guard check.isReadable else { return (nil, diagnostics) }
    let lines = (1...source.lineStarts.count).map { number in
      check.unreadable.contains(number)
        ? SourceLine(blank: number, in: source) : SourceLine(number, in: source)
    }
    var head = FrontMatterReader(source, lines: lines)
    let front = head.read()
    diagnostics.formUnion(head.diagnostics)
    guard head.isPresent else { return (nil, diagnostics) }
    // What an amendment put in keeps its marks, which say where it goes.
    let isConsolidated = source.origins != nil
    let page = Page(lines, of: source, kind: isConsolidated ? .amendment : front?.kind ?? .policy)
    let body = BodyReader(page, start: head.next)
    diagnostics.formUnion(body.diagnostics)
    guard let front else { return (nil, diagnostics) }
    return (Document(source: source, front: front, sections: body.sections), diagnostics)
  }
}
