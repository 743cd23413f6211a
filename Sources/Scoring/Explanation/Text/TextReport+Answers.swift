import ExpressionLanguage
import Policy

extension TextReport {
  /// All channels at a glance: open, undetermined, closed, with one headline each.
  mutating func answers() {
    page.blank()
    if assessment.channels.isEmpty {
      page.put(
        StyledText(
          say("These measures open no way to apply for.", "这些规定没有设置可以申请的渠道。")
        )
      )
      return
    }
    if !assessment.hasOpen { page.put(StyledText(nothingOpen)) }
    for outcome in Outcome.allCases {
      let channels = assessment.channels.filter { $0.outcome == outcome }
      if channels.isEmpty { continue }
      let words = StatusMark(outcome).words
      heading(words.english, words.chinese)
      for channel in channels { headline(channel) }
    }
  }

  private var nothingOpen: String {
    assessment.isUndetermined
      ? say(
        "Nothing is open yet. Once what is missing is known, something may be.",
        "目前还没有可以办理的渠道；补齐缺少的信息后，可能会有。"
      )
      : say("Nothing is open on this day.", "按这一天的规定，没有可以办理的渠道。")
  }

  private mutating func headline(_ channel: ChannelResult) {
    let text =
      StyledText(channel.name[language], .strong) + StyledText(say(": ", "："))
      + StyledText(sentence(channel)) + standing(channel.standing)
    page.put(text, lead: StatusMark(channel.outcome).lead, indent: 2)
    let rows = rows(channel)
    let width = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    for row in rows {
      let lead = StyledText(row.label, .quiet).padded(to: width + 2)
      page.put(StyledText(row.text), lead: lead, indent: 4)
    }
  }

  /// What the outcome means for the person, in one sentence.
  private mutating func sentence(_ channel: ChannelResult) -> String {
    guard let total = channel.total else {
      return switch channel.outcome {
      case .open: say("may apply directly", "可以直接申请")
      case .undetermined: say("not decided yet", "还不能确定")
      case .closed: say("closed", "不能申请")
      }
    }
    switch channel.outcome {
    case .open:
      let may = say("may declare", "可以申报")
      guard let points = points(total) else {
        return may + semicolon + unknownPoints(total)
      }
      return may + say(", ", "，") + points + say(", ", "，") + line(channel.scoreLine)
    case .undetermined:
      let yet = say("not decided yet", "能否申报还不能确定") + semicolon
      guard let points = points(total) else { return yet + pointsNotKnown }
      return yet + points + say(", ", "，") + line(channel.scoreLine)
    case .closed:
      let not = say("may not declare", "不能申报") + semicolon
      guard let points = points(total) else {
        return not + say("points not known", "积分未知")
      }
      return not + say("would have ", "积分为") + points
    }
  }

  private func points(_ total: PointsLine) -> String? {
    total.text.map { say($0 + "\(StyledText.tie)points", $0 + "分") }
  }

  private func unknownPoints(_ total: PointsLine) -> String {
    let missing = names(total.missing)
    return missing.isEmpty
      ? pointsNotKnown : pointsNotKnown + say(": missing ", "，还缺：") + missing
  }

  private var pointsNotKnown: String { say("points not known yet", "积分还不能确定") }

  private mutating func line(_ published: PublishedLine?) -> String {
    guard let published else { return say("no line published", "未公布分数线") }
    let text = published.text[language]
    let line = say("line of \(published.round): \(text)", "\(published.round)年度分数线\(text)")
    if published.standing == .enacted { return line }
    return line + bracketed(word(published.standing))
  }

  /// What goes with an open channel, and what is missing for an undetermined one.
  private func rows(_ channel: ChannelResult) -> [(label: String, text: String)] {
    var rows: [(label: String, text: String)] = []
    func add(_ english: String, _ chinese: String, _ text: String?) {
      if let text, !text.isEmpty { rows.append((say(english, chinese), text)) }
    }
    if channel.outcome == .closed { return rows }
    if channel.outcome == .undetermined {
      add("missing", "还缺", verifiers(channel.missing + (channel.total?.missing ?? [])))
    }
    add("leads to", "结果", channel.leadsTo?[language])
    add("places", "名额", channel.plan?[language])
    add("confirmed by", "须经确认", channel.confirmedBy?[language])
    if channel.total != nil { add("equal points", "同分", channel.ties?[language]) }
    add("family", "家属", family(channel))
    return rows
  }

  /// Who comes along, who does not, and of whom it is not known.
  private func family(_ channel: ChannelResult) -> String {
    if !channel.familyMissing.isEmpty {
      return say("not known who they are; missing: ", "成员未知，还缺：")
        + verifiers(channel.familyMissing)
    }
    var parts: [String] = []
    func add(_ outcome: Outcome, _ english: String, _ chinese: String) {
      let members = channel.family.indices.filter { channel.family[$0].outcome == outcome }
      if members.isEmpty { return }
      let names = members.map { memberName($0, channel) }.joined(separator: comma)
      parts.append(labelled(say(english, chinese), names))
    }
    add(.open, "may come along", "可以随迁")
    add(.undetermined, "not decided yet", "还不能确定")
    add(.closed, "may not come along", "不能随迁")
    return parts.joined(separator: semicolon)
  }

  /// How a member is called: by relation, and counted where several are called alike.
  func memberName(_ index: Int, _ channel: ChannelResult) -> String {
    let name = channel.family[index].name[language]
    let alike = channel.family.indices.filter { channel.family[$0].name[language] == name }
    guard alike.count > 1, let place = alike.firstIndex(of: index) else { return name }
    return name + bracketed(String(place + 1))
  }
}
