import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// What our reader accepts, cmark-gfm reads alike: a measure looks on a web page as it decides.
///
/// One suite, in order: the library's first use is not safe across threads.
@Suite(.serialized) struct MarkdownOracleTests {
  static func measures(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }.sorted()
      .map { folder.appending(path: $0) }
  }

  /// The text with its front matter blanked line by line, so that positions stay.
  static func blanked(_ document: Document) -> String {
    let bytes = document.source.bytes
    let end = document.front.range.end
    let head = bytes[..<end].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    return String(decoding: head + Array(bytes[end...]), as: UTF8.self)
  }

  private func compare(_ file: URL) throws {
    let source = SourceText(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    let (document, diagnostics) = MeasureReader.read(source)
    let read = try #require(document)
    try #require(!diagnostics.hasErrors)
    let (own, oracle) = (OwnOutline.of(read), OracleReader.outline(Self.blanked(read)))
    for (index, pair) in zip(own, oracle).enumerated() where pair.0 != pair.1 {
      Issue.record("\(file.path) differs at piece \(index): ours \(pair.0), cmark \(pair.1)")
      return
    }
    #expect(own.count == oracle.count, "\(file.path)")
  }

  @Test func `cmark reads every shipped measure as we do`() throws {
    let files = Self.measures(in: PackageRoot.file("Policies"))
    try #require(files.count > 5)
    for file in files { try compare(file) }
  }

  @Test func `cmark reads the drafts of the three systems as we do`() throws {
    for file in Self.measures(in: PackageRoot.file("../shared/design/drafts")) {
      try compare(file)
    }
  }

  @Test func `the oracle itself notices a difference`() throws {
    let text = "# A · 甲\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    let changed = "# A · 甲\n\n| a | b |\n|---|---|\n| 1 | 2 |\nprose becomes a row\n"
    #expect(OracleReader.outline(text) != OracleReader.outline(changed))
  }
}
