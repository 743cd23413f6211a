import Registry
import Casework
import ExpressionLanguage
import Policy
import Scoring

/// How far a visitor has come: what was said, what the measures make of it, what is still to ask.
struct WaysTalk: Sendable {
  /// The measures of the day.
  let assessor: Assessor
  /// The legal date.
  let day: CivilDate
  /// What was said.
  let answers: WaysAnswers
  /// The same as facts.
  let facts: Facts
  /// What was worked out for others who said the same.
  private let shelf: InquiryShelf

  var set: PolicySet { assessor.set }
  var model: FactModel { assessor.set.model }
  /// What is being found out; all of it where that was not said.
  var goal: WaysGoal { answers.goal ?? .everything }

  /// What the visitor's browser holds, under the measures of today.
  ///
  /// - Throws: `Rejection` where no measures are in force.
  init(_ visit: Visit) throws {
    let day = visit.office.today
    self.init(
      try visit.office.law(on: day).assessor,
      on: day,
      WaysCookie(visit).answers,
      visit.service.inquiries
    )
  }

  private init(
    _ assessor: Assessor,
    on day: CivilDate,
    _ answers: WaysAnswers,
    _ shelf: InquiryShelf
  ) {
    self.assessor = assessor
    self.day = day
    self.answers = answers
    self.shelf = shelf
    facts = answers.facts(assessor.set.model, on: day)
  }

  /// The same visitor with other answers.
  func saying(_ answers: WaysAnswers) -> WaysTalk { WaysTalk(assessor, on: day, answers, shelf) }

  /// What there is to ask, what settles most first; none where a rule can't be computed.
  func inquiry() -> Inquiry {
    shelf.inquiry(after: answers, on: day) {
      var inquiry = inquiry(for: goal.goals(self.set, answers.reach))
      inquiry.begin(with: self.inquiry(for: goal.firstGoals(self.set, answers.reach)))
      return inquiry
    }
  }

  private func inquiry(for goals: [Goal]) -> Inquiry {
    assessor.inquire(facts, on: day, goals: goals, after: lastVerifier)
  }

  /// What is to be asked, without what the visitor can't tell; nothing where enough is known for
  /// what was wanted.
  func questions(_ inquiry: Inquiry) -> [Question] {
    guard isEnough else { return left(inquiry) }
    guard answers.reach.contains(.points) else { return [] }
    let ranked = goal.firstGoals(self.set, answers.reach)
    return left(inquiry).filter { question in question.goals.contains(where: ranked.contains) }
  }

  /// What still matters, without what the visitor can't tell.
  func left(_ inquiry: Inquiry) -> [Question] {
    let skipped = answers.skipped
    return inquiry.questions.filter { question in
      // What is not known of one record was left open on the page of that record.
      if case .attribute = question.key { return false }
      return !skipped.contains(question.name.id)
    }
  }

  /// Whether a way was wanted and one is open.
  var isEnough: Bool {
    guard !answers.reach.contains(.allWays), goal.isAnsweredByOne,
      let decision = try? assessor.decide(facts, on: day)
    else { return false }
    return goal.channels(self.set).contains { decision.channels[$0].outcome == .open }
  }

  /// Where what is to be asked next stands; where the result stands, if nothing is left.
  ///
  /// Each question has an address of its own, so that the browser's way back leads from one to the
  /// one before.
  var nextAddress: String {
    questions(inquiry()).first.map { "/ways/question?of=\(Form.escaped($0.name.id))" }
      ?? "/ways/result"
  }

  /// Why the facts can't be, and nothing where they can.
  func objection() -> Bilingual? {
    do throws(EvaluationFault) {
      if let words = try assessor.impossible(facts, on: day).first {
        return Bilingual(
          "This does not fit your other answers: \(words.english)",
          "与您的其他回答不符：\(words[.chinese])"
        )
      }
      _ = try assessor.assess(facts, on: day)
      return nil
    } catch {
      let rules = self.set.rules
      guard rules.indices.contains(error.definition) else {
        return Bilingual("With this nothing can be computed", "按此回答无法计算")
      }
      let name = rules[error.definition].name
      return Bilingual(
        "With this, \(name.english) cannot be computed",
        "按此回答，“\(name[.chinese])”无法计算"
      )
    }
  }

  /// Where something that can be asked for stands among the facts; `nil` for no such name.
  func key(of name: String) -> MissingFact? {
    model.fact(named: name).map { .fact($0) } ?? model.records(named: name).map { .records($0) }
  }

  /// What was said before something was, if anything.
  func name(before name: String?) -> String? {
    let names = answers.entries.map(\.name).filter { key(of: $0) != nil }
    guard let name, let place = names.firstIndex(of: name) else { return names.last }
    return place > 0 ? names[place - 1] : nil
  }

  /// Who verifies what was said last.
  private var lastVerifier: Bilingual? {
    guard let last = answers.entries.last, case .value = last.entry,
      let fact = model.fact(named: last.name)
    else { return nil }
    return model.facts[fact].verifiedBy
  }
}

extension Inquiry {
  /// Puts what another one asks before the rest, in its order.
  fileprivate mutating func begin(with other: Inquiry) {
    let places = Dictionary(
      uniqueKeysWithValues: other.questions.enumerated().map { ($1.key, $0) }
    )
    let first = questions.filter { places[$0.key] != nil }
      .sorted { places[$0.key, default: 0] < places[$1.key, default: 0] }
    questions = first + questions.filter { places[$0.key] == nil }
  }
}
