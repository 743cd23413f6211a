import ExpressionLanguage
import Mustache
import Testing

@testable import WebService

struct PageValueTests {
  private struct Person: Sendable {
    struct Child: Sendable {
      let name: String
      let day: CivilDate?
    }
    let name: String
    let middle: String?
    let isHere: Bool
    let years: Int
    let children: [Child]
    let words: [String]
  }

  private let person = Person(
    name: "<Chen>",
    middle: nil,
    isHere: true,
    years: 3,
    children: [
      Person.Child(name: "Xiaohe", day: CivilDate(year: 2018, month: 5, day: 20)),
      Person.Child(name: "Xiaolan", day: nil),
    ],
    words: ["one", "two"]
  )

  @Test func `a template sees a value with all that is in it`() throws {
    let template = try MustacheTemplate(
      string: """
        {{name}} {{years}}{{#isHere}} here{{/isHere}}{{^middle}} short{{/middle}}\
        {{#children}} {{name}}{{#day}} {{.}}{{/day}}{{^day}} unborn{{/day}}{{/children}}\
        {{#words}} {{.}}{{/words}}{{^empty(words)}}!{{/empty(words)}}
        """
    )
    let shown = try #require(PageValue.shown(person))
    #expect(
      template.render(shown)
        == "&lt;Chen&gt; 3 here short Xiaohe 2018-05-20 Xiaolan unborn one two!"
    )
  }

  @Test func `nothing is not shown, and nothing is found in it`() throws {
    let none: String? = nil
    #expect(PageValue.shown(none as Any) == nil)
    let shown = try #require(PageValue.shown(person) as? PageValue)
    #expect(shown.child(named: "middle") == nil)
    #expect(shown.child(named: "surname") == nil)
  }

  @Test func `a value is looked at once, whatever asks for it`() throws {
    let shown = try #require(PageValue.shown(person) as? PageValue)
    let children = try #require(shown.child(named: "children") as? [Any])
    let again = try #require(shown.child(named: "children") as? [Any])
    #expect(children.first as? PageValue === again.first as? PageValue)
    #expect((children.first as? PageValue)?.child(named: "name") as? String == "Xiaohe")
  }
}
