import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// Every way in which a person's file is refused, by what is said and where.
struct FactsRefusalTests {
  /// A file with `1️⃣` where the finding stands, and its kind.
  private static let refusals: [(text: String, id: String)] = [
    // Names
    ("1️⃣birth dat: 1986-11-11", "unknown-fact"),
    ("works: yes\n1️⃣出生日: 1986-11-11", "unknown-fact"),
    ("1️⃣city: here", "unknown-fact"),
    ("1️⃣the person: yes", "unknown-fact"),
    ("1️⃣the other person: yes", "unknown-fact"),
    ("1️⃣prize money: 3", "unknown-fact"),
    ("1️⃣types: yes", "unknown-fact"),
    ("jobs:\n  - {from: 2019-02, to: none, 1️⃣works: yes}", "unknown-fact"),
    ("jobs:\n  - {from: 2019-02, to: none, 1️⃣prize money: 3}", "unknown-fact"),
    ("jobs:\n  - {from: 2019-02, 1️⃣until: none}", "unknown-fact"),
    ("works: yes\n1️⃣就业: 是", "doubled-fact"),
    ("works: yes\n1️⃣Works: yes", "doubled-fact"),
    ("awards: none\n1️⃣奖项: 无", "doubled-fact"),
    ("awards:\n  - {rank: 1, 1️⃣名次: 2}", "doubled-fact"),
    ("name: a\n1️⃣姓名: b", "doubled-fact"),
    ("works: {value: yes, 1️⃣值: no}", "doubled-fact"),
    ("works: {value: yes, source: a, 1️⃣来源: b}", "doubled-fact"),
    ("awards: {value: none, 1️⃣值: 无}", "doubled-fact"),
    // Dates
    ("birth date: 1️⃣2023-02-29", "unreadable-value"),
    ("birth date: 1️⃣2023-2-1", "unreadable-value"),
    ("birth date: 1️⃣2023/02/01", "unreadable-value"),
    ("birth date: 1️⃣20230201", "unreadable-value"),
    ("birth date: 1️⃣2023-02", "unreadable-value"),
    ("birth date: 1️⃣1900-02-29", "unreadable-value"),
    ("birth date: 1️⃣none", "unreadable-value"),
    ("birth date: 1️⃣1929-12-31", "outside-bounds"),
    ("birth date: 1️⃣2031-01-01", "outside-bounds"),
    ("filed: 1️⃣2024-01-31 24:00", "unreadable-value"),
    ("filed: 1️⃣20:00", "unreadable-value"),
    // Numbers
    ("months worked: 1️⃣010", "unreadable-value"),
    ("balance: 1️⃣-010", "unreadable-value"),
    ("months worked: 1️⃣12:30", "unreadable-value"),
    ("months worked: 1️⃣0x10", "unreadable-value"),
    ("months worked: 1️⃣1e2", "unreadable-value"),
    ("months worked: 1️⃣+5", "unreadable-value"),
    ("months worked: 1️⃣1,000", "unreadable-value"),
    ("months worked: 1️⃣about ten", "unreadable-value"),
    ("months worked: 1️⃣''", "unreadable-value"),
    ("height: 1️⃣.5", "unreadable-value"),
    ("height: 1️⃣1.", "unreadable-value"),
    ("height: 1️⃣.inf", "unreadable-value"),
    ("months worked: 1️⃣601", "outside-bounds"),
    ("months worked: 1️⃣-1", "outside-bounds"),
    ("months worked: 1️⃣51 years", "outside-bounds"),
    ("balance: 1️⃣-11", "outside-bounds"),
    ("income: 1️⃣9000000000000000000", "outside-bounds"),
    ("months worked: 1️⃣1000000000000000000 years", "outside-bounds"),
    ("share: 1️⃣101%", "outside-bounds"),
    ("height: 1️⃣1.85", "too-many-decimals"),
    ("months worked: 1️⃣1.5", "too-many-decimals"),
    ("income: 1️⃣0.005", "too-many-decimals"),
    ("days away: 1️⃣3 months", "unlike-units"),
    ("days away: 1️⃣3年", "unlike-units"),
    ("months worked: 1️⃣3 days", "unlike-units"),
    ("years abroad: 1️⃣24 months", "unlike-units"),
    ("height: 1️⃣1.8 metres", "unlike-units"),
    ("income: 1️⃣5 points", "unlike-units"),
    // Choices and yes or no
    ("level: 1️⃣no", "no-such-value"),
    ("level: 1️⃣High", "no-such-value"),
    ("language: 1️⃣german", "no-such-value"),
    ("language: 1️⃣'none'", "no-such-value"),
    ("reply: 1️⃣maybe", "no-such-value"),
    ("works: 1️⃣1", "unreadable-value"),
    ("works: 1️⃣on", "unreadable-value"),
    ("works: 1️⃣none", "unreadable-value"),
    // Shapes
    ("works: 1️⃣[yes]", "not-a-value"),
    ("works: 1️⃣{source: a}", "no-value"),
    ("works: {value: 1️⃣[yes]}", "not-a-value"),
    ("works: {value: 1️⃣{value: yes}}", "not-a-value"),
    ("works: {value: yes, 1️⃣sauce: a}", "unknown-provenance"),
    ("works: {value: yes, source: 1️⃣[a]}", "not-a-value"),
    ("works: {value: yes, source: 1️⃣\"a\\nb\"}", "unshowable-text"),
    ("name: 1️⃣[a]", "not-a-value"),
    ("name: 1️⃣{value: a}", "not-a-value"),
    ("name: 1️⃣\"a\\nOpen\"", "unshowable-text"),
    ("remark: 1️⃣\"a\\tb\"", "unshowable-text"),
    ("awards: 1️⃣yes", "not-a-list-of-records"),
    ("awards: 1️⃣{rank: 1}", "not-a-list-of-records"),
    ("awards: {value: 1️⃣{rank: 1}}", "not-a-list-of-records"),
    ("awards:\n  - 1️⃣first", "not-a-list-of-records"),
    ("awards: 1️⃣[{rank: 1}, {rank: 2}, {rank: 3}]", "too-many-records"),
    // Spells
    ("jobs:\n  - 1️⃣{from: 2019-03, to: 2019-02, city: here}", "ends-before-it-begins"),
    ("stays:\n  - 1️⃣{from: 2019-03-02, to: 2019-03-01}", "ends-before-it-begins"),
    ("jobs:\n  - {from: 1️⃣2019-03-01, to: none}", "unreadable-value"),
    ("jobs:\n  - {from: 1️⃣none, to: none}", "unreadable-value"),
    ("stays:\n  - {from: 1️⃣2019-03, to: none}", "unreadable-value"),
    ("jobs:\n  - {from: 1️⃣0202-01, to: none}", "outside-bounds"),
    ("jobs:\n  - {from: 2020-01, to: 1️⃣9999-12}", "outside-bounds"),
    ("stays:\n  - {from: 1️⃣0202-01-01, to: none}", "outside-bounds"),
    ("awards:\n  - {rank: 1️⃣10}", "outside-bounds"),
    ("awards:\n  - {award day: 1️⃣1999-12-31}", "outside-bounds"),
  ]

  @Test(arguments: refusals)
  func `what cannot be meant is refused where it stands, with a reason and a way out`(
    text: String,
    id: String
  ) throws {
    let marked = MarkedText(text)
    let (facts, diagnostics, _, _) = try FactDictionary.read(marked.text)
    #expect(facts == nil)
    #expect(diagnostics.map(\.id) == [id])
    let first = try #require(diagnostics.first)
    #expect(first.range.start == marked[1])
    for text in [first.headline, first.reason, first.fix] {
      #expect(text?.english.isEmpty == false && text?.chinese.isEmpty == false, "\(first)")
    }
  }

  @Test func `an even number of spells, months and records is still within bounds`() throws {
    let good = [
      "jobs:\n  - {from: 2019-03, to: 2019-03, city: here}",
      "stays:\n  - {from: 2019-03-01, to: 2019-03-01}",
      "awards: [{rank: 1}, {rank: 9}]",
    ]
    for text in good {
      let diagnostics = try FactDictionary.read(text).diagnostics
      #expect(diagnostics.isEmpty, "\(text): \(diagnostics)")
    }
  }

  @Test(arguments: [
    ("birth dat: 1986-11-11", "birth date"), ("出生日期间: 1986-11-11", "出生日期"),
    ("level: hihg", "high"), ("works: {value: yes, sourc: a}", "source"),
  ])
  func `a slip of the pen is told what was meant`(text: String, meant: String) throws {
    let first = try #require(try FactDictionary.read(text).diagnostics.first)
    #expect(first.fix?.english.contains(meant) == true, "\(first)")
  }

  @Test func `everything that is wrong is said at once`() throws {
    let (facts, diagnostics, _, _) = try FactDictionary.read(
      "birth date: 2023-02-29\nworks: perhaps\nlevel: tall\nheight: 9.9\nawards: 3\nno name: 1"
    )
    #expect(facts == nil)
    #expect(diagnostics.count == 6)
  }

  /// A file may hold things that nobody should read in a log: messages speak of names, and only
  /// the drawing of the line, for whoever has the file, shows what stands there.
  @Test(arguments: [
    "birth date: 31-12-SECRET", "works: SECRET", "level: SECRET", "height: SECRET",
    "months worked: 3 SECRET", "filed: SECRET", "awards: SECRET", "name: [SECRET]",
    "awards:\n  - SECRET", "jobs:\n  - {from: SECRET}", "works: {value: [SECRET]}",
    "awards: {value: SECRET}", "remark: \"SECRET\\nb\"", "share: SECRET%",
  ])
  func `no message repeats a value`(text: String) throws {
    let diagnostics = try FactDictionary.read(text).diagnostics
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics {
      let parts = [diagnostic.headline, diagnostic.reason, diagnostic.fix].compactMap(\.self)
      for part in parts + diagnostic.notes.map(\.text) {
        #expect(!part.english.contains("SECRET") && !part.chinese.contains("SECRET"), "\(part)")
      }
    }
  }

  @Test func `a file of nothing but mistakes is read no further than anybody reads`() throws {
    let text = (0..<9_000).map { "birth dat\($0): 1\n" }.joined()
    #expect(try FactDictionary.read(text).diagnostics.count == 50)
  }

  @Test func `a name of any length or kind fits into a message`() throws {
    let long = String(repeating: "a", count: 5_000)
    let first = try #require(try FactDictionary.read("\(long): 1").diagnostics.first)
    #expect(first.headline.english.count < 200)
    let signs = try #require(try FactDictionary.read("\"a\\nb\": 1").diagnostics.first)
    #expect(!signs.headline.english.contains("\n"))
  }
}
