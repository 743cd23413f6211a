import ExpressionLanguage
import Policy
import Testing

struct FileTests {
  private func ids(_ bytes: [UInt8]) -> [String] {
    MeasureReader.read(SourceText(name: "t", bytes: bytes)).diagnostics.sorted.map(\.id)
  }

  private var front: [UInt8] { Array(Reading.front(.dictionary).utf8) }

  @Test func `line feeds may have carriage returns, and a byte order mark is skipped`() {
    let text = Reading.front(.dictionary) + "# A · 甲\n\n| a |\n|---|\n| 1 |\n"
    let windows = text.replacing("\n", with: "\r\n")
    #expect(ids([0xEF, 0xBB, 0xBF] + Array(windows.utf8)).isEmpty)
    let source = SourceText(name: "t", text: windows)
    let table = MeasureReader.read(source).document?.sections.first?.block
    #expect(table.map { source.text($0.range) } == "| a |\r\n|---|\r\n| 1 |")
  }

  @Test func `what is not UTF-8 is refused with its line`() throws {
    let gbk: [UInt8] = [0x23, 0x20, 0xD7, 0xDC, 0xD4, 0xF2, 0x0A]
    let source = SourceText(name: "t", bytes: front + gbk)
    let (document, diagnostics) = MeasureReader.read(source)
    #expect(document == nil)
    let finding = try #require(diagnostics.sorted.first)
    #expect(finding.id == "not-utf8")
    #expect(finding.range.start == front.count + 2)
    #expect(finding.reason?.english.contains("line 6") == true)
    for broken: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4]] {
      #expect(ids(front + broken) == ["not-utf8"])
    }
  }

  @Test func `characters that cannot be seen are refused`() {
    Reading("# A1️⃣\0B\n").expect("control-character")
    Reading("# A1️⃣\u{85}B\n").expect("control-character")
    Reading("# A1️⃣\rB\n").expect("control-character")
    Reading("# A1️⃣\u{200B}B\n").expect("invisible-character")
    Reading("# A1️⃣\u{202E}B\n").expect("invisible-character")
    Reading("# A1️⃣\u{A0}B\n").expect("invisible-character")
    Reading("# A1️⃣\u{FFFD}B\n").expect("lost-character")
    Reading("# A1️⃣\tB\n").expect("tab")
  }
}
