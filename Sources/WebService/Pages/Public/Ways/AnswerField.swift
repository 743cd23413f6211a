import ExpressionLanguage
import Policy
import Scoring

/// One thing to fill in, by its type: a choice, a day, a month, a number or a line of text.
struct AnswerField: Sendable {
  /// One of the answers to choose from.
  struct Option: Sendable {
    let inputID: String
    let token: String
    let words: String
    let isChosen: Bool
    /// Whether "or" stands before it.
    let isApart: Bool
  }

  /// One of the inputs of a day.
  struct Part: Sendable {
    let inputID: String
    let inputName: String
    let words: String
    let typed: String
    let isShort: Bool
    let isBad: Bool
    let tokens: String?
  }

  /// The name of the input, and the first part of its id.
  let field: String
  let question: String
  /// The question in parts between which a heading may break; none where it needs no help.
  let phrases: [String]
  /// Whether it is the only thing on the page, so that its question is the page's heading.
  let isPage: Bool
  let caption: String?
  let help: String?
  let problem: String?
  let describedBy: String?
  let options: [Option]
  let parts: [Part]
  let isInline: Bool
  let isChoice: Bool
  let isDate: Bool
  let isLine: Bool
  let typed: String
  let unitWords: String?
  let isNumeric: Bool
  /// The box that says that a spell goes on.
  let ongoing: Option?
}

/// Makes the field for a fact or an attribute, with what was typed or said.
struct AnswerFieldMaker {
  let slot: AnswerSlot
  let reader: AnswerReader
  /// The name of the inputs.
  let field: String
  /// The stable name by which words are found.
  let name: String
  let language: Language
  let day: CivilDate
  /// Whether "I don't know" is one of the options.
  let mayBeUnknown: Bool
  /// What was sent in, where it is shown again.
  var form: Form?
  /// What was said before, as it is written.
  var said: String?
  var problem: Bilingual?

  /// The field.
  func field(isPage: Bool, caption: String? = nil) -> AnswerField {
    let words = QuestionWords.words(for: name, label: slot.fact.name)
    let help = help(words)
    let ids = [help == nil ? nil : field + "-hint", problem == nil ? nil : field + "-error"]
      .compactMap(\.self)
    let isDate = if case .date = slot.fact.type.base { true } else { false }
    let options = options
    let isChoice = !isDate && !options.isEmpty
    return AnswerField(
      field: field,
      question: words.question[language],
      phrases: language == .chinese ? words.phrases : [],
      isPage: isPage,
      caption: caption,
      help: help,
      problem: problem?[language],
      describedBy: ids.isEmpty ? nil : ids.joined(separator: " "),
      options: isChoice ? options : [],
      parts: isDate ? parts : [],
      isInline: slot.fact.type.base == .truth && !mayBeUnknown,
      isChoice: isChoice,
      isDate: isDate,
      isLine: !isChoice && !isDate,
      typed: form.flatMap { $0[field] } ?? saidText ?? suggestion ?? "",
      unitWords: unit,
      isNumeric: slot.fact.type.number != nil,
      ongoing: slot.isEnd ? ongoing : nil
    )
  }

  /// What was typed, as the reader of answers wants it; `nil` where nothing was.
  static func text(_ form: Form, _ field: String, _ slot: AnswerSlot) -> String? {
    if slot.isEnd, form[field + "-ongoing"] != nil { return AnswerSlot.none }
    guard case .date = slot.fact.type.base else { return form[field] }
    let names = slot.grain == .months ? ["-year", "-month"] : ["-year", "-month", "-day"]
    let parts = names.map { form[field + $0] ?? "" }
    if parts.allSatisfy(\.isEmpty) { return nil }
    return parts.joined(separator: "-")
  }

  // MARK: Parts

  private func help(_ words: QuestionWords) -> String? {
    var texts: [String] = []
    if let hint = words.hint { texts.append(hint[language]) }
    switch slot.fact.type.base {
    case .date, .instant, .text: texts.append(example)
    case .number(let number) where !isYear(number): texts.append(example)
    default: break
    }
    if slot.isDay, mayBeUnknown {
      texts.append(
        language == .chinese ? "不清楚的可以不填。" : "Leave it empty if you don’t know."
      )
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  private var example: String {
    let example = reader.example[language]
    return language == .chinese ? "例如：\(example)" : "For example, \(example)"
  }

  /// The year of a round, as far as a bare number of that size can be told for one.
  private func isYear(_ number: NumberType) -> Bool {
    number.unit.isNone && number.scale == 0 && (1900...2100).contains(number.least)
  }

  /// This year, where a year is asked for.
  private var suggestion: String? {
    guard let number = slot.fact.type.number, isYear(number) else { return nil }
    let year = day.parts.year
    return (number.least...number.greatest).contains(Int64(year)) ? String(year) : nil
  }

  private var saidText: String? {
    guard let said, said != AnswerSlot.unknown, said != AnswerSlot.none else { return nil }
    return said
  }

  private var unit: String? {
    guard let number = slot.fact.type.number, !number.unit.isNone else { return nil }
    return number.unit.name(language)
  }

  private var options: [AnswerField.Option] {
    var options: [AnswerField.Option] = []
    let sent = form.map { $0[field] ?? "" } ?? said
    func add(_ token: String, _ words: String, isApart: Bool = false) {
      options.append(
        AnswerField.Option(
          // The link of the summary of errors leads to the first.
          inputID: options.isEmpty ? field : "\(field)-\(options.count + 1)",
          token: token,
          words: words,
          isChosen: sent == token,
          isApart: isApart
        )
      )
    }
    for choice in reader.choices {
      let token = slot.text(choice.value)
      let label = ChoiceWords.words(slot.fact, token) ?? choice.label.capitalized
      add(token, label[language])
    }
    if mayBeUnknown, !options.isEmpty {
      add(AnswerSlot.unknown, language == .chinese ? "我不清楚" : "I don’t know", isApart: true)
    }
    return options
  }

  private var ongoing: AnswerField.Option {
    let isChosen = form.map { $0[field + "-ongoing"] != nil } ?? (said == AnswerSlot.none)
    return AnswerField.Option(
      inputID: field + "-ongoing",
      token: "1",
      words: language == .chinese ? "仍在继续（至今）" : "It still goes on",
      isChosen: isChosen,
      isApart: false
    )
  }

  private var parts: [AnswerField.Part] {
    let saidParts = (saidText ?? "").split(separator: "-").map(String.init)
    var labels = [("-year", "Year", "年"), ("-month", "Month", "月")]
    if slot.grain != .months { labels.append(("-day", "Day", "日")) }
    return labels.enumerated().map { place, label in
      let typed = form.map { $0[field + label.0] ?? "" }
      let said = saidParts.indices.contains(place) ? Int(saidParts[place]).map { String($0) } : nil
      return AnswerField.Part(
        inputID: place == 0 ? field : field + label.0,
        inputName: field + label.0,
        words: language == .chinese ? label.2 : label.1,
        typed: typed ?? said ?? "",
        isShort: place > 0,
        isBad: problem != nil,
        tokens: name == "birth-date" ? "bday" + label.0 : nil
      )
    }
  }
}
