import ExpressionLanguage
@testable import Policy
import TestSupport
import Testing

/// Two versions compared in the terms of law, over generated measures.
@Suite struct LawComparisonTests {
  private static let day = SmallLaw.day("2024-01-01")

  private func set(_ text: String) throws -> PolicySet {
    let library = PolicyLibrary(files: [
      PolicyFile(path: "facts.md", bytes: Array(SmallLaw.dictionary.utf8), hash: ""),
      PolicyFile(path: "points.md", bytes: Array(text.utf8), hash: ""),
    ])
    let (set, report) = PolicyCompiler.compile(library, jurisdiction: "demo", on: Self.day)
    let words = report.text(DiagnosticFormatter(language: .english), from: .error)
    return try #require(set, "\(words)\(text)")
  }

  private func compare(_ old: PolicySet, _ new: PolicySet) -> LawComparison {
    LawComparison(ComparedSide(set: old), ComparedSide(set: new), on: Self.day)
  }

  @Test(arguments: 0..<12)
  func `one thing changed is one change told, from either side`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let law = MutatedLaw(&random)
    let old = try set(law.text)
    #expect(compare(old, old).isEqual)
    #expect(compare(old, old).decidesAlike)
    for mutation in law.mutations(&random) {
      let new = try set(mutation.text)
      let comparison = compare(old, new)
      // A value that moves to another day is one that goes and one that comes.
      let isMove = mutation.subject == .value && mutation.aspect == .whole
      #expect(comparison.changes.count == (isMove ? 2 : 1), "\(comparison.changes)")
      #expect(
        comparison.changes.allSatisfy {
          $0.subject == mutation.subject && $0.aspect == mutation.aspect
        },
        "\(mutation.subject) \(mutation.aspect): \(comparison.changes)"
      )
      #expect(comparison.decidesAlike == !mutation.decides, "\(comparison.changes)")
      let back = compare(new, old)
      #expect(Set(back.changes.map(\.mirrored)) == Set(comparison.changes))
      #expect(back.decidesAlike == comparison.decidesAlike)
      #expect(compare(new, new).isEqual)
    }
  }

  @Test(arguments: 0..<20)
  func `the people concerned are all those who get something else, and no others`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(1_000 + seed))
    let first = MutatedLaw(&random)
    let second = MutatedLaw(&random)
    let (old, new) = (try set(first.text), try set(second.text))
    let concerned = compare(old, new).people.first { $0.rule.english == "Age points" }
    for age in Int64(0)...120 {
      let before = try SmallLaw.points("Age points", age: age, old, on: Self.day)
      let after = try SmallLaw.points("Age points", age: age, new, on: Self.day)
      let classes = (concerned?.classes ?? []).filter { one in
        one.who.allSatisfy { holds($0.english, age) }
      }
      #expect(classes.count == (before == after ? 0 : 1), "\(age): \(classes)")
    }
  }

  /// Whether `age: 36 to 40 years or 50 years or more` is said of an age.
  private func holds(_ words: String, _ age: Int64) -> Bool {
    let said = words.replacing("age: ", with: "")
    let starts = said.replacing(" years or more", with: " years and more")
    return starts.split(separator: " or ").contains { part in
      let numbers = part.split(separator: " ").compactMap { Int64($0) }
      if part.hasPrefix("up to") { return age <= numbers[0] }
      if part.hasSuffix("and more") { return age >= numbers[0] }
      return numbers.count == 2 ? (numbers[0]...numbers[1]).contains(age) : age == numbers[0]
    }
  }

  @Test func `an amendment is told like any other version`() throws {
    let library = SmallLaw.library([
      (
        "a.md",
        SmallLaw.front("amends: demo/points", "2022-01-01") + SmallLaw.agePoints(40) + """


          ### 说明 · Note {informative}

          以证件为准。
          The card counts.

          ## 第三条 学历分 · Article 3 Education points {repealed}

          ## 第一条 总分 · Article 1 Total

          ```feel
          age points
          ```
          """
      )
    ])
    func set(_ day: String) throws -> PolicySet {
      let (set, report) = PolicyCompiler.compile(
        library,
        jurisdiction: "demo",
        on: SmallLaw.day(day)
      )
      let words =
        library.report.text(DiagnosticFormatter(language: .english))
        + report.text(DiagnosticFormatter(language: .english))
      return try #require(set, "\(words)")
    }
    let comparison = compare(try set("2021-12-31"), try set("2022-01-01"))
    #expect(
      comparison.changes.map {
        "\($0.subject) \($0.aspect) \($0.old?.english ?? "") → \($0.new?.english ?? "")"
      }
      .sorted() == [
        "article binding bound → repealed", "article prose 下列各项 ： The the following: → ",
        "row input more than 35 years → more than 40 years",
        "row input up to 35 years → up to 40 years", "rule body sum of → age points",
      ]
    )
    // Chinese readers are told in Chinese.
    let rewritten = try #require(comparison.changes.first { $0.aspect == .body })
    #expect(rewritten.new?.chinese == "年龄分")
    #expect(
      comparison.touched.rules.map(\.english).sorted() == [
        "Age points", "Education points", "Total",
      ]
    )
    #expect(
      comparison.people.map(\.classes) == [
        [
          ConcernedPeople.Class(
            who: [Bilingual("age: 36 years to 40 years", "周岁：36年至40年")],
            old: Bilingual("0 points", "0分"),
            new: Bilingual("20 points", "20分")
          )
        ]
      ]
    )
  }
}
