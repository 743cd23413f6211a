import ExpressionLanguage
import Policy
import Scoring

/// What was said so far, to look over and change.
enum AnswersPage {
  struct View: Sendable {
    struct Answer: Sendable {
      let question: String
      let says: [String]
      let isOpen: Bool
      let change: String
    }
    let goal: String
    let answers: [Answer]
    let left: Left?
  }

  /// What is still to ask.
  struct Left: Sendable {
    let count: Int
  }

  static let show: Route.Handler = { visit in
    let talk = try WaysTalk(visit)
    guard talk.answers.goal != nil else { return visit.redirect(to: "/ways") }
    let left = talk.questions(talk.inquiry()).count
    return try visit.page(
      "public/ways/answers",
      title: Bilingual("Check your answers", "核对您的回答"),
      View(
        goal: visit.say(talk.goal.words(talk.set)),
        answers: answers(talk, visit),
        left: left > 0 ? Left(count: left) : nil
      )
    )
  }

  /// Every answer in the order of saying.
  ///
  /// `origin` is the page to which a change leads back.
  static func answers(
    _ talk: WaysTalk,
    _ visit: Visit,
    from origin: String = "answers"
  ) -> [View.Answer] {
    talk.answers.entries.compactMap { name, entry in
      guard let key = talk.key(of: name) else { return nil }
      let label: Bilingual
      let says: [String]
      switch key {
      case .fact(let index):
        label = talk.model.facts[index].name
        let slot = AnswerSlot(key, talk.model)
        guard entry != .skipped else {
          says = []
          break
        }
        guard case .value(let text) = entry, let value = slot.value(text) else { return nil }
        says = [slot.shown(value, visit.language)]
      case .records(let kind):
        label = talk.model.records[kind].name
        let text = RecordText(kind, talk.model, visit.language)
        switch entry {
        case .records(let rows) where rows.isEmpty: says = [visit.say("none", "无")]
        case .records(let rows):
          says = rows.enumerated().map { text.line($0.element, item: $0.offset) }
        case .begun(let rows):
          says =
            rows.enumerated().map { text.line($0.element, item: $0.offset) }
            + [visit.say("not finished, so not counted yet", "还没有填完，暂不计入")]
        default: says = []
        }
      case .attribute: return nil
      }
      return View.Answer(
        question: QuestionWords.words(for: name, label: label).question[visit.language],
        says: says,
        isOpen: says.isEmpty,
        change: visit.link("/ways/question?of=\(Form.escaped(name))&from=\(origin)")
      )
    }
  }
}

extension WaysGoal {
  /// What is being found out, in words.
  func words(_ set: PolicySet) -> Bilingual {
    switch self {
    case .permit: return Bilingual("Whether you can get a residence permit", "能不能申领居住证")
    case .settle:
      return Bilingual("Whether and how you can settle in Xiong'an", "能不能在雄安新区落户，走哪条路")
    case .services: return Bilingual("Which services you can have", "能享受哪些公共服务和便利")
    case .everything:
      return Bilingual("The permit, settling and the services", "居住证、落户和公共服务")
    case .service:
      guard let index = services(set).first else { return WaysGoal.services.words(set) }
      let name = set.services[index].name
      return Bilingual(
        "Whether you can have \(name.english)",
        "能不能享受“\(name[.chinese])”"
      )
    }
  }
}
