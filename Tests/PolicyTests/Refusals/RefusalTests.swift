import Foundation
import Policy
import TestSupport
import Testing

/// Every mistake that is noticed, with everything that is said of it in both languages.
@Suite struct RefusalTests {
  static let cases = CaseFile.all(in: "refusals")

  @Test(arguments: cases) func `a mistake is told as it is kept`(file: CaseFile) {
    let report = file.report(unusedFacts: file.name.contains("unused-fact"))
    #expect(!report.ids.isEmpty, "\(file.name) is refused for nothing")
    Golden.expect(report.golden, equals: file.name + ".txt")
  }

  @Test func `there are enough of them`() {
    #expect(RefusalTests.cases.count >= 120)
  }
}
