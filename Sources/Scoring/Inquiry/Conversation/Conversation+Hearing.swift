import ExpressionLanguage
import Policy

extension Conversation {
  /// What is said before the first line is heard.
  package func opening(file: String) -> String {
    var page = page
    page.put(
      StyledText(
        say(
          "I ask one question at a time, and only what can still change something. "
            + "Answer with a number or in your own words.",
          "每次只问一项，而且只问还会影响结果的事。可以回答编号，也可以直接写。"
        )
      )
    )
    page.put(StyledText(commandsTaught, .quiet))
    page.put(
      StyledText(
        say(
          "The law of \(date(day)). "
            + "Your answers are kept in \(file) on this machine and sent nowhere.",
          "按\(date(day))的规定。回答只保存在本机的 \(file)，不会发送到任何地方。"
        ),
        .quiet
      )
    )
    return page.text + running + asked
  }

  /// What is said to a line, up to the next question.
  package mutating func hear(_ line: String) -> String {
    let line = TypedLine(line)
    let word = SpokenWord(line.plain)
    if let word, !isLabel(line) { return hear(word) }
    if line.plain.isEmpty {
      if case .finished = stage {
        isOver = true
        return ""
      }
      return complain(Bilingual("say something, or help", "请回答；可用“帮助”查看说法")) + asked
    }
    switch stage {
    case .question(let question): return hear(line, to: question)
    case .records(let question, let dialogue): return hear(line, to: question, dialogue)
    case .finished:
      return complain(
        Bilingual(
          "all is said; Enter ends, back changes the last answer",
          "已经问完；回车结束，“上一步”修改上一个回答"
        )
      )
    }
  }

  /// Whether a line is a value of what is asked for by its very label, which goes before a command.
  private func isLabel(_ line: TypedLine) -> Bool {
    reader?.isLabel(line) ?? false
  }

  /// The reader of what is asked for; `nil` where yes or no is asked, or nothing.
  var reader: AnswerReader? {
    switch stage {
    case .question(let question): return reader(of: question.key)
    case .records(_, let dialogue):
      guard case .attribute(let attribute) = dialogue.turn else { return nil }
      return reader(of: dialogue.key(attribute))
    case .finished: return nil
    }
  }

  func reader(of key: MissingFact) -> AnswerReader {
    AnswerReader(key, assessor.set.model, on: day)
  }

  private mutating func hear(_ word: SpokenWord) -> String {
    switch word {
    case .quit:
      isOver = true
      return ""
    case .back:
      return goBack()
        ? running + asked
        : complain(Bilingual("this is the first question", "这已经是第一问")) + asked
    case .skip: return skip()
    case .why: return why + asked
    case .result: return shortResult + asked
    case .list: return answersSoFar + asked
    case .help: return help + asked
    }
  }

  private mutating func skip() -> String {
    switch stage {
    case .finished: return ask()
    case .question(let question):
      remember()
      skips[question.key, default: 0] += 1
    case .records(let question, var dialogue):
      remember()
      if case .attribute(let attribute) = dialogue.turn {
        let key = dialogue.key(attribute)
        skips[key] = 1
        dialogue.take(.unknown(Missing(key)), of: attribute)
        stage = .records(question, dialogue)
        return asked
      }
      skips[question.key, default: 0] += 1
    }
    next()
    return ask()
  }

  private mutating func hear(_ line: TypedLine, to question: Question) -> String {
    switch reader(of: question.key).read(line) {
    case .failure(let failure): return complain(failure.text) + asked
    case .success(let value):
      if let refusal = take(.value(value), to: question) { return refuse(refusal) }
      next()
      return ask()
    }
  }

  /// Says why facts cannot be, and that the earlier answer may be the wrong one.
  func refuse(_ words: Bilingual) -> String {
    complain(words)
      + complain(Bilingual("answer again, or go back", "请重新回答，或者用“上一步”修改前面的回答")) + asked
  }

  /// The running result, then the next question, or the end.
  func ask() -> String {
    if case .finished = stage { return ending }
    return running + asked
  }

  /// One line on what was not understood.
  func complain(_ text: Bilingual) -> String {
    var page = page
    page.put(StyledText(sentence(text), .bad), lead: StyledText("! ", .bad))
    return page.text
  }

  private func sentence(_ text: Bilingual) -> String {
    let text = text[settings.language]
    let isEnded = text.hasSuffix("?") || text.hasSuffix("？")
    if settings.language == .chinese { return isEnded ? text : text + "。" }
    return text.prefix(1).uppercased() + text.dropFirst() + (isEnded ? "" : ".")
  }
}
