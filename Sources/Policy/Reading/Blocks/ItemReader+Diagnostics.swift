import ExpressionLanguage

extension Diagnostic {
  static func emptyItem(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "empty-item",
      at: range,
      Bilingual("item \(number) is empty", "第\(number)项是空的"),
      reason: Bilingual("An item has words and a test.", "一项由文字和条件组成。"),
      fix: Bilingual("the words and the test, or no item", "补写，或删去本项")
    )
  }

  static func itemWithoutTest(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "item-without-test",
      at: range,
      Bilingual("item \(number) has no test", "第\(number)项没有条件"),
      reason: Bilingual(
        "Words alone decide nothing: the test stands after them between backticks.",
        "仅有文字无法判断：条件写在文字之后的反引号之间。"
      ),
      fix: Bilingual("`test` after the words, or a list below the item", "在文字后写`条件`，或在下面写下级列表")
    )
  }

  static func emptyTest(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-test",
      at: range,
      Bilingual("an empty test", "条件是空的"),
      reason: Bilingual("It says nothing.", "它什么也没有说。"),
      fix: Bilingual("the test", "写上条件")
    )
  }

  static func twoTests(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "two-tests",
      at: range,
      Bilingual("two tests in item \(number)", "第\(number)项有两个条件"),
      reason: Bilingual(
        "An item has one test, and how two would bind is not said.",
        "一项只有一个条件；两个条件之间的关系没有写明。"
      ),
      fix: Bilingual("join them with and or or, or make two items", "用and或or连接，或分成两项")
    )
  }

  static func testAndList(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "test-and-list",
      at: range,
      Bilingual("item \(number) has both a test and a list", "第\(number)项既有条件又有下级列表"),
      reason: Bilingual("One of the two decides.", "两者只能有其一。"),
      fix: Bilingual("make the test an item of the list", "把条件写成下级列表的一项")
    )
  }

  static func markBeforeTest(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "misplaced-mark",
      at: range,
      Bilingual("a brace among the words of an item", "列表项文字中有花括号"),
      reason: Bilingual(
        "In an item a mark stands after the test; braces stand nowhere else.",
        "列表项的标记写在条件之后，别处不用花括号。"
      ),
      fix: Bilingual("after the test", "移到条件之后")
    )
  }
}
