import Casework
import ExpressionLanguage
import Policy
import Scoring

/// One question while it is asked: what its page shows around the fields, and where it leads.
struct Asking {
  /// What a question decides of one channel or service.
  struct Reason: Sendable {
    struct Ground: Sendable {
      let says: String
      let place: String
    }
    let goal: String
    let measure: String
    let grounds: [Ground]
  }

  /// What stands around the fields of every question.
  struct Frame: Sendable {
    let of: String
    let origin: String
    /// Whether nothing was answered yet, so that what is true of all answers is said.
    let isFirst: Bool
    /// What the page says of how far one has come.
    let caption: String
    let reasons: [Reason]
    let verifier: String?
  }

  let visit: Visit
  let talk: WaysTalk
  let name: String
  private let known: Inquiry?

  init(_ visit: Visit, _ talk: WaysTalk, _ name: String, _ inquiry: Inquiry? = nil) {
    self.visit = visit
    self.talk = talk
    self.name = name
    known = inquiry
  }

  var language: Language { visit.language }
  /// What was said of it.
  var said: WaysAnswers.Entry? { talk.answers[name] }
  /// The page that wanted it changed, if one did.
  var origin: String {
    let from = visit.form["from"] ?? visit.query["from"] ?? ""
    return ["answers", "result"].contains(from) ? from : ""
  }

  /// What stands around the fields.
  func frame(_ verifier: Bilingual) throws -> Frame {
    // Why it is asked is told as if it had not been answered.
    var answers = talk.answers
    let isAnswered = answers[name] != nil
    answers[name] = nil
    let talk = isAnswered ? self.talk.saying(answers) : self.talk
    let inquiry = isAnswered ? talk.inquiry() : known ?? talk.inquiry()
    let question = inquiry.questions.first { $0.name.id == name }
    return Frame(
      of: name,
      origin: origin,
      isFirst: talk.answers.entries.isEmpty,
      caption: caption(talk, inquiry),
      reasons: try question.map { try reasons($0, talk) } ?? [],
      verifier: verifier.isEmpty ? nil : verifier[language]
    )
  }

  /// Where the link back leads.
  var back: String {
    if !origin.isEmpty { return "/ways/" + origin }
    return talk.name(before: name).map { "/ways/question?of=\(Form.escaped($0))" } ?? "/ways"
  }

  /// The address of the question, with one of its records in hand or without.
  func address(item: Int? = nil) -> String {
    "/ways/question?of=\(Form.escaped(name))" + (item.map { "&item=\($0)" } ?? "")
      + (origin.isEmpty ? "" : "&from=\(origin)")
  }

  /// Keeps answers, and goes on to the next question or back to where one came from.
  func keep(_ answers: WaysAnswers, to address: String? = nil) throws -> Reply {
    let next = address ?? (origin.isEmpty ? talk.saying(answers).nextAddress : "/ways/" + origin)
    return try WaysCookie(visit).keeping(answers, visit.redirect(to: next))
  }

  /// What is said where the browser has no room for more.
  var tooMuch: Bilingual {
    Bilingual(
      "Your browser has no room for more. Leave out what is oldest.",
      "浏览器已存不下更多内容，请略去最早的几条。"
    )
  }

  private func caption(_ talk: WaysTalk, _ inquiry: Inquiry) -> String {
    let entries = self.talk.answers.entries
    let place = entries.firstIndex { $0.name == name } ?? entries.count
    if !origin.isEmpty { return visit.say("Question \(place + 1)", "第 \(place + 1) 题") }
    let others = talk.questions(inquiry).count { $0.name.id != name }
    if others == 0 {
      return visit.say("Question \(place + 1), the last", "第 \(place + 1) 题，最后一题")
    }
    return visit.say(
      "Question \(place + 1), at most \(others) more",
      "第 \(place + 1) 题，最多还有 \(others) 题"
    )
  }

  private func reasons(_ question: Question, _ talk: WaysTalk) throws -> [Reason] {
    let assessment = try talk.assessor.assess(talk.facts, on: talk.day)
    return talk.assessor.reasons(for: question, in: assessment).map { reason in
      Reason(
        goal: reason.goal[language],
        measure: reason.measure[language],
        grounds: reason.grounds.map { ground in
          Reason.Ground(
            says: ground.words[language],
            place: ground.place.precise(language)
          )
        }
      )
    }
  }
}
