import ExpressionLanguage
import Policy
import Scoring

/// A question for one record: all its attributes on one page.
struct RecordQuestion {
  struct View: Sendable {
    let frame: Asking.Frame
    let heading: String
    let item: Int
    let fields: [AnswerField]
    /// The word by which Chinese counts such records.
    let counted: String
    /// Whether another can follow.
    let mayHaveMore: Bool
    /// Whether the whole question can still be left open here.
    let mayBeSkipped: Bool
  }

  private let question: RecordsQuestion
  private let item: Int

  init(_ question: RecordsQuestion, _ item: Int) {
    self.question = question
    self.item = item
  }

  private var asking: Asking { question.asking }
  private var language: Language { question.language }

  /// The page; shown again with what was sent in and what is wrong with it, by field.
  func page(_ form: Form? = nil, _ problems: [Int: Bilingual] = [:]) throws -> Reply {
    let frame = try asking.frame(question.verifier)
    let fields = question.records.attributes.indices.map { attribute in
      maker(attribute, form, problems[attribute]).field(isPage: false)
    }
    let name = question.records.name
    let heading = Bilingual(
      "\(name.english): number \(item + 1)",
      "\(name[.chinese])：\(question.ordinal(item))"
    )
    return try asking.visit.page(
      "public/ways/record",
      title: heading,
      View(
        frame: frame,
        heading: heading[language],
        item: item,
        fields: fields,
        counted: question.counted,
        mayHaveMore: max(item + 1, question.rows.count) < question.records.most,
        mayBeSkipped: question.rows.isEmpty
      ),
      mistakes: problems.sorted { $0.key < $1.key }.map { attribute, problem in
        Layout.Mistake(field(attribute), problem[language])
      },
      back: asking.address()
    )
  }

  /// Takes the record.
  func send() throws -> Reply {
    let form = asking.visit.form
    var row: [String] = []
    var values: [Value] = []
    var problems: [Int: Bilingual] = [:]
    for attribute in question.records.attributes.indices {
      let slot = slot(attribute)
      let text = AnswerFieldMaker.text(form, field(attribute), slot)
      let value: Value
      switch text {
      // A day of which little is known may be left out, where it is not the end of a spell.
      case nil where mayBeUnknown(attribute) && slot.isDay: value = .unknown(Missing(slot.key))
      case nil:
        problems[attribute] = .missing(slot)
        value = .unknown(Missing(slot.key))
      case AnswerSlot.unknown?: value = .unknown(Missing(slot.key))
      case AnswerSlot.none? where slot.isEnd: value = .absent
      case let text?:
        switch slot.read(text, reader(attribute)) {
        case .success(let read):
          value = read
          problems[attribute] = slot.prematurity(read, asking.talk.day)
        case .failure(let failure):
          problems[attribute] = failure.text.capitalized
          value = .unknown(Missing(slot.key))
        }
      }
      values.append(value)
      row.append(slot.text(value))
    }
    if question.records.grain != nil, isToldTwice(form) {
      problems[1] = Bilingual(
        "Either give the end, or tick that it still goes on",
        "填了结束时间，就不要再勾选“仍在继续”"
      )
    }
    if problems.isEmpty, question.records.grain != nil, values.count > 1,
      case .date(let from) = values[0], case .date(let to) = values[1], to < from
    {
      problems[1] = Bilingual("It ends before it begins", "结束时间早于开始时间")
    }
    if !problems.isEmpty { return try page(form, problems) }
    var rows = question.rows
    if item < rows.count { rows[item] = row } else { rows.append(row) }
    var answers = asking.talk.answers
    // What can't be is told here, beside the record, and not only when all of them are told.
    answers[asking.name] = .records(rows)
    if let objection = asking.talk.saying(answers).objection() {
      return try page(form, [0: objection])
    }
    do {
      if form["then"] == "done" { return try asking.keep(answers) }
      answers[asking.name] = .begun(rows)
      let another = form["then"] == "more" && rows.count < question.records.most
      return try asking.keep(
        answers,
        to: asking.address(item: another ? rows.count : nil)
      )
    } catch is WaysCookie.TooLarge {
      return try page(form, [0: asking.tooMuch])
    }
  }

  private func field(_ attribute: Int) -> String { "a\(attribute)" }

  private func mayBeUnknown(_ attribute: Int) -> Bool {
    question.records.grain == nil || attribute > 1
  }

  /// Whether an end was given to what is said to go on.
  private func isToldTwice(_ form: Form) -> Bool {
    form[field(1) + "-ongoing"] != nil
      && ["-year", "-month", "-day"].contains { !(form[field(1) + $0] ?? "").isEmpty }
  }

  private func slot(_ attribute: Int) -> AnswerSlot {
    AnswerSlot(key(attribute), asking.talk.model)
  }

  private func reader(_ attribute: Int) -> AnswerReader {
    AnswerReader(key(attribute), asking.talk.model, on: asking.talk.day)
  }

  private func key(_ attribute: Int) -> MissingFact {
    .attribute(records: question.kind, item: item, attribute: attribute)
  }

  private func maker(_ attribute: Int, _ form: Form?, _ problem: Bilingual?) -> AnswerFieldMaker {
    let slot = slot(attribute)
    let said = question.rows.indices.contains(item) ? question.rows[item] : []
    return AnswerFieldMaker(
      slot: slot,
      reader: reader(attribute),
      field: field(attribute),
      name: asking.name + "." + NameKey.identifier(slot.fact.name.english),
      language: language,
      day: asking.talk.day,
      mayBeUnknown: mayBeUnknown(attribute),
      form: form,
      said: said.indices.contains(attribute) ? said[attribute] : nil,
      problem: problem
    )
  }
}
