package import ExpressionLanguage
import Policy

/// A conversation in which a person is asked for what still matters, one question at a time.
///
/// Pure: a line that was said goes in, the text that answers it comes out, and the state is a
/// value. A terminal and a page in a browser hold it alike.
package struct Conversation: Sendable {
  /// What is asked for, and how it is said.
  package struct Settings: Sendable {
    /// The channels to look into, by position in the set; `nil` for all.
    package var channels: [Int]?
    /// Whether to ask for services too.
    package var withServices = false
    /// The language.
    package var language: Language
    /// The columns of a line; at least 32 are used.
    package var width = 80
    /// Whether escape sequences may be used.
    package var colour = false

    /// Creates settings that look into every channel.
    package init(language: Language) { self.language = language }
  }

  /// What is being talked about.
  enum Stage: Sendable {
    case question(Question)
    case records(Question, RecordsDialogue)
    /// There is nothing left to ask.
    case finished
  }

  /// What going back returns to.
  struct Step: Sendable {
    var known: Known
    var skips: [MissingFact: Int]
    var stage: Stage
  }

  /// What is known, and what follows from it.
  struct Known: Sendable {
    var facts: Facts
    var assessment: Assessment
    var inquiry: Inquiry
  }

  let assessor: Assessor
  let day: CivilDate
  let settings: Settings
  /// What is known, and what follows from it.
  var known: Known
  /// Whether the person has taken leave.
  package internal(set) var isOver = false
  var stage = Stage.finished
  var steps: [Step] = []
  /// How often each fact was skipped; what was skipped twice is asked no more.
  var skips: [MissingFact: Int] = [:]

  /// Begins with what is known.
  ///
  /// - Throws: A fault that names the rule that cannot be computed for these facts.
  package init(
    _ assessor: Assessor,
    facts: Facts,
    on day: CivilDate,
    _ settings: Settings
  ) throws(EvaluationFault) {
    self.assessor = assessor
    self.day = day
    self.settings = settings
    known = try Conversation.judge(facts, assessor, day, settings, after: nil)
    next()
  }

  /// What is known.
  package var facts: Facts { known.facts }
  /// What the measures say of it: the channels that are looked into.
  package var assessment: Assessment { known.assessment }
  /// Whether every goal is decided.
  package var isDecided: Bool { known.inquiry.questions.isEmpty }

  /// Records that were begun and not finished, by kind; they are not among the facts.
  package var unfinished: [Int: [[Value]]] {
    guard case .records(_, let dialogue) = stage else { return [:] }
    let row = dialogue.row.contains(where: \.isKnown) && dialogue.place == nil ? [dialogue.row] : []
    let rows = dialogue.rows + row
    return rows.isEmpty ? [:] : [dialogue.kind: rows]
  }

  /// Whether the records are those of other facts.
  package func hasSameRecords(as other: Facts) -> Bool {
    zip(facts.records, other.records).allSatisfy { lhs, rhs in
      switch (lhs, rhs) {
      case (.unknown, .unknown): true
      case (.known(let left), .known(let right)): left == right
      default: false
      }
    }
  }

  /// How many questions there can still be.
  var questionsLeft: Int { known.inquiry.questions.count { skips[$0.key, default: 0] < 2 } }

  /// Chooses what is asked next: what was never skipped, then what was skipped once.
  mutating func next() {
    let questions = known.inquiry.questions
    let open = questions.first { skips[$0.key] == nil }
    guard let question = open ?? questions.first(where: { skips[$0.key] == 1 }) else {
      stage = .finished
      return
    }
    if case .records(let kind) = question.key {
      stage = .records(question, RecordsDialogue(kind: kind))
    } else {
      stage = .question(question)
    }
  }

  /// Keeps the present state to go back to.
  mutating func remember() {
    steps.append(Step(known: known, skips: skips, stage: stage))
  }

  /// Takes an answer if the facts can be with it; else says why not and changes nothing.
  mutating func take(_ answer: Answer, to question: Question) -> Bilingual? {
    var facts = known.facts
    facts.take(answer, for: question.key)
    do throws(EvaluationFault) {
      let impossible = try assessor.impossible(facts, on: day)
      if let words = impossible.first {
        return Bilingual(
          "that cannot be, with what was said before: \(words.english)",
          "与前面的回答不符，不可能：\(words[.chinese])"
        )
      }
      let verifier = question.name.verifiedBy
      let found = try Conversation.judge(facts, assessor, day, settings, after: verifier)
      remember()
      known = found
      return nil
    } catch {
      let name = assessor.set.rules[error.definition].name
      return Bilingual(
        "with that, \(name.english) cannot be computed",
        "按此回答，“\(name[.chinese])”无法计算"
      )
    }
  }

  /// Returns to the step before, if there is one.
  mutating func goBack() -> Bool {
    guard let step = steps.popLast() else { return false }
    (known, skips, stage) = (step.known, step.skips, step.stage)
    return true
  }

  /// What the measures say of some facts, and what there is to ask.
  private static func judge(
    _ facts: Facts,
    _ assessor: Assessor,
    _ day: CivilDate,
    _ settings: Settings,
    after verifier: Bilingual?
  ) throws(EvaluationFault) -> Known {
    let set = assessor.set
    let channels = settings.channels ?? Array(set.channels.indices)
    var goals: [Goal] = channels.map { .standing($0) }
    if settings.withServices { goals += set.services.indices.map { .service($0) } }
    var assessment = try assessor.assess(facts, on: day)
    let inquiry = assessor.inquire(facts, on: day, goals: goals, after: verifier)
    if settings.channels != nil {
      assessment.channels.removeAll { channel in
        assessor.index(of: channel).map { !channels.contains($0) } ?? true
      }
    }
    if !settings.withServices { assessment.services = [] }
    assessor.settle(&assessment, inquiry)
    return Known(facts: facts, assessment: assessment, inquiry: inquiry)
  }
}

extension Facts {
  /// Takes an answer in place of what was not known; where it came from is not known then.
  mutating func take(_ answer: Answer, for key: MissingFact) {
    provenance[key] = nil
    switch (key, answer) {
    case (.fact(let fact), .value(let value)): values[fact] = value
    case (.records(let kind), .records(let rows)): records[kind] = .known(rows)
    case (.attribute(let kind, let item, let attribute), .value(let value)):
      guard case .known(var rows) = records[kind] else { return }
      rows[item][attribute] = value
      records[kind] = .known(rows)
    default: preconditionFailure("a value answers a fact, records answer records")
    }
  }
}
