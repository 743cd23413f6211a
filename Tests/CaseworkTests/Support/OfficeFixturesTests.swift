import Casework
import ExpressionLanguage
import Testing

struct OfficeFixturesTests {
  @Test func `the office has the law of xiongan and a resident to work on`() throws {
    let law = try Office.law(on: Office.day("2024-03-01"))
    #expect(law.permitChannel != nil)
    let one = OfficeCase.registered(7, livingHereFrom: Office.day("2023-01-01"))
    #expect(!one.file.isEmpty)
    one.expectFoldsFromEmpty()
    #expect(Office.number(7).count == 18)
  }
}
