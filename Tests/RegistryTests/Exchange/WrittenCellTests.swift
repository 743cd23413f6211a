import Casework
import ExpressionLanguage
import Testing

@testable import Registry

@Suite struct WrittenCellTests {
  private func reason(_ cell: String) -> String {
    switch WrittenNumber.read(cell, on: Exchange.today) {
    case .success: "sound"
    case .failure(let fault): fault.reason.id
    }
  }

  @Test func `a number is read through what spreadsheets and keyboards add`() {
    let number = Exchange.number(7)
    let wide = String(
      String.UnicodeScalarView(
        number.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }
      )
    )
    let spaced = number.prefix(6) + " " + number.dropFirst(6)
    for cell in [
      number, "=\"\(number)\"", "'\(number)", " \(number)\u{3000}", wide, String(spaced),
      "\u{FEFF}\(number)\u{200B}", number.lowercased(),
    ] {
      #expect(reason(cell) == "sound", "\(cell.debugDescription)")
    }
  }

  @Test func `a wrong number has its own reason`() {
    let number = Exchange.number(7)
    let (head, tail) = (String(number.prefix(6)), String(number.suffix(4)))
    let cases: [(String, String)] = [
      ("", "missing"),
      ("'", "length"),
      ("1.1E+17", "cut"),
      ("1.39999E+17", "cut"),
      ("139999670512107", "of-15-digits"),
      (String(number.dropLast()), "length"),
      ("\(number)1", "length"),
      ("1399O9" + number.dropFirst(6), "character"),
      (number.dropLast() + "Y", "character"),
      ("\(head)19900230\(tail)", "birth-date"),
      ("\(head)18700101\(tail)", "birth-date"),
      ("00" + number.dropFirst(2), "region"),
      (number.prefix(17) + (number.hasSuffix("1") ? "2" : "1"), "check-digit"),
    ]
    for (cell, id) in cases {
      #expect(reason(cell) == "identity-number-" + id, "\(cell)")
    }
    #expect(reason(String(number.prefix(15)) + "000") == "identity-number-cut")
    for position in 0..<18 {
      var digits = Array(number)
      digits[position] = digits[position] == "9" ? "8" : "9"
      #expect(reason(String(digits)) != "sound")
    }
  }

  @Test func `a damaged number may be another's`() {
    let number = Exchange.number(7)
    #expect(WrittenNumber.mayBe(String(number.dropLast(4)), number))
    #expect(WrittenNumber.mayBe("1.39999E+17", number))
    #expect(!WrittenNumber.mayBe("1.29999E+17", number))
    #expect(!WrittenNumber.mayBe(String(number.reversed()), number))
    let old = String(number.prefix(6) + number.dropFirst(8).dropLast())
    #expect(WrittenNumber.mayBe(old, number))
  }

  @Test func `days are read in the ways that leave no doubt`() throws {
    for cell in [
      "2026-11-01", "2026/11/1", "2026.11.1", "20261101", "2026年11月1日", "２０２６-11-01",
      "2026-11-01 00:00:00", "2026/11/1 0:00", "=\"2026-11-01\"",
    ] {
      #expect(try WrittenDate.day(cell) == Exchange.day("2026-11-01"), "\(cell)")
    }
    for cell in ["2019-06", "2019/6", "201906", "2019年6月"] {
      #expect(try WrittenDate.month(cell).description == "2019-06", "\(cell)")
    }
    for cell in ["1/11/2026", "26-11-01", "2026-11/01", "Nov-26", "2026", "2026-11", "+026-01-01"] {
      #expect(throws: WrittenDate.Fault.unreadable, "\(cell)") { try WrittenDate.day(cell) }
    }
    #expect(throws: WrittenDate.Fault.spreadsheetDay) { try WrittenDate.day("45291") }
    #expect(throws: WrittenDate.Fault.noSuchDay) { try WrittenDate.day("2023-02-29") }
    #expect(throws: WrittenDate.Fault.noSuchDay) { try WrittenDate.day("20231301") }
  }

  @Test func `names are the same whatever dot or width they are written with`() {
    #expect(PersonName.isSame("阿卜杜·买买提", "阿卜杜•买买提 "))
    #expect(PersonName.isSame("ＬＩ Na", "li na"))
    #expect(!PersonName.isSame("张三", "张四"))
  }
}
