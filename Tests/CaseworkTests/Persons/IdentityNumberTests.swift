import Casework
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

struct IdentityNumberTests {
  /// What is wrong with a number; `nil` for a sound one.
  private func fault(_ text: String, on day: CivilDate = .latest) -> IdentityNumber.Fault? {
    do throws(IdentityNumber.Fault) {
      _ = try IdentityNumber(reading: text, on: day)
      return nil
    } catch {
      return error
    }
  }

  /// The check digit as the standard has it, with its weights written out.
  private func checked(_ digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return digits + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  @Test func `the standard's own examples are sound`() throws {
    let woman = try #require(IdentityNumber("11010519491231002X"))
    #expect(woman.birthDate == Office.day("1949-12-31"))
    #expect(!woman.isMale)
    let man = try #require(IdentityNumber("440524188001010014"))
    #expect(man.birthDate == Office.day("1880-01-01"))
    #expect(man.isMale)
  }

  @Test func `made-up numbers are sound, and tell birth date and sex`() throws {
    for seed in 0..<500 as Range<UInt64> {
      let born = Office.day("1950-02-28").adding(days: Int(seed) * 37) ?? .earliest
      let isMale = seed % 2 == 0
      let text = Office.number(seed, born: born, isMale: isMale)
      #expect(checked(String(text.dropLast())) == text)
      let number = try IdentityNumber(reading: text)
      #expect(number.birthDate == born)
      #expect(number.isMale == isMale)
      #expect(number.text == text)
    }
  }

  @Test func `every single wrong character is caught`() {
    for seed in 0..<60 as Range<UInt64> {
      let text = Array(Office.number(seed))
      for place in text.indices {
        for other in "0123456789X" where other != text[place] {
          var wrong = text
          wrong[place] = other
          #expect(fault(String(wrong)) != nil, "place \(place + 1) of number \(seed)")
        }
      }
    }
  }

  @Test func `two neighbours that changed places are always caught`() {
    for seed in 0..<300 as Range<UInt64> {
      let text = Array(Office.number(seed))
      for place in 0..<17 where text[place] != text[place + 1] {
        var wrong = text
        wrong.swapAt(place, place + 1)
        #expect(fault(String(wrong)) != nil, "places \(place + 1) and \(place + 2) of \(seed)")
      }
    }
  }

  @Test func `only one check digit fits`() {
    let digits = String(Office.number(3).dropLast())
    let sound = "0123456789X".filter { fault(digits + String($0)) == nil }
    #expect(sound.count == 1)
    for wrong in "0123456789X" where !sound.contains(wrong) {
      #expect(fault(digits + String(wrong)) == .checkDigit)
    }
  }

  @Test(
    arguments: [
      ("", .length(0)), ("   ", .length(0)), ("1", .length(1)), ("1101051949123100", .length(16)),
      ("11010519491231002X1", .length(19)), ("110105491231002", .oldNumber),
      ("11010549123100X", .length(15)),
      ("A1010519491231002X", .character(place: 1)), ("1101051949123100 X", .character(place: 17)),
      ("X10105194912310021", .character(place: 1)), ("11010519491231002Y", .character(place: 18)),
      ("1101051949123100２*", .character(place: 18)), ("11010519491231O02X", .character(place: 15)),
      ("١10105194912310021", .character(place: 1)),
      ("00000019491231002X", .region), ("16010519491231002X", .region),
      ("99010519491231002X", .region),
      ("11010519490229002X", .birthDate), ("11010519001301002X", .birthDate),
      ("11010519490431002X", .birthDate), ("11010519490400002X", .birthDate),
      ("110105187912310021", .birthDate), ("110105000001010021", .birthDate),
      ("110105194912310021", .checkDigit),
    ] as [(String, IdentityNumber.Fault)]
  )
  func `a wrong number is refused with what is wrong first`(
    _ text: String,
    _ expected: IdentityNumber.Fault
  ) {
    #expect(fault(text) == expected)
    #expect(IdentityNumber(text) == nil)
  }

  @Test func `a leap day is a birth date in leap years alone`() {
    #expect(fault(checked("13999920000229123")) == nil)
    #expect(fault(checked("13999920240229123")) == nil)
    #expect(fault(checked("13999919000229123")) == .birthDate)
    #expect(fault(checked("13999920230229123")) == .birthDate)
  }

  @Test func `nobody is born after today`() {
    let text = checked("13999920240301123")
    #expect(fault(text, on: Office.day("2024-03-01")) == nil)
    #expect(fault(text, on: Office.day("2024-02-29")) == .bornInFuture)
  }

  @Test func `what a window types is taken as meant`() throws {
    let plain = try IdentityNumber(reading: "11010519491231002X")
    for typed in [
      "11010519491231002x", "  11010519491231002X\n", "\u{3000}11010519491231002X\u{3000}",
      "１１０１０５１９４９１２３１００２Ｘ", "１1010519491231002ｘ",
    ] {
      #expect(IdentityNumber(typed) == plain)
    }
    #expect(IdentityNumber("110105 19491231 002X") == nil)
  }

  @Test func `no number is ever printed`() throws {
    let text = Office.number(11)
    let identity = Office.identity(11)
    var dumped = ""
    dump(identity, to: &dumped)
    dump(identity.number, to: &dumped)
    let event = Event.person(.registered(identity: identity, phone: nil))
    for shown in [
      "\(identity.number)", String(reflecting: identity.number), "\(identity)",
      String(reflecting: identity), dumped, "\(event)", String(reflecting: event),
      identity.number.masked,
    ] {
      #expect(!shown.contains(text))
      #expect(!shown.contains(text.dropFirst(6).prefix(8)))
      #expect(!shown.contains(identity.name))
    }
    #expect(identity.number.masked == "1399•••••••••••••" + text.suffix(1))
    for fault in [
      IdentityNumber.Fault.length(3), .oldNumber, .character(place: 4), .character(place: 18),
      .region, .birthDate, .checkDigit, .bornInFuture,
    ] {
      #expect(!fault.words.english.isEmpty && !fault.words.chinese.isEmpty)
      #expect(fault.rejection.id == "bad-identity-number")
    }
  }

  @Test func `a number is written as its text, and a wrong one is not read`() throws {
    let number = try IdentityNumber(reading: Office.number(5))
    let bytes = try JSONEncoder().encode([number])
    #expect(String(decoding: bytes, as: UTF8.self) == "[\"\(number.text)\"]")
    #expect(try JSONDecoder().decode([IdentityNumber].self, from: bytes) == [number])
    let wrong = Data("[\"110105194912310021\"]".utf8)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([IdentityNumber].self, from: wrong)
    }
    #expect(!"\(String(describing: error))".contains("19491231"))
  }
}
