import ExpressionLanguage
import Policy
import TestSupport
import Testing

struct ListTests {
  private func list(_ text: String) throws -> (reading: Reading, list: Policy.List) {
    let reading = Reading.under("**all of**:\n\n" + text)
    reading.expect()
    guard case .list(let list) = try #require(reading.section?.block) else {
      throw NoList()
    }
    return (reading, list)
  }

  private struct NoList: Error {}

  @Test func `an item has words in two languages and a test`() throws {
    let (reading, list) = try list(
      """
      1. 无犯罪记录 · has no criminal record `not(criminal record)`
      2. 在雄安新区连续缴纳社会保险3年及以上
         has paid social insurance
         for three years without a break
         `insured months >= 3 years`
      3. `total points`
      """
    )
    #expect(list.items.map(\.number) == [1, 2, 3])
    #expect(list.items[0].english?.text == "has no criminal record")
    #expect(list.items[0].chinese?.text == "无犯罪记录")
    #expect(reading.text(list.items[0].test) == "not(criminal record)")
    let second = list.items[1]
    #expect(second.english?.text == "has paid social insurance for three years without a break")
    #expect(second.english?.ranges.count == 2)
    #expect(reading.text(second.english?.ranges[1]) == "for three years without a break")
    #expect(reading.text(second.test) == "insured months >= 3 years")
    #expect(list.items[2].english == nil)
    #expect(list.items[2].words.isEmpty)
    #expect(reading.text(list.items[2].range) == "3. `total points`")
  }

  @Test func `a list stands below an item with a bold word`() throws {
    let (reading, list) = try list(
      """
      1. 符合下列条件**之一**
         meets **any of** the following
         1. a `x`
         2. b `y`
      2. c `z`
      """
    )
    let first = list.items[0]
    #expect(first.operators.list == .anyOf)
    #expect(first.english?.text == "meets any of the following")
    #expect(first.chinese?.text == "符合下列条件之一")
    #expect(first.sublist?.items.count == 2)
    #expect(reading.text(first.sublist?.items[1].test) == "y")
    #expect(list.items.count == 2)
  }

  @Test func `lists nest three deep and no deeper`() {
    let three = "1. **any of**\n   1. **any of**\n      1. a `x`\n"
    Reading.under("**all of**\n\n" + three).expect()
    let four = "1. **any of**\n   1. **any of**\n      1. 1️⃣**any of**\n         2️⃣1. a `x`\n"
    let reading = Reading.under("**all of**\n\n" + four)
    #expect(reading.ids == ["item-without-test", "list-word-without-list", "list-too-deep"])
    #expect(reading.findings.last?.range.start == reading.marked[2])
  }

  @Test func `numbers run one, two, three as written`() {
    Reading.under("**all of**\n\n1. a `x`\n1️⃣3. b `y`\n4. c `z`\n").expect("item-number")
    Reading.under("**all of**\n\n1️⃣4. a `x`\n2️⃣6. b `y`\n").expect("item-number", "item-number")
    Reading.under("**all of**\n\n1️⃣01. a `x`\n").expect("item-number")
  }

  @Test(arguments: [
    ("1、", "item-not-a-list"), ("1．", "item-not-a-list"), ("1) ", "item-bracket"),
    ("1）", "item-bracket"), ("1.", "item-without-space"), ("- ", "bullet"), ("* ", "bullet"),
    ("+ ", "bullet"), ("• ", "bullet"),
  ])
  func `any other mark of an item is refused and read all the same`(
    mark: String,
    id: String
  ) throws {
    let reading = Reading.under("**all of**\n\n1️⃣\(mark)words `x`\n")
    reading.expect(id)
    guard case .list(let list) = try #require(reading.section?.block) else { return }
    #expect(reading.text(list.items[0].test) == "x")
    #expect(list.items[0].english?.text == "words")
  }

  @Test func `bullets without tests are prose`() {
    Reading.under("Words:\n\n1️⃣- one\n- two\n\n| a |\n|---|\n| 1 |\n").expect("bullet")
  }

  @Test func `a line that is not indented is refused`() {
    Reading.under("**all of**\n\n1. a `x`\n1️⃣Prose.\n").expect("line-became-item")
    Reading.under("**all of**\n\n1. 甲\n1️⃣a `x`\n").expect("line-became-item")
    Reading.under("**all of**\n\n1. 甲\n  1️⃣a `x`\n").expect("line-became-item")
    Reading.under("**all of**\n\n1. a `x`\n\nProse.\n").expect()
  }

  @Test func `items stand under each other, lists under their words`() {
    Reading.under("**all of**\n\n1. **any of**\n1️⃣  1. a `x`\n").expect("item-indent")
    Reading.under("**all of**\n\n1. **any of**\n1️⃣    1. a `x`\n").expect("item-indent")
    Reading.under("**all of**\n\n1. a `x`\n1️⃣ 2. b `y`\n").expect("item-indent")
    Reading.under("**all of**\n\n1️⃣  1. a `x`\n  2. b `y`\n").expect("indented-line")
    Reading.under("**all of**\n\n1.1️⃣      a `x`\n").expect("item-spaces")
  }

  @Test func `an item is one paragraph and nothing else`() {
    Reading.under("**all of**\n\n1. a `x`\n\n   1️⃣more\n   words\n").expect("item-paragraph")
    Reading.under("**all of**\n\n1. a `x`\n   1️⃣> quoted\n").expect("block-in-item")
    Reading.under("**all of**\n\n1. a `x`\n   1️⃣```feel\n   y\n   ```\n").expect("block-in-item")
    Reading.under("**all of**\n\n1. **any of**\n   1. a `x`\n   1️⃣more\n").expect("text-after-list")
    Reading.under("**all of**\n\n1. 1️⃣1. a `x`\n").expect("block-in-item")
    Reading.under("**all of**\n\n1. 1️⃣# a `x`\n").expect("block-in-item")
    Reading.under("**all of**\n\n1. 3.5分 `x`\n").expect()
    Reading.under("**all of**\n\n1. a `x`\n   1️⃣---\n").expect("block-in-item")
    Reading.under("**all of**\n\n1. a `x`\n1️⃣<!-- b -->\n2. b `y`\n").expect("comment-in-block")
  }

  @Test func `an item has one test, at its end`() {
    Reading.under("**all of**\n\n1. 1️⃣words\n").expect("item-without-test")
    Reading.under("**all of**\n\n1️⃣1.\n").expect("empty-item")
    Reading.under("**all of**\n\n1. a 1️⃣` `\n").expect("empty-test")
    Reading.under("**all of**\n\n1. a `x` 1️⃣`y`\n").expect("two-tests")
    Reading.under("**all of**\n\n1. a `x` 1️⃣words\n").expect("text-after-test")
    Reading.under("**all of**\n\n1. 1️⃣**any of** `x`\n   1. b `y`\n").expect("test-and-list")
    Reading.under("**all of**\n\n1. 1️⃣words\n   1. b `y`\n").expect("list-without-word")
    Reading.under("**all of**\n\n1. 1️⃣**any of** `y`\n").expect("list-word-without-list")
  }

  @Test func `where nothing binds, items need no tests and lists no word`() {
    Reading("# Papers {discretion}\n\nThe papers:\n\n1. one\n2. two\n").expect()
    Reading("# Papers {repealed}\n\n**all of**:\n\n1. one `x`\n").expect()
  }

  @Test func `a list needs a blank line where Markdown does`() {
    Reading.under("**all of**:\n1. a `x`\n2. b `y`\n").expect()
    Reading.under("**all of**:\n1️⃣2️⃣2. b `y`\n").expect("list-glued", "item-number")
  }

  @Test func `blank lines between items change nothing`() throws {
    #expect(try list("1. a `x`\n\n2. b `y`\n").list.items.count == 2)
    #expect(try list("1. a\n   `x`\r\n2. b `y`\r\n").list.items.count == 2)
  }
}
