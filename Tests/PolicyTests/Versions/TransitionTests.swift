import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// Which versions decide a case begun before a change.
@Suite struct TransitionTests {
  /// The small measure with amendments, each on a day with what it says of cases begun before.
  private func library(_ changes: [(day: String, transition: String?)]) -> PolicyLibrary {
    SmallLaw.library(
      changes.enumerated().map { index, change in
        let line = change.transition.map { "transition: \($0)\n" } ?? ""
        return (
          "\(change.day).md",
          SmallLaw.front("amends: demo/points", change.day, line)
            + SmallLaw.agePoints(40 + 5 * index)
        )
      }
    )
  }

  private func deciding(_ library: PolicyLibrary, _ begun: String, _ on: String) -> [String] {
    library.versions(of: "demo", begun: SmallLaw.day(begun), on: SmallLaw.day(on)).map { versions in
      versions.choices.map { "\($0.file.header.from) \($0.reason.rawValue)" }
        .joined(separator: ", ")
    }
  }

  @Test func `without a word a case goes on under the version of its day`() {
    let library = library([("2022-01-01", nil)])
    #expect(deciding(library, "2021-06-01", "2022-06-01") == ["2021-01-01 begun"])
    #expect(deciding(library, "2022-01-01", "2022-06-01") == ["2022-01-01 unchanged"])
    #expect(deciding(library, "2021-06-01", "2021-12-31") == ["2021-01-01 unchanged"])
  }

  @Test func `a change may take over cases begun before`() {
    let library = library([("2022-01-01", "by decision day")])
    #expect(deciding(library, "2021-06-01", "2022-06-01") == ["2022-01-01 decided"])
  }

  @Test func `the old version may decide until a day`() {
    let library = library([("2022-01-01", "by declaration day until 2022-03-31")])
    #expect(deciding(library, "2021-06-01", "2022-03-31") == ["2021-01-01 begun"])
    #expect(deciding(library, "2021-06-01", "2022-04-01") == ["2022-01-01 decided"])
  }

  @Test func `each of several changes says what becomes of the case`() {
    let mixed = library([
      ("2022-01-01", "by decision day"), ("2023-01-01", "by declaration day"),
      ("2024-01-01", nil),
    ])
    // The first takes the case over; the later ones leave it there.
    #expect(deciding(mixed, "2021-06-01", "2024-06-01") == ["2022-01-01 between"])
    #expect(deciding(mixed, "2022-06-01", "2024-06-01") == ["2022-01-01 begun"])
    let last = library([("2022-01-01", nil), ("2023-01-01", "by decision day")])
    #expect(deciding(last, "2021-06-01", "2023-06-01") == ["2023-01-01 decided"])
  }

  @Test func `where the better decides, all that may are compared`() {
    let library = library([
      ("2022-01-01", "whichever is better"), ("2023-01-01", "whichever is better until 2023-12-31"),
    ])
    #expect(
      deciding(library, "2021-06-01", "2023-06-01") == [
        "2021-01-01 begun", "2022-01-01 between", "2023-01-01 decided",
      ]
    )
    #expect(deciding(library, "2021-06-01", "2024-01-01") == ["2023-01-01 decided"])
  }

  @Test func `a case outlives the measure under which it began, unless the repeal says otherwise`()
  {
    func ended(_ transition: String) -> PolicyLibrary {
      SmallLaw.library([
        ("end.md", SmallLaw.front("repeals: demo/points", "2022-01-01", transition))
      ])
    }
    #expect(deciding(ended(""), "2021-06-01", "2022-06-01") == ["2021-01-01 begun"])
    #expect(deciding(ended("transition: by decision day\n"), "2021-06-01", "2022-06-01") == [])
    #expect(deciding(ended(""), "2022-06-01", "2022-06-01") == [])
  }

  @Test func `a case older than the measure is decided by its first version`() {
    #expect(deciding(library([]), "2020-06-01", "2022-06-01") == ["2021-01-01 unchanged"])
  }

  @Test func `the nation's measure changes under a city's, and the case keeps the older`() {
    let library = PolicyLibrary(files: ShippedPolicies.files)
    let versions = library.versions(
      of: "xiongan",
      begun: SmallLaw.day("2024-12-20"),
      on: SmallLaw.day("2025-02-01")
    )
    #expect(versions.count == 1)
    let retirement = versions.first?.choices.first {
      $0.file.header.id == "china/retirement-age"
    }
    #expect(retirement?.file.header.from == SmallLaw.day("2021-01-01"))
    #expect(retirement?.reason == .begun)
    #expect(retirement?.transition == nil)
    for (begun, on) in [("2024-12-20", "2024-12-31"), ("2025-01-01", "2025-02-01")] {
      let same = library.versions(of: "xiongan", begun: SmallLaw.day(begun), on: SmallLaw.day(on))
      let paths = Set(same.flatMap(\.choices).map(\.file.path))
      #expect(paths == Set(library.inForce("xiongan", on: SmallLaw.day(on)).map(\.path)))
    }
  }

  @Test func `a word is known in both languages, and its place may be told`() {
    let library = SmallLaw.library([
      (
        "a.md",
        SmallLaw.front(
          "amends: demo/points",
          "2022-01-01",
          "transition: 从旧兼从有利，第九条 · whichever is better until 2022-12-31, Article 9\n"
        ) + SmallLaw.agePoints(40)
      )
    ])
    let transition = library.measure("demo/points", on: SmallLaw.day("2022-01-01"))?.header
      .transition
    #expect(
      transition
        == Transition(
          word: .better,
          until: SmallLaw.day("2022-12-31"),
          place: Bilingual("Article 9", "第九条")
        )
    )
  }
}
