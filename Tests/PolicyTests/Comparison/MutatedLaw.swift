import Policy
import TestSupport

/// A generated measure, and the same with one thing changed.
struct MutatedLaw {
  /// One change, with what a comparison must say of it.
  struct Mutation {
    var subject: LawChange.Subject
    var aspect: LawChange.Aspect
    var text: String
    /// Whether it changes what somebody gets.
    var decides: Bool
  }

  /// Lines of one section, with places where numbers and words stand.
  private struct Parts {
    var bands: [Int]
    var points: [Int]
    var education: [Int]
    var limit: Int
    var years: Int
    var bonus: Int
    var day: Int
    var words = "以证件为准。\nThe card counts."
    var standing = "reported"
    var note = "注一 · Note one"
    var family = "打招呼 · says hello"
    var extraArticle = ""
    var extraItem = ""
    var hit = "all of"
    var hitChinese = "同时符合"
    var source = "a source"
    var article = "第五条 附则 · Article 5 Last words"
  }

  private let parts: Parts

  init(_ random: inout SplitMix64) {
    let start = Int.random(in: 20...40, using: &random)
    let step = Int.random(in: 5...15, using: &random)
    parts = Parts(
      bands: [start, start + step],
      points: [
        Int.random(in: 20...30, using: &random), Int.random(in: 10...19, using: &random),
        Int.random(in: 0...9, using: &random),
      ],
      education: [
        Int.random(in: 30...50, using: &random), Int.random(in: 10...29, using: &random), 0,
      ],
      limit: Int.random(in: 40...70, using: &random),
      years: Int.random(in: 18...30, using: &random),
      bonus: Int.random(in: 1...9, using: &random),
      day: Int.random(in: 1...28, using: &random)
    )
  }

  var text: String { MutatedLaw.text(parts) }

  /// Every change of one thing.
  func mutations(_ random: inout SplitMix64) -> [Mutation] {
    func mutated(
      _ subject: LawChange.Subject,
      _ aspect: LawChange.Aspect,
      decides: Bool = true,
      _ change: (inout Parts) -> Void
    ) -> Mutation {
      var copy = parts
      change(&copy)
      return Mutation(
        subject: subject,
        aspect: aspect,
        text: MutatedLaw.text(copy),
        decides: decides
      )
    }
    let row = Int.random(in: 0...2, using: &random)
    let more = Int.random(in: 1...5, using: &random)
    return [
      mutated(.row, .output) { $0.points[row] += 31 },
      mutated(.row, .output) { $0.education[row] += 51 },
      mutated(.limit, .value) { $0.limit += more },
      mutated(.condition, .test) { $0.years += more },
      mutated(.condition, .words, decides: false) { $0.family = "问好 · greets" },
      mutated(.condition, .whole) {
        $0.extraItem = "\n3. 有学历 · has a degree `education != \"none\"`"
      },
      mutated(.value, .value) { $0.bonus += more },
      mutated(.value, .whole) { $0.day += 100 },
      mutated(.rule, .joining) {
        $0.hit = "any of"
        $0.hitChinese = "之一"
      },
      mutated(.article, .prose, decides: false) { $0.words += "\nAlways." },
      mutated(.article, .title, decides: false) { $0.note = "注二 · Note two" },
      mutated(.article, .whole, decides: false) {
        $0.extraArticle = "\n## 第六条 新增 · Article 6 Added {informative}\n\n新增。\nAdded.\n"
      },
      mutated(.article, .number, decides: false) {
        $0.article = "第七条 附则 · Article 7 Last words"
      },
      mutated(.measure, .standing, decides: false) { $0.standing = "sample" },
      mutated(.measure, .sources, decides: false) { $0.source = "another source" },
    ]
  }

  private static func text(_ parts: Parts) -> String {
    let (low, high) = (parts.bands[0], parts.bands[1])
    // A day past the month is one month on.
    let day = parts.day > 28 ? "2022-02-\(two(parts.day - 100))" : "2022-01-\(two(parts.day))"
    return """
      ---
      policy: demo/points
      title: 办法 · Measure
      authority: 机关 · Office
      effective: 2021-01-01
      standing: \(parts.standing)
      numbering: ours
      time zone: Asia/Shanghai
      facts: facts.md
      sources:
        S: \(parts.source)
      ---

      # 第一章 积分 · Chapter 1 Points

      ## 第一条 总分 · Article 1 Total

      下列各项**合计**，**最高\(parts.limit)分**：
      The **sum of** the following, **at most \(parts.limit) points**:

      1. `age points`
      2. `education points`
      3. `bonus points`

      ## 第二条 年龄分 · Article 2 Age points

      | U | age | points |
      |---|---|--:|
      | (1) | <= \(low) | \(parts.points[0]) |
      | (2) | (\(low)..\(high)] | \(parts.points[1]) |
      | (3) | > \(high) | \(parts.points[2]) |

      ## 第三条 学历分 · Article 3 Education points

      | U | education | points |
      |---|---|--:|
      | (1) | "master" | \(parts.education[0]) |
      | (2) | "bachelor" | \(parts.education[1]) |
      | (3) | "none" | \(parts.education[2]) |

      ### \(parts.note) {informative}

      \(parts.words)

      ## 第四条 条件 · Article 4 Conditions

      应当**\(parts.hitChinese)**下列条件：
      Meets **\(parts.hit)** the following:

      1. 成年 · is of age `age >= \(parts.years) years`
      2. \(parts.family) `age < 110 years`\(parts.extraItem)

      ### 奖励分 · Bonus points

      | from | value |
      |---|--:|
      | 2021-01-01 | 1 point |
      | \(day) | \(parts.bonus + 1) points |

      ## \(parts.article) {informative}

      施行。
      In force.
      \(parts.extraArticle)
      """
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
