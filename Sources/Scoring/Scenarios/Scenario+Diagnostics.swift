import ExpressionLanguage
import Policy

extension Diagnostic {
  static func scenarioDay(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "scenario-without-day",
      at: range,
      Bilingual("on which day?", "缺少认定日期"),
      fix: Bilingual("on: 2023-05-25", "on: 2023-05-25")
    )
  }

  static func expectsNothing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "expects-nothing",
      at: range,
      Bilingual("this scenario expects nothing", "该情形没有预期结果"),
      reason: Bilingual("It could never fail.", "它永远不会失败。"),
      fix: Bilingual("a table expect", "加一张 expect 表")
    )
  }

  static func unknownScenarioTable(_ text: String, at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: text, among: ["given", "expect", "scenario"])
    return Diagnostic(
      "unknown-table",
      at: range,
      Bilingual("what table is this?", "这是什么表？"),
      reason: Bilingual(
        "A scenario has tables given, given RECORDS, expect and scenario.",
        "情形文件的表有 given、given 记录名、expect 和 scenario。"
      ),
      fix: near.map { Bilingual($0, $0) }
    )
  }

  static func expectationInBackground(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "expectation-in-background",
      at: range,
      Bilingual("the background expects nothing", "背景中不写预期"),
      reason: Bilingual(
        "It is given to every scenario, and is none itself.",
        "背景供各情形共用，本身不是情形。"
      ),
      fix: Bilingual("a heading of its own for this table", "为这张表另立标题")
    )
  }

  static func needsMore(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needs-more",
      at: range,
      Bilingual(
        "\(name.english) has no value of its own",
        "“\(name[.chinese])”单独没有取值"
      ),
      reason: Bilingual(
        "It is decided for what it is given, or for each record.",
        "该规则须给定参数，或按每条记录计算。"
      ),
      fix: Bilingual("name a rule that uses it", "改写使用它的规则")
    )
  }

  static func givenTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-fact",
      at: range,
      Bilingual("\(name) stands twice", "“\(name)”重复"),
      reason: Bilingual("One of the two would be lost in silence.", "其中一个会在不知不觉中丢失。"),
      fix: Bilingual("keep one of them", "只留一个")
    )
  }

  static func impossibleScenario(_ words: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "impossible-facts",
      at: range,
      Bilingual("these facts cannot be", "这些事实不可能同时成立"),
      reason: Bilingual(words.english, words[.chinese])
    )
  }

  static func scenarioFault(_ name: Bilingual, _ kind: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      "fault",
      at: range,
      Bilingual("\(name.english) cannot be computed", "“\(name[.chinese])”无法计算"),
      reason: Bilingual(kind, kind)
    )
  }

  static func unreadableExpectation(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unreadable-value",
      at: range,
      Bilingual("\(text) cannot be read", "“\(text)”无法读取")
    )
  }
}
