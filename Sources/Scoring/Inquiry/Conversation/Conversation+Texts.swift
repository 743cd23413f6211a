import ExpressionLanguage
import Policy

extension Conversation {
  var page: TextPage { TextPage(width: max(32, settings.width), colour: settings.colour) }

  func say(_ english: String, _ chinese: String) -> String {
    settings.language == .chinese ? chinese : english
  }

  func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return say(date.description, "\(year)年\(month)月\(day)日")
  }

  private var separator: String { say("; ", "；") }

  /// One line on how things stand: what is open, how much is undecided and closed, how many
  /// questions there can still be.
  var running: String {
    var page = page
    let open = assessment.channels.filter { $0.outcome == .open }
    let names = open.map { $0.name[settings.language] }.joined(separator: say(", ", "、"))
    let undecided = assessment.channels.count { $0.outcome == .undetermined }
    let closed = assessment.channels.count { $0.outcome == .closed }
    let left = questionsLeft
    let parts = [
      say("Open: \(names.isEmpty ? "none yet" : names)", "可以办理：\(names.isEmpty ? "暂无" : names)"),
      say("still undecided: \(undecided)", "尚不能确定：\(undecided)项"),
      say("closed: \(closed)", "不能办理：\(closed)项"),
      say(
        left == 1 ? "at most 1 question left" : "at most \(left) questions left",
        "最多还有\(left)问"
      ),
    ]
    page.put(StyledText(parts.joined(separator: separator) + say(".", "。"), .quiet))
    return page.text
  }

  /// The question in hand, with the answers it can have.
  var asked: String {
    var page = page
    page.blank()
    switch stage {
    case .finished: return ""
    case .question(let question):
      let reader = reader(of: question.key)
      if skips[question.key] != nil {
        let again = say("You skipped this; it is all that is left.", "此项曾跳过；其余都已问完。")
        page.put(StyledText(again, .quiet))
      }
      put(question.name.name, reader, question.name.verifiedBy, on: &page)
    case .records(let question, let dialogue):
      put(question, dialogue, on: &page)
    }
    return "\n" + page.text
  }

  /// The name of what is asked for, who verifies it, and the choices or what an answer looks like.
  private func put(
    _ name: Bilingual,
    _ reader: AnswerReader,
    _ verifier: Bilingual,
    on page: inout TextPage
  ) {
    page.put(title(name) + verified(verifier))
    let choices = reader.choices
    for (index, choice) in choices.enumerated() {
      page.put(
        StyledText(choice.label[settings.language]),
        lead: StyledText(DisplayWidth.padLeft("\(index + 1)", to: 3) + "  ", .quiet)
      )
    }
    if choices.isEmpty {
      page.put(StyledText(shape(reader)[settings.language], .quiet), indent: 2)
    }
  }

  private func title(_ name: Bilingual) -> StyledText {
    let name = name[settings.language]
    let first = settings.language == .chinese ? name.prefix(1) : name.prefix(1).uppercased()[...]
    return StyledText(first + name.dropFirst() + say("?", "？"), .strong)
  }

  private func verified(_ verifier: Bilingual) -> StyledText {
    let name = verifier[settings.language]
    if name.isEmpty { return StyledText() }
    return StyledText(say(" (verified by \(name))", "（\(name)核验）"), .quiet)
  }

  /// What an answer that is not chosen from a list looks like.
  private func shape(_ reader: AnswerReader) -> Bilingual {
    let example = reader.example
    var text: Bilingual
    switch reader.fact.type.base {
    case .date where reader.grain == .months:
      text = Bilingual("a month, such as \(example.english)", "月份，例如\(example[.chinese])")
    case .date: text = Bilingual("a day, such as \(example.english)", "日期，例如\(example[.chinese])")
    case .number(let number):
      let low = reader.fact.type.text(.number(number.least), .english)
      let high = reader.fact.type.text(.number(number.greatest), .english)
      text = Bilingual(
        "from \(low) to \(high)",
        "\(reader.fact.type.text(.number(number.least), .chinese))至"
          + reader.fact.type.text(.number(number.greatest), .chinese)
      )
    default: text = Bilingual("such as \(example.english)", "例如\(example[.chinese])")
    }
    if reader.isEnd {
      return Bilingual(
        text.english + "; still, while it goes on",
        text.chinese + "；仍在继续的，回答“至今”"
      )
    }
    if reader.fact.type.isOptional {
      return Bilingual(text.english + "; none, where there is none", text.chinese + "；没有的，回答“无”")
    }
    return text
  }

  private func put(_ question: Question, _ dialogue: RecordsDialogue, on page: inout TextPage) {
    let kind = assessor.set.model.records[dialogue.kind]
    switch dialogue.turn {
    case .any:
      page.put(title(kind.name) + verified(question.name.verifiedBy))
      page.put(StyledText(say("are there any? 1 yes, 2 no", "有没有？1 有，2 没有"), .quiet), indent: 2)
    case .attribute(let attribute):
      let number = (dialogue.place ?? dialogue.rows.count) + 1
      let reader = reader(of: dialogue.key(attribute))
      let name = Bilingual(
        "\(kind.name.english) (\(number)): \(reader.fact.name.english)",
        "\(kind.name[.chinese])（\(number)）：\(reader.fact.name[.chinese])"
      )
      put(name, reader, Bilingual("", ""), on: &page)
    case .more:
      page.put(title(kind.name))
      for (index, row) in dialogue.rows.enumerated() {
        page.put(
          StyledText(text(row, kind)),
          lead: StyledText(DisplayWidth.padLeft("\(index + 1)", to: 3) + "  ", .quiet)
        )
      }
      page.put(
        StyledText(
          say("another? 1 yes, 2 no; or change 1, remove 1", "还有没有？1 有，2 没有；也可以“更改 1”“删除 1”"),
          .quiet
        ),
        indent: 2
      )
    }
  }

  /// One record in a line.
  func text(_ row: [Value], _ kind: RecordKind) -> String {
    row.indices.map { index in
      let fact = kind.attributes[index]
      var text = fact.type.text(row[index], settings.language)
      if kind.grain != nil, index == 1, row[index] == .absent { text = say("still", "至今") }
      if kind.grain == .months, index < 2, case .date(let day) = row[index] {
        text = day.month.description
      }
      return fact.name[settings.language] + say(": ", "：") + text
    }.joined(separator: say(", ", "，"))
  }
}
