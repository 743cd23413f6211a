import ExpressionLanguage
import Policy
import TestSupport
import Testing

@testable import Scoring

/// What a person does next: papers by case, days, fee, remedy, and when to declare.
struct NextStepTests {
  private func texts(_ texts: [StepText]) -> [String] {
    texts.map { $0.text.english + ($0.isCertain ? "" : "?") }
  }

  @Test func `papers are those of the person's case`() throws {
    let worker = [("moved", "no"), ("basis", "work"), ("age now", "30")]
    let pupil = [("moved", "no"), ("basis", "study"), ("age now", "17")]
    let moved = [("moved", "yes"), ("basis", "work"), ("age now", "30")]
    #expect(
      texts(try StepMeasure.channel(worker).nextStep.papers) == ["identity card", "proof of work"]
    )
    let papers = try StepMeasure.channel(pupil).nextStep.papers
    #expect(texts(papers) == ["identity card", "proof of study", "consent of a parent"])
    #expect(papers.map { $0.place.citation(.english) }[1] == "Article 5 (3)")
    #expect(papers.map(\.standing) == [.enacted, .sample, .enacted])
    #expect(papers.allSatisfy { $0.sources.map(\.place) == ["Art. 9"] })
    #expect(
      texts(try StepMeasure.channel(moved).nextStep.papers) == ["identity card", "confirmation"]
    )
  }

  @Test func `what is not decided is brought perhaps, and it says on what it hangs`() throws {
    let papers = try StepMeasure.channel([("moved", "no"), ("age now", "17")]).nextStep.papers
    #expect(
      texts(papers)
        == ["identity card", "proof of work?", "proof of study?", "consent of a parent?"]
    )
    let conditions = papers.map { $0.condition?.english ?? "" }
    #expect(conditions == ["", "basis: work", "basis: study", "basis: not work"])
    #expect(papers.last?.condition?.chinese == "事由不为就业")
    #expect(papers.dropFirst().allSatisfy { $0.missing.map(\.id) == ["basis"] })
  }

  @Test func `days and fee come from the contract or from the channel, as they are founded`()
    throws
  {
    let step = try StepMeasure.channel([("permit", "yes")]).nextStep
    let days = try #require(step.decidedWithin)
    #expect(days.text == Bilingual("15 working days", "15个工作日"))
    #expect(days.canonical == "15" && days.unit == "working days" && days.standing == .reported)
    #expect(days.place.citation(.english) == "Article 6")
    #expect(days.sources.map(\.place) == ["Art. 9"])
    let fee = try #require(step.fee)
    #expect(fee.text.english == "12 yuan" && !fee.isZero && fee.standing == .sample)
    #expect(texts(step.applyAt) == ["town hall", "post"])
    #expect(step.applyAt.allSatisfy { $0.standing == .reported })
  }

  @Test func `remedies are those of the day`() throws {
    for (day, standing) in [("2023-12-31", Standing.sample), ("2024-01-01", .enacted)] {
      let remedy = try StepMeasure.channel([("permit", "no"), ("moved", "no")], on: day)
        .nextStep.remedy
      #expect(
        texts(remedy) == ["reconsideration within 60 days", "litigation within six months"]
      )
      #expect(remedy.map(\.standing) == [standing, .enacted])
    }
  }

  @Test(arguments: [
    ("2021-06-01", DeclarationWindow.State.opens, 2022), ("2022-05-19", .opens, 2022),
    ("2022-05-20", .opened, 2022), ("2022-12-31", .opened, 2022), ("2023-01-01", .opens, 2023),
    ("2023-05-19", .opens, 2023), ("2023-05-20", .open, 2023),
    ("2023-06-04", .open, 2023), ("2023-06-05", .opens, 2025), ("2025-02-28", .opens, 2025),
    ("2025-03-01", .open, 2025), ("2025-03-31", .open, 2025), ("2025-04-01", .closed, 2025),
  ])
  func `a round opens and closes on its days`(
    day: String,
    state: DeclarationWindow.State,
    round: Int
  ) throws {
    let window = try #require(try StepMeasure.channel([("permit", "yes")], on: day).nextStep.window)
    #expect(window.state == state && window.round == round)
    if round == 2023 {
      #expect(window.opens?.time == "08:00" && window.closes?.time == "20:00")
      #expect(window.closes?.day == Samples.date("2023-06-04") && window.standing == .sample)
    }
  }

  @Test func `a round without a closing is over with its year; without rounds none is announced`()
    throws
  {
    let library = { (keeps: String) in
      var text = StepMeasure.text
      for year in ["2022", "2023", "2025"] where year != keeps {
        let parts = text.split(separator: "## \(year)年度", maxSplits: 1)
        let rest = parts[1].drop { $0 != "#" }
        text = String(parts[0] + rest)
      }
      return Libraries.library(["facts.md": StepMeasure.facts, "2021.md": text])
    }
    for (keeps, state) in [("2022", DeclarationWindow.State.closed), ("none", .notAnnounced)] {
      let prepared = try Prepared(library(keeps), "town", on: Samples.date("2026-11-23"))
      let person = try Person(prepared, [("permit", "yes")])
      let assessment = try prepared.assessor.assess(person.facts, on: prepared.day)
      #expect(assessment.channels[0].nextStep.window?.state == state)
    }
  }

  @Test func `of an undetermined channel the first undecided condition says what to supply`()
    throws
  {
    let channel = try StepMeasure.channel([("permit", "yes"), ("moved", "no")])
    #expect(channel.outcome == .undetermined)
    #expect(channel.nextStep.first.map(\.id) == ["age-now"])
    #expect(channel.nextStep.first.map(\.verifiedBy.english) == ["police"])
    #expect(try StepMeasure.channel([("moved", "yes")]).nextStep.first.isEmpty)
  }

  @Test func `what hangs on an exception alone says so`() throws {
    let channel = try StepMeasure.channel([("permit", "no"), ("age now", "30")])
    let condition = try #require(channel.conditions.first)
    #expect(channel.outcome == .undetermined && condition.status == .unknown)
    let exception = try #require(condition.exception)
    #expect(!exception.holds && exception.waives)
    #expect(exception.place.citation(.english) == "Article 3")
    #expect(exception.missing.map(\.id) == ["moved"])
    #expect(channel.nextStep.first.map(\.id) == ["moved"])
    let decided = try StepMeasure.channel([("permit", "yes"), ("age now", "30")])
    #expect(decided.outcome == .open && decided.conditions.first?.exception == nil)
    let waived = try StepMeasure.channel([("permit", "no"), ("moved", "yes")])
    #expect(waived.conditions.first?.status == .waived)
    #expect(waived.conditions.first?.exception?.holds == true)
  }

  @Test func `each family member has an outcome with its reasons, by a closed way too`() throws {
    let family = "[{relation: spouse, lives together: yes}, {relation: child}, {}]"
    for permit in ["yes", "no"] {
      let channel = try StepMeasure.channel(
        [("permit", permit), ("moved", "no"), ("age now", "30"), ("family", family)]
      )
      #expect(channel.outcome == (permit == "yes" ? .open : .closed))
      #expect(channel.family.map(\.outcome) == [.open, .closed, .undetermined])
      #expect(channel.family.allSatisfy { $0.joining == .allOf && $0.conditions.count == 2 })
      #expect(channel.family.map(\.name.english) == ["spouse", "child", "Family (3)"])
      #expect(channel.family[1].conditions.map(\.status) == [.unknown, .notMet])
      let place = try #require(channel.family[1].conditions.last).place
      #expect(place.citation(.english) == "Article 8 (2)")
      #expect(channel.family[2].missing.count == 2 && channel.familyMissing.isEmpty)
    }
    let unknown = try StepMeasure.channel([("permit", "yes")])
    #expect(unknown.family.isEmpty && unknown.familyMissing.map(\.id) == ["family"])
    let none = try StepMeasure.channel([("permit", "yes"), ("family", "none")])
    #expect(none.family.isEmpty && none.familyMissing.isEmpty)
  }

  @Test func `the text says it in either language`() throws {
    func text(_ entries: [(String, String)], _ language: Language) throws -> String {
      let person = try Person(try StepMeasure.prepared(on: "2025-03-10"), entries)
      let assessment = try person.prepared.assessor.assess(person.facts, on: person.prepared.day)
      return TextExplanation(language: language, colour: false).text(assessment)
    }
    let open = [("permit", "yes"), ("moved", "no"), ("age now", "30"), ("family", "none")]
    #expect(
      try text(open, .english).contains(
        """
        What to do now
          ✓ Settling
            declare         now, until 2025-03-31 (round 2025)
            apply at        town hall; post · Article 1 · reported
            papers          identity card · Article 5
            perhaps         proof of work (if basis: work); proof of study (if basis:
                            study) · Article 5 · sample
            decided within  15 working days · Article 6 · reported
            fee             12 yuan · Article 1 · sample

        """
      )
    )
    let closed = [("permit", "no"), ("moved", "no"), ("age now", "30")]
    #expect(
      try text(closed, .chinese).contains(
        """
        下一步
          ✗ 对不予办理的决定不服的
            六十日内复议
            六个月内诉讼

        """
      )
    )
    #expect(
      try text([("permit", "no"), ("age now", "30")], .chinese).contains(
        """
        下一步
          ? 落户
            先补  疏解人员（单位）

        """
      )
    )
    #expect(
      try text([("permit", "no"), ("age now", "30")], .english).contains(
        "perhaps waived under Article 3: Moved people; missing: moved"
      )
    )
    #expect(
      try text(Array(open.dropLast()), .english).contains("not known who they are; missing: Family")
    )
  }

  /// Whatever the missing facts turn out to be: what is certain stays, and nothing comes that was
  /// not listed; a paper brought perhaps is wanted of one who could be that person.
  @Test func `papers of whom little is known hold for everyone that it may be`() throws {
    let prepared = try StepMeasure.prepared(on: "2026-11-23")
    for seed in 0..<UInt64(60) {
      var random = RandomPerson(prepared, seed: seed)
      let whole = random.whole()
      let partial = random.partial(whole)
      let known = try papers(partial, prepared)
      let certain = Set(known.filter(\.isCertain).map(\.text.english))
      let listed = Set(known.map(\.text.english))
      var wanted: Set<String> = []
      for facts in completions(of: partial) {
        let papers = Set(try papers(facts, prepared).map(\.text.english))
        #expect(certain.isSubset(of: papers) && papers.isSubset(of: listed), "seed \(seed)")
        wanted.formUnion(papers)
      }
      #expect(wanted == listed, "seed \(seed)")
    }
  }

  /// The papers, whether the way is open or not.
  private func papers(_ facts: Facts, _ prepared: Prepared) throws -> [StepText] {
    let evaluator = Evaluator(
      program: prepared.set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: prepared.day
    )
    let book = prepared.assessor.book
    let explainer = Explainer(book, facts: facts, evaluator: evaluator)
    var listed: [Explainer.Listed] = []
    return try explainer.texts(book.channels[0].steps.papers, &listed).texts
  }

  /// Everybody whom the known facts fit, by basis, move and both sides of the age.
  private func completions(of facts: Facts) -> [Facts] {
    let values: [[Value]] = [
      [.truth(true)], [.choice(0), .choice(1)], [.truth(true), .truth(false)],
      [.number(17), .number(18)],
    ]
    var all = [facts]
    for (index, options) in values.enumerated() where !facts.values[index].isKnown {
      all = all.flatMap { person in
        options.map { value in
          var person = person
          person.values[index] = value
          return person
        }
      }
    }
    return all
  }
}
