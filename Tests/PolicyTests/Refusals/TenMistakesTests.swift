import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// The ten mistakes that the grammar names, each told as the grammar tells it.
///
/// Headline, place, caret, reason, note and fix; only file names and line numbers are those of the
/// cases here.
@Suite struct TenMistakesTests {
  /// What a case must say, in English, with its Chinese headline.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var headline: String
    var text: String
    var testDescription: String { name }
  }

  static let mistakes = [
    Mistake(
      name: "01-comma",
      headline: "数字中有逗号",
      text: """
        points-settlement.md:18:28: error: a comma inside a number
           18 | | (1) | true | >= 10% | >= 40,000,000 yuan | 6 |
              |                            ^~~~~~~~~~
              In a cell a comma means "or": this reads as 40 or 000 or 000 yuan.
              fix: 40_000_000 yuan

        """
    ),
    Mistake(
      name: "02-curly-quotes",
      headline: "全角引号",
      text: """
        points-settlement.md:18:9: error: curly quotes
           18 | | (1) | “doctorate” · 博士 | 50 |
              |         ^~~~~~~~~~~
              Values stand in straight quotes; the input method wrote “ and ”.
              fix: "doctorate"

        """
    ),
    Mistake(
      name: "03-without-quotes",
      headline: "取值缺引号",
      text: """
        points-settlement.md:19:9: error: a value without quotes
           19 | | (2) | master · 硕士 | 40 |
              |         ^~~~~~
              No fact or rule is called master; it is a value of education (dictionary, line 11).
              fix: "master"

        """
    ),
    // The grammar names the person by the birth date's rule, "35 on 1 January of the round year".
    // The table has a computed column, so the person is named by the column, which may be more
    // than anybody can be; the second note says so.
    Mistake(
      name: "04-overlap",
      headline: "两行重叠：年龄积分",
      text: """
        points-settlement.md:19:9: error: two rows of Age points apply to one person
           19 | | (2) | [35..45] | 15 |
              |         ^~~~~~~~
              Who has Age in full years = 35 years falls under (1), 20 points, and (2), 15 points.
              note: line 18, (1) is <= 35
              note: possible only: a rule computes an input, and perhaps nobody comes out like this
              fix: start (2) at 36, or end (1) at 34: the law must say which

        """
    ),
    // "gained" needs an older dictionary to compare with; the checker sees one.
    Mistake(
      name: "05-gap",
      headline: "有人落空：学历学位为博士后",
      text: """
        points-settlement.md:16:3: error: nobody decides for education = "postdoctoral"
           16 | | U | education · 学历学位 | points · 分值 |
              |   ^
              The dictionary has "postdoctoral" on line 11; no row of Education points covers it.
              fix: a row for it: | (6) | "postdoctoral" · 博士后 | … |

        """
    ),
    Mistake(
      name: "06-not-bold",
      headline: "未成粗体",
      text: """
        points-settlement.md:16:6: error: these words did not become bold
           16 | 申请人应当**同时符合：**下列条件
              |           ^~~~~~~~~~~~~~
              Markdown makes no bold where punctuation stands inside it against a Chinese character, so the list below would have no rule.
              fix: **同时符合**：下列条件, or leave the colon out

        """
    ),
    Mistake(
      name: "07-became-row",
      headline: "表格后缺空行",
      text: """
        points-settlement.md:20:1: error: this line became a row of the table above
           20 | 本表自2021年起施行。
              | ^~~~~~~~~~~~~~~~~~~~
              A table ends at the first blank line.
              fix: a blank line above it

        """
    ),
    Mistake(
      name: "08-months-for-points",
      headline: "单位不符：月与分",
      text: """
        points-settlement.md:28:7: error: months where points are wanted
           28 | round(insured months * 3 / 12, 2, half up)
              |       ^~~~~~~~~~~~~~~~~~~~~~~
              Employment points is limited to 60 points and summed with points, but this counts months.
              fix: insured months * 3 points / 1 year

        """
    ),
    Mistake(
      name: "09-of-what",
      headline: "缺少单位",
      text: """
        points-settlement.md:23:23: error: 3 of what?
           23 |    `insured months >= 3`
              |                       ^
              insured months is a number of months; the words of the item say 3年 and three years.
              fix: 3 years

        """
    ),
    Mistake(
      name: "10-words-differ",
      headline: "文字与条件不一致",
      text: """
        points-settlement.md:21:17: warning: the words and the test differ
           21 | 3. 在雄安新区连续缴纳社会保险5年及以上
              |                              ^~~
              The Chinese says 5 years; the English says three years and the test says 3 years (line 23).
              fix: amend all three, or none

        """
    ),
  ]

  @Test(arguments: mistakes) func `a mistake is told as the grammar tells it`(mistake: Mistake) {
    guard let file = CaseFile.all(in: "ten").first(where: { $0.name == "ten/" + mistake.name })
    else {
      Issue.record("no case \(mistake.name)")
      return
    }
    let report = file.report()
    #expect(report.text(DiagnosticFormatter(language: .english)) == mistake.text)
    let chinese = report.text(DiagnosticFormatter(language: .chinese))
    #expect(chinese.contains(mistake.headline))
    Golden.expect(report.golden, equals: file.name + ".txt")
  }
}
