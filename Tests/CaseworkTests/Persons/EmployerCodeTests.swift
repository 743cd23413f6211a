import Casework
import ExpressionLanguage
import Testing

/// Unified social credit codes, by GB 32100.
struct EmployerCodeTests {
  /// What is wrong with a code; `nil` for a sound one.
  private func fault(_ text: String) -> EmployerCode.Fault? {
    do throws(EmployerCode.Fault) {
      _ = try EmployerCode(reading: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["9144030071526726XG", "914403001922038216", "91139999MA0XN1T018"])
  func `codes that are published or made up soundly are taken`(code: String) throws {
    #expect(try EmployerCode(reading: code).text == code)
  }

  @Test(arguments: [" 9144030071526726xg　", "９１４４０３００７１５２６７２６ＸＧ"])
  func `what an input method makes of it is taken for what was meant`(typed: String) throws {
    #expect(try EmployerCode(reading: typed).text == "9144030071526726XG")
  }

  @Test func `one wrong character, or two that changed places, never fit`() {
    let code = Array("9144030071526726XG")
    for place in code.indices {
      for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != code[place] {
        var wrong = code
        wrong[place] = other
        #expect(fault(String(wrong)) != nil, "\(place) \(other)")
      }
    }
    for place in code.indices.dropLast() where code[place] != code[place + 1] {
      var wrong = code
      wrong.swapAt(place, place + 1)
      #expect(fault(String(wrong)) != nil, "\(place)")
    }
  }

  @Test(arguments: [
    ("", EmployerCode.Fault.length(0)), ("c1", .length(2)), ("9144030071526726X", .length(17)),
    ("9144O30071526726XG", .character(place: 5)), ("91A4030071526726XG", .character(place: 3)),
    ("9144030071526726XI", .character(place: 18)), ("9144030071526726XH", .check),
    (String(repeating: "9", count: 5_000), .length(5_000)),
  ])
  func `what is wrong is told at its place, in both languages`(
    text: String,
    expected: EmployerCode.Fault
  ) {
    #expect(fault(text) == expected)
    let rejection = expected.rejection
    #expect(rejection.id == "bad-employer-code")
    for words in [rejection.reason, rejection.remedy] {
      #expect(!words.english.isEmpty && !words.chinese.isEmpty && words.english != words.chinese)
    }
  }
}
