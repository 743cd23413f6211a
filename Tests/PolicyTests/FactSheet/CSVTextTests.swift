import Policy
import TestSupport
import Testing

/// Comma-separated values that a strict reader gives back as they were.
@Suite struct CSVTextTests {
  @Test(arguments: [
    ("a", "a"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    (" a", "\" a\""), ("陈志远", "陈志远"), ("-5", "-5"), ("-5.25", "-5.25"), ("1", "1"),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-a", "'-a"), ("-", "'-"), ("-1-1", "'-1-1"),
    ("@SUM(A1)", "'@SUM(A1)"), ("＝1", "'＝1"), ("\t=1", "'\t=1"), (" =1", "' =1"),
    ("=a,b", "\"'=a,b\""), ("-1.", "'-1."), ("--1", "'--1"), ("'", "'"),
  ])
  func `a cell is written so`(cell: String, text: String) {
    #expect(CSVText.row([cell]) == text + "\r\n")
  }

  @Test func `whatever stands in cells comes back, behind an apostrophe at most`() throws {
    var generator = SplitMix64(seed: 4180)
    let pieces = ["a", "中", ",", "\"", "\r\n", "\n", "\r", " ", "=", "-", "@", "1", "👩‍👩‍👧", "'", ""]
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        (0..<4).map { _ in
          (0..<Int.random(in: 0...5, using: &generator))
            .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
        }
      }
      let read = try StrictCSV.rows(rows.map { CSVText.row($0) }.joined())
      #expect(read.count == 3)
      for (cell, back) in zip(rows.joined(), read.joined()) {
        let isSame = back.utf8.elementsEqual(cell.utf8)
        #expect(isSame || back.utf8.elementsEqual(("'" + cell).utf8))
        #expect(!["=", "+", "@"].contains(back.first))
      }
    }
  }

  @Test(arguments: ["a", "a\n", "a,b\r\nc\r\n", "\"a\r\n", "a\"b\r\n", "\"a\"b\r\n"])
  func `the strict reader is strict`(text: String) {
    #expect(throws: StrictCSV.Malformed.self) { try StrictCSV.rows(text) }
  }
}
