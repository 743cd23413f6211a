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
      assessor.inquire(
        facts,
        on: day,
        goals: goal.goals(self.set, answers.reach),
        after: lastVerifier
      )
    }
  }

  /// What is to be asked, without what the visitor can't tell; nothing where enough is known for
  /// what was wanted.
  func questions(_ inquiry: Inquiry) -> [Question] {
    isEnough ? [] : left(inquiry)
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
    guard answers.reach == .firstWay, goal.isAnsweredByOne,
      let decision = try? assessor.decide(facts, on: day)
    else { return false }
    return goal.channels(self.set).contains { index in
      self.set.channels[index].rankedBy == nil && decision.channels[index].outcome == .open
    }
  }

  /// Where what is to be asked next stands; where the result stands, if nothing is left.
  ///
  /// Each question has an address of its own, so that the browser's way back leads from one to the
  /// one before.
  var nextAddress: String {
    let next = isEnough ? nil : left(inquiry()).first
    return next.map { "/ways/question?of=\(Form.escaped($0.name.id))" } ?? "/ways/result"
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
