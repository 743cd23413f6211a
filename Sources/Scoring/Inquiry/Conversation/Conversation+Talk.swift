import ExpressionLanguage
import Policy

extension Conversation {
  /// The words that can be said besides answers, with their first letters.
  var commandsTaught: String {
    say(
      "You can also say back, skip, why, result, list, help or quit; the first letter will do.",
      "随时可以说：上一步、跳过、为什么、结果、清单、帮助、退出（或者 b、s、w、r、l、h、q）。"
    )
  }

  var help: String {
    var page = page
    page.blank()
    let lines: [(String, String, String, String)] = [
      ("back", "changes the answer before", "上一步", "修改上一个回答"),
      ("skip", "leaves it unknown; I ask on", "跳过", "暂不回答，先问别的"),
      ("why", "says what hangs on it, with the article", "为什么", "这一问影响什么，依据哪一条"),
      ("result", "says how things stand", "结果", "目前的结果"),
      ("list", "says what is known so far", "清单", "已经回答的内容"),
      ("quit", "keeps what is known and ends", "退出", "保存已知内容并结束"),
    ]
    let width = lines.map { DisplayWidth.of(say($0.0, $0.2)) }.max() ?? 0
    for line in lines {
      page.put(
        StyledText(say(line.1, line.3)),
        lead: StyledText(say(line.0, line.2), .strong).padded(to: width + 2),
        indent: 2
      )
    }
    page.put(
      StyledText(
        say(
          "Answer with the number, with the words, or with a day such as 1986-11-11.",
          "可以回答编号、选项文字，或者1986年11月11日这样的日期。"
        )
      )
    )
    return page.text
  }

  /// Each way in a line, with how it stands.
  var shortResult: String {
    var page = page
    page.blank()
    if assessment.channels.isEmpty {
      page.put(StyledText(say("No way is looked into.", "没有要查看的渠道。")))
    }
    for channel in assessment.channels {
      let mark = StatusMark(channel.outcome)
      var text = StyledText(channel.name[settings.language])
      text += StyledText(say(": ", "：") + mark.words[settings.language].lowercased(), mark.style)
      if let points = channel.total?.text {
        text += StyledText(say(", \(points) points", "，\(points)分"))
      }
      page.put(text, lead: mark.lead, indent: 2)
    }
    return page.text
  }

  /// What is known so far, in the order of the dictionary.
  var answersSoFar: String {
    var page = page
    page.blank()
    var isEmpty = true
    let model = assessor.set.model
    for (fact, value) in zip(model.facts, facts.values) where value.isKnown {
      isEmpty = false
      page.put(
        StyledText(
          fact.name[settings.language] + say(": ", "：") + fact.type.text(value, settings.language)
        ),
        indent: 2
      )
    }
    for (kind, records) in zip(model.records, facts.records) {
      guard case .known(let rows) = records else { continue }
      isEmpty = false
      let name = kind.name[settings.language]
      if rows.isEmpty { page.put(StyledText(name + say(": none", "：无")), indent: 2) }
      for (index, row) in rows.enumerated() {
        page.put(
          StyledText(text(row, kind)),
          lead: StyledText(name + say(" (\(index + 1)): ", "（\(index + 1)）：")),
          indent: 2
        )
      }
    }
    if isEmpty { page.put(StyledText(say("Nothing is known yet.", "还没有任何回答。")), indent: 2) }
    return page.text
  }

  /// What is said when nothing is left to ask: the short form of the result.
  var ending: String {
    var page = page
    page.blank()
    page.put(
      StyledText(
        isDecided
          ? say("That is all there is to ask.", "已经问完。")
          : say("What is left was skipped, and stays unknown.", "剩下的都已跳过，仍然未知。"),
        .strong
      )
    )
    page.blank()
    return page.text + brief
      + complainless(
        say("Enter ends; back changes the last answer.", "回车结束；“上一步”可以修改上一个回答。")
      )
  }

  /// The short form of the usual explanation.
  package var brief: String {
    TextExplanation(
      language: settings.language,
      width: settings.width,
      colour: settings.colour
    ).brief(assessment)
  }

  private func complainless(_ text: String) -> String {
    var page = page
    page.put(StyledText(text, .quiet))
    return "\n" + page.text
  }
}
