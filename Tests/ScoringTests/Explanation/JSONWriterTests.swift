import Foundation
import Testing

@testable import Scoring

struct JSONWriterTests {
  @Test func `objects and lists take a line for each entry, empty ones none`() {
    let value = JSONValue.object([
      ("b", .list([.number(1), .truth(false), .null])),
      ("a", .object([])),
      ("c", .list([])),
    ])
    #expect(
      JSONWriter.text(value) == """
        {
          "b": [
            1,
            false,
            null
          ],
          "a": {},
          "c": []
        }

        """
    )
  }

  @Test func `what a text must not hold is escaped`() {
    #expect(
      JSONWriter.text(.text("\"\\\n\r\t\0\u{1F}\u{7F}\u{85}\u{2028}\u{2029}/é京👨‍👩‍👧"))
        == "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029/é京👨‍👩‍👧\"\n"
    )
  }

  @Test func `every character up to U+3000 comes back as it went in`() throws {
    let scalars = (0...0x3000).compactMap { Unicode.Scalar(UInt32($0)) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let json = JSONWriter.text(.list([.text(String(text)), .text("\r\n"), .text("e\u{301}")]))
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String])
    #expect(
      list.map { Array($0.unicodeScalars) }
        == [scalars, Array("\r\n".unicodeScalars), Array("e\u{301}".unicodeScalars)]
    )
  }

  @Test func `the ends of whole numbers are written in full`() {
    #expect(JSONWriter.text(.number(.min)) == "-9223372036854775808\n")
    #expect(JSONWriter.text(JSONValue(nil)) == "null\n")
  }
}
