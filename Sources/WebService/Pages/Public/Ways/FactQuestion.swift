import ExpressionLanguage
import Policy
import Scoring

/// A question for one fact.
struct FactQuestion {
  struct View: Sendable {
    let frame: Asking.Frame
    let one: AnswerField
  }

  private let asking: Asking
  private let slot: AnswerSlot
  private let reader: AnswerReader

  init(_ asking: Asking, _ fact: Int) {
    self.asking = asking
    slot = AnswerSlot(.fact(fact), asking.talk.model)
    reader = AnswerReader(.fact(fact), asking.talk.model, on: asking.talk.day)
  }

  /// The page; shown again with what was sent in and what is wrong with it.
  func page(_ form: Form? = nil, _ problem: Bilingual? = nil) throws -> Reply {
    let frame = try asking.frame(slot.fact.verifiedBy)
    let said: String? = if case .value(let text) = asking.said { text } else { nil }
    let maker = AnswerFieldMaker(
      slot: slot,
      reader: reader,
      field: "answer",
      name: asking.name,
      language: asking.language,
      day: asking.talk.day,
      mayBeUnknown: false,
      form: form,
      said: said,
      problem: problem
    )
    let words = QuestionWords.words(for: asking.name, label: slot.fact.name)
    return try asking.visit.page(
      "public/ways/question",
      title: words.question,
      View(frame: frame, one: maker.field(isPage: true, caption: frame.caption)),
      mistakes: problem.map { [Layout.Mistake("answer", $0[asking.language])] } ?? [],
      back: asking.back
    )
  }

  /// Takes the answer; the page again where it is none, or can't be.
  func send() throws -> Reply {
    let form = asking.visit.form
    guard let text = AnswerFieldMaker.text(form, "answer", slot) else {
      return try page(form, missing)
    }
    switch slot.read(text, reader) {
    case .failure(let failure): return try page(form, failure.text.capitalized)
    case .success(let value):
      if let problem = slot.prematurity(value, asking.talk.day) { return try page(form, problem) }
      var answers = asking.talk.answers
      answers[asking.name] = .value(slot.text(value))
      if let objection = asking.talk.saying(answers).objection() {
        return try page(form, objection)
      }
      do {
        return try asking.keep(answers)
      } catch is WaysCookie.TooLarge {
        return try page(form, asking.tooMuch)
      }
    }
  }

  private var missing: Bilingual { .missing(slot) }
}

extension AnswerSlot {
  /// What a text says: as it is written, or as people type it.
  func read(_ text: String, _ reader: AnswerReader) -> Result<Value, Misunderstanding> {
    if let value = value(text), value.isKnown { return .success(value) }
    return reader.read(text)
  }
}

extension Visit {
  /// The half in the language of the answer, with a capital letter where that has any.
  func sentence(_ text: Bilingual) -> String { say(text.capitalized) }
}

extension Bilingual {
  /// What is said where nothing was filled in.
  static func missing(_ slot: AnswerSlot) -> Bilingual {
    switch slot.fact.type.base {
    case .truth, .choice: Bilingual("Choose an answer", "请选择一项")
    case .date where slot.grain == .months: Bilingual("Enter a month", "请填写年份和月份")
    case .date: Bilingual("Enter a day", "请填写年月日")
    default: Bilingual("Enter an answer", "请填写答案")
    }
  }

  /// With a capital letter at the beginning of a sentence.
  var capitalized: Bilingual {
    Bilingual(english.prefix(1).uppercased() + english.dropFirst(), chinese)
  }
}
