import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// Full-width signs that an input method left where expressions stand.
@Suite struct SignRepairTests {
  private static let head = """
    ---
    policy: test/measure
    title: 试行办法 · Trial measure
    authority: 试行机关 · Trial office
    effective: 2024-01-01
    standing: sample
    numbering: ours
    time zone: Asia/Shanghai
    facts: facts.md
    ---

    # 第一章 总则 · Chapter 1 General


    """

  /// What the formatter makes of the text of an article.
  private func format(_ body: String) -> String {
    let text = SignRepairTests.head + body
    let folder = CaseFile(name: "repair/measure", text: text)
    guard let result = LibraryFormatter.format(folder.files, targets: ["measure.md"]).first,
      case .formatted(let bytes) = result.outcome
    else { return "not formatted" }
    return String(String(decoding: bytes, as: UTF8.self).dropFirst(SignRepairTests.head.count))
  }

  private static let wrong = """
    ## 第一条 条件 · Article 1 Conditions

    申请人（“本人”）应当**同时符合**下列条件，≥3项：
    An applicant meets **all of** the following：

    1. 子女≥3人，“多子女” · three children （or more） `children ≥ ３`
    2. 硕士 · a master `education ＝ “master”`

    ### 分值 · Points

    | U | education · 学历 | points |
    |---|---|--:|
    | (1) | “doctorate” · 博士，“master” · 硕士 | 5 |
    | (2) | not（"doctorate"，"master"） | 0 |

    ### 式 · Formula

    ```feel
    max（children，３） × 2
    ```

    """

  private static let right =
    wrong
    .replacing("`children ≥ ３`", with: "`children >= 3`")
    .replacing("`education ＝ “master”`", with: "`education = \"master\"`")
    .replacing("not（\"doctorate\"，\"master\"）", with: "not(\"doctorate\",\"master\")")
    .replacing("max（children，３） × 2", with: "max(children,3) * 2")

  @Test func `signs in expressions become plain, those in words stay`() {
    let formatted = format(SignRepairTests.wrong)
    #expect(formatted.contains("`children >= 3`") && formatted.contains("`education = \"master\"`"))
    #expect(formatted.contains("max(children,3) * 2"))
    #expect(formatted.contains("申请人（“本人”）应当**同时符合**下列条件，≥3项：\n"))
    #expect(formatted.contains("1. 子女≥3人，“多子女” · three children （or more） `"))
    #expect(format(formatted) == formatted)
  }

  @Test func `a file of which the repair mends nothing stays as it is`() {
    let text = "## 第一条 条件 · Article 1 Rule\n\n```feel\nchildren ＋\n```\n"
    #expect(format(text) == text)
  }

  @Test func `a sound file is not repaired`() {
    let text = "## 第一条 条件 · Article 1 Rule\n\n```feel\nchildren + 1\n```\n"
    #expect(format(text) == text)
  }
}
