import ExpressionLanguage
import FactFiles
import Testing

/// What stops a file before anybody reads it.
struct BytesRefusalTests {
  static let gbk: [UInt8] = Array("a: 1\n".utf8) + [0xB1, 0xB1, 0xBE, 0xA9]

  static let refusals: [Refusal] = [
    Refusal(gbk, "not-utf8", 2, 1, "the file is not UTF-8", "文件不是 UTF-8 编码"),
    Refusal([0x61, 0xC0, 0x80], "not-utf8", 1, 2, "the file is not UTF-8", "文件不是 UTF-8"),
    Refusal([0x61, 0xED, 0xA0, 0x80], "not-utf8", 1, 2, "the file is not UTF-8", "文件不是 UTF-8"),
    Refusal([0x61, 0xF4, 0x90, 0x80, 0x80], "not-utf8", 1, 2, "the file is not", "文件不是 UTF-8"),
    Refusal([0x61, 0xE0, 0x80, 0x80], "not-utf8", 1, 2, "the file is not UTF-8", "文件不是 UTF-8"),
    Refusal([0x61, 0xE5, 0x8C], "not-utf8", 1, 2, "the file is not UTF-8", "文件不是 UTF-8"),
    Refusal(
      [0xFF, 0xFE, 0x61, 0x00],
      "utf16",
      1,
      1,
      "the file is written in UTF-16",
      "文件是 UTF-16"
    ),
    Refusal(
      [0xFE, 0xFF, 0x00, 0x61],
      "utf16",
      1,
      1,
      "the file is written in UTF-16",
      "文件是 UTF-16"
    ),
    Refusal(
      [0x61, 0x00, 0x3A, 0x00],
      "utf16",
      1,
      1,
      "the file is written in UTF-16",
      "文件是 UTF-16"
    ),
    Refusal(
      [0x00, 0x7B, 0x00, 0x7D],
      "utf16",
      1,
      1,
      "the file is written in UTF-16",
      "文件是 UTF-16"
    ),
    Refusal([], "empty-file", 1, 1, "an empty file", "空文件"),
    Refusal([0xEF, 0xBB, 0xBF], "empty-file", 1, 2, "an empty file", "空文件"),
    Refusal(" \r\n\t\n", "empty-file", 3, 1, "an empty file", "空文件"),
    Refusal("a: x\u{0}y", "control-character", 1, 5, "a control character, U+0000", "控制字符 U+0000"),
    Refusal("户: \u{7}", "control-character", 1, 4, "a control character, U+0007", "控制字符 U+0007"),
    Refusal("a: \u{9F}", "control-character", 1, 4, "a control character, U+009F", "控制字符 U+009F"),
    Refusal("a: \u{FFFF}", "control-character", 1, 4, "a control character, U+FFFF", "控制字符"),
    Refusal("a: 1\rb: 2", "line-ending", 1, 5, "an unusual line ending, U+000D", "不常用的换行符"),
    Refusal("a: 1\u{85}b: 2", "line-ending", 1, 5, "an unusual line ending, U+0085", "不常用的换行符"),
    Refusal("a: 1\u{2028}b", "line-ending", 1, 5, "an unusual line ending, U+2028", "不常用的换行符"),
    Refusal("a: x\n\u{FEFF}b: y", "invisible-character", 2, 1, "an invisible", "看不见的字符 U+FEFF"),
    Refusal("a: \u{202E}x", "invisible-character", 1, 4, "an invisible", "看不见的字符 U+202E"),
    Refusal(
      "a: " + String(repeating: "x", count: 1 << 20),
      "file-too-large",
      1,
      1,
      "the file is too",
      "文件太大"
    ),
  ]

  @Test(arguments: refusals)
  func `bytes that are no text are refused at their place`(_ refusal: Refusal) {
    refusal.check()
    var asJSON = refusal
    asJSON.name = "person.json"
    asJSON.check()
  }

  @Test func `a broken byte is named with its offset and line`() throws {
    let source = SourceText(name: "a.yaml", bytes: BytesRefusalTests.gbk)
    let finding = try #require(FactFileReader.read(source).diagnostics.sorted.first)
    #expect(finding.reason?.english.hasPrefix("Byte B1 at offset 5, line 2, is no part") == true)
    #expect(finding.reason?.chinese.hasPrefix("偏移 5（第 2 行）处的字节 B1") == true)
  }
}
