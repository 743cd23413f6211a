import ExpressionLanguage
import Policy
import Scoring

/// A question for all records of a kind: whether there are any, then one after the other.
struct RecordsQuestion {
  /// The page that asks whether there are any.
  struct AnyView: Sendable {
    let frame: Asking.Frame
    let one: AnswerField
  }

  /// The page of the records told so far.
  struct ListView: Sendable {
    struct Record: Sendable {
      let number: Int
      /// The number with the word by which such records are counted.
      let ordinal: String
      let says: String
      let change: String
    }
    let frame: Asking.Frame
    let heading: String
    let records: [Record]
    let mayHaveMore: Bool
    let problem: String?
  }

  let asking: Asking
  let kind: Int

  init(_ asking: Asking, _ kind: Int) {
    self.asking = asking
    self.kind = kind
  }

  var records: RecordKind { asking.talk.model.records[kind] }
  var language: Language { asking.language }

  /// The records told so far.
  var rows: [[String]] {
    switch asking.said {
    case .records(let rows), .begun(let rows): rows
    default: []
    }
  }

  var verifier: Bilingual { records.attributes.last?.verifiedBy ?? Bilingual("", "") }

  /// Which of the records one is, as Chinese counts spells, people and anything else.
  func ordinal(_ item: Int) -> String { "第\(item + 1)\(counted)" }

  /// The word by which Chinese counts such records.
  var counted: String {
    records.grain != nil ? "段" : asking.name == "family-members" ? "位" : "项"
  }

  /// The page: of one record, of all of them, or whether there are any.
  func page(item: Int?) throws -> Reply {
    if let item {
      guard (0...rows.count).contains(item), item < records.most else { throw Fault.notFound }
      return try RecordQuestion(self, item).page()
    }
    return rows.isEmpty ? try any() : try list()
  }

  /// Takes what was sent, whichever of the pages it comes from.
  func send() throws -> Reply {
    let form = asking.visit.form
    if let item = form["item"] {
      guard let item = Int(item), (0...rows.count).contains(item), item < records.most else {
        throw Fault.malformed(Bilingual("there is no such record", "没有这一条记录"))
      }
      return try RecordQuestion(self, item).send()
    }
    if let place = form["remove"].flatMap({ Int($0) }) {
      guard rows.indices.contains(place) else { throw Fault.notFound }
      var left = rows
      left.remove(at: place)
      var answers = asking.talk.answers
      answers[asking.name] = left.isEmpty ? nil : .begun(left)
      return try asking.keep(answers, to: asking.address())
    }
    switch (form["answer"], rows.isEmpty) {
    case ("yes", _): return asking.visit.redirect(to: asking.address(item: rows.count))
    case ("no", _), ("done", _): return try finish()
    case (_, true): return try any(Bilingual("Choose yes or no", "请选择有或者没有"))
    case (_, false): return try list(Bilingual("Choose yes or no", "请选择有或者没有"))
    }
  }

  /// Takes all records.
  private func finish() throws -> Reply {
    var answers = asking.talk.answers
    answers[asking.name] = .records(rows)
    if let objection = asking.talk.saying(answers).objection() {
      return rows.isEmpty ? try any(objection) : try list(objection)
    }
    return try asking.keep(answers)
  }

  // MARK: Pages

  private var words: QuestionWords { QuestionWords.words(for: asking.name, label: records.name) }

  private func any(_ problem: Bilingual? = nil) throws -> Reply {
    let frame = try asking.frame(verifier)
    let isNone = asking.said == .records([])
    let options = [("yes", "Yes", "有"), ("no", "No", "没有")].enumerated().map { place, option in
      AnswerField.Option(
        inputID: place == 0 ? "answer" : "answer-2",
        token: option.0,
        words: language == .chinese ? option.2 : option.1,
        isChosen: isNone && option.0 == "no",
        isApart: false
      )
    }
    let help = words.hint?[language]
    let ids = [help == nil ? nil : "answer-hint", problem == nil ? nil : "answer-error"]
      .compactMap(\.self)
    let field = AnswerField(
      field: "answer",
      question: words.question[language],
      phrases: language == .chinese ? words.phrases : [],
      isPage: true,
      caption: frame.caption,
      help: help,
      problem: problem?[language],
      describedBy: ids.isEmpty ? nil : ids.joined(separator: " "),
      options: options,
      parts: [],
      isInline: true,
      isChoice: true,
      isDate: false,
      isLine: false,
      typed: "",
      unitWords: nil,
      isNumeric: false,
      ongoing: nil
    )
    return try asking.visit.page(
      "public/ways/question",
      title: words.question,
      AnyView(frame: frame, one: field),
      mistakes: problem.map { [Layout.Mistake("answer", $0[language])] } ?? [],
      back: asking.back
    )
  }

  private func list(_ problem: Bilingual? = nil) throws -> Reply {
    let frame = try asking.frame(verifier)
    let told = rows.enumerated().map { item, row in
      ListView.Record(
        number: item + 1,
        ordinal: ordinal(item),
        says: RecordText(kind, asking.talk.model, language).line(row, item: item),
        change: asking.visit.link(asking.address(item: item))
      )
    }
    let heading = Bilingual(
      "\(records.name.english): what you have told so far",
      "\(records.name[.chinese])：已填写的内容"
    )
    return try asking.visit.page(
      "public/ways/records",
      title: heading,
      ListView(
        frame: frame,
        heading: heading[language],
        records: told,
        mayHaveMore: rows.count < records.most,
        problem: problem?[language]
      ),
      mistakes: problem.map { [Layout.Mistake("answer", $0[language])] } ?? [],
      back: asking.back
    )
  }
}

/// One record as a line of words.
struct RecordText {
  private let kind: Int
  private let model: FactModel
  private let language: Language

  init(_ kind: Int, _ model: FactModel, _ language: Language) {
    self.kind = kind
    self.model = model
    self.language = language
  }

  func line(_ row: [String], item: Int) -> String {
    let values = row.values(of: kind, item: item, model)
    let parts = values.enumerated().map { attribute, value in
      let key = MissingFact.attribute(records: kind, item: item, attribute: attribute)
      let slot = AnswerSlot(key, model)
      return (slot.fact.name[language], slot.shown(value, language))
    }
    if model.records[kind].grain != nil, parts.count >= 2 {
      let rest = parts.dropFirst(2).map { $0.1 }
      let spell =
        language == .chinese
        ? "\(parts[0].1)至\(parts[1].1 == "至今" ? "今" : parts[1].1)"
        : "\(parts[0].1) to \(values[1] == .absent ? "now" : parts[1].1)"
      return ([spell] + rest).joined(separator: language == .chinese ? "，" : ", ")
    }
    return parts.map { $0 + (language == .chinese ? "：" : ": ") + $1 }
      .joined(separator: language == .chinese ? "，" : ", ")
  }
}
