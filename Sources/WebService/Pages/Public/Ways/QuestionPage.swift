import Casework
import ExpressionLanguage
import Policy
import Scoring

/// One question a page: only what can still change something, what settles most first.
enum QuestionPage {
  static let show: Route.Handler = { visit in
    let talk = try WaysTalk(visit)
    guard talk.answers.goal != nil else { return visit.redirect(to: "/ways") }
    guard let name = visit.query["of"] else { return try next(visit, talk) }
    guard let key = talk.key(of: name) else { throw Fault.notFound }
    return try page(visit, talk, name, key, visit.query["item"].flatMap { Int($0) })
  }

  /// Takes what was said, and goes on.
  static let send: Route.Handler = { visit in
    let talk = try WaysTalk(visit)
    guard let name = visit.form["of"], talk.answers.goal != nil, let key = talk.key(of: name)
    else { return visit.redirect(to: "/ways") }
    let asking = Asking(visit, talk, name)
    do {
      if visit.form["skip"] != nil {
        var answers = talk.answers
        answers[name] = .skipped
        return try asking.keep(answers)
      }
      switch key {
      case .fact(let fact): return try FactQuestion(asking, fact).send()
      case .records(let kind): return try RecordsQuestion(asking, kind).send()
      case .attribute: throw Fault.notFound
      }
    } catch is WaysCookie.TooLarge {
      throw Fault.malformed(asking.tooMuch)
    }
  }

  /// What is asked next; the result where nothing is left.
  private static func next(_ visit: Visit, _ talk: WaysTalk) throws -> Reply {
    let inquiry = talk.inquiry()
    guard let question = talk.questions(inquiry).first else {
      return visit.redirect(to: "/ways/result")
    }
    let asking = Asking(visit, talk, question.name.id, inquiry)
    switch question.key {
    case .fact(let fact): return try FactQuestion(asking, fact).page()
    case .records(let kind): return try RecordsQuestion(asking, kind).page(item: nil)
    case .attribute: throw Fault.notFound
    }
  }

  private static func page(
    _ visit: Visit,
    _ talk: WaysTalk,
    _ name: String,
    _ key: MissingFact,
    _ item: Int?
  ) throws -> Reply {
    let asking = Asking(visit, talk, name)
    switch key {
    case .fact(let fact): return try FactQuestion(asking, fact).page()
    case .records(let kind): return try RecordsQuestion(asking, kind).page(item: item)
    case .attribute: throw Fault.notFound
    }
  }
}
