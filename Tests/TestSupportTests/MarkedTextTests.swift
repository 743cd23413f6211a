import ExpressionLanguage
import TestSupport
import Testing

@Suite struct MarkedTextTests {
  @Test func `markers give byte offsets in the text without them`() {
    let marked = MarkedText("年龄 1️⃣>> 2️⃣60")
    #expect(marked.text == "年龄 >> 60")
    #expect(marked.offsets == [1: 7, 2: 10])
    #expect(marked.range(1, 2) == SourceRange(7, 10))
  }

  @Test func `a marker may stand at either end, beside a digit, or nowhere`() {
    #expect(MarkedText("1️⃣11️2️⃣").offsets == [1: 0, 2: "11\u{FE0F}".utf8.count])
    #expect(MarkedText("12 3").text == "12 3")
    #expect(MarkedText("12 3").offsets.isEmpty)
  }

  @Test func `a keycap zero is no marker`() {
    #expect(MarkedText("0️⃣").text == "0️⃣")
  }

  @Test func `a marker that stands twice stops the test`() async {
    await #expect(processExitsWith: .failure) { _ = MarkedText("1️⃣ 1️⃣") }
  }
}
