import ExpressionLanguage
import Policy

extension TextReport {
  /// What to do now: how to apply where a way is open, what to supply first where it is not
  /// decided, and how to seek review where it is closed.
  mutating func nextSteps() {
    var isBegun = false
    func begin(_ report: inout TextReport) {
      if !isBegun { report.heading("What to do now", "下一步") }
      isBegun = true
    }
    for channel in assessment.channels where channel.outcome != .closed {
      let rows = channel.outcome == .open ? applying(channel) : supplying(channel)
      if rows.isEmpty { continue }
      begin(&self)
      let lead = StatusMark(channel.outcome).lead
      page.put(StyledText(channel.name[language], .strong), lead: lead, indent: 2)
      let width = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
      for row in rows {
        page.put(row.text, lead: StyledText(row.label, .quiet).padded(to: width + 2), indent: 4)
      }
    }
    let closed = assessment.channels.filter { $0.outcome == .closed && !$0.nextStep.remedy.isEmpty }
    if closed.isEmpty { return }
    begin(&self)
    remedies(closed)
  }

  /// The steps of an open channel, in the order in which they are taken.
  private mutating func applying(_ channel: ChannelResult) -> [(label: String, text: StyledText)] {
    let step = channel.nextStep
    var rows: [(label: String, text: StyledText)] = []
    if let window = step.window {
      rows.append((say("declare", "申报时间"), self.window(window)))
    }
    if let confirmedBy = channel.confirmedBy {
      rows.append(
        (
          say("first", "先办"),
          StyledText(
            say("confirmation by \(confirmedBy.english)", "由\(confirmedBy[.chinese])确认")
          )
        )
      )
    }
    if !step.applyAt.isEmpty { rows.append((say("apply at", "受理"), list(step.applyAt))) }
    let sure = step.papers.filter(\.isCertain)
    if !sure.isEmpty { rows.append((say("papers", "材料"), list(sure))) }
    let perhaps = step.papers.filter { !$0.isCertain }
    if !perhaps.isEmpty { rows.append((say("perhaps", "可能还需"), list(perhaps))) }
    if !step.papersMissing.isEmpty {
      let missing = labelled(
        say("not known yet; missing", "尚不能确定；还缺"),
        verifiers(step.papersMissing)
      )
      rows.append((say("papers", "材料"), StyledText(missing)))
    }
    if let days = step.decidedWithin {
      rows.append((say("decided within", "办理期限"), value(days, days.text[language])))
    }
    if let fee = step.fee {
      let text = fee.isZero ? say("none", "免费") : fee.text[language]
      rows.append((say("fee", "费用"), value(fee, text)))
    }
    return rows
  }

  /// What an undetermined channel waits for first, and from whom.
  private func supplying(_ channel: ChannelResult) -> [(label: String, text: StyledText)] {
    let first = channel.nextStep.first
    if first.isEmpty { return [] }
    return [(say("supply first", "先补"), StyledText(verifiers(first)))]
  }

  private mutating func remedies(_ channels: [ChannelResult]) {
    var groups: [(names: [String], remedy: [StepText])] = []
    for channel in channels {
      let texts = channel.nextStep.remedy.map(\.text)
      if let index = groups.firstIndex(where: { $0.remedy.map(\.text) == texts }) {
        groups[index].names.append(channel.name[language])
      } else {
        groups.append(([channel.name[language]], channel.nextStep.remedy))
      }
    }
    page.put(
      StyledText(say("If the office refuses and you do not agree", "对不予办理的决定不服的")),
      lead: StatusMark(Outcome.closed).lead,
      indent: 2
    )
    for group in groups {
      if groups.count > 1 {
        page.put(StyledText(group.names.joined(separator: semicolon), .quiet), indent: 4)
      }
      for remedy in group.remedy {
        // Each measure cites the laws on review in an article of its own.
        let text = StyledText(remedy.text[language]) + standing(remedy.standing)
        page.put(text, indent: groups.count > 1 ? 6 : 4)
      }
    }
  }

  /// Texts with what they hang on, where they stand and how well they are founded.
  private mutating func list(_ texts: [StepText]) -> StyledText {
    let names = texts.map { text in
      let condition = text.condition.map { say("if ", "若") + $0[language] } ?? ""
      return text.text[language] + (condition.isEmpty ? "" : bracketed(condition))
    }
    let places = texts.map { $0.place.whole.citation(language) }
    var result = StyledText(names.joined(separator: semicolon))
    if let place = places.first, places.allSatisfy({ $0 == place }) { result += cited(place) }
    return result + standing(texts.map(\.standing).min() ?? .enacted)
  }

  private mutating func value(_ value: StepValue, _ text: String) -> StyledText {
    StyledText(text) + cited(value.place.citation(language)) + standing(value.standing)
  }

  private mutating func window(_ window: DeclarationWindow) -> StyledText {
    let text: String
    let round = window.round.map { String($0) } ?? ""
    switch window.state {
    case .open:
      let until = window.closes.map(moment) ?? ""
      text = say("now, until \(until) (round \(round))", "正在申报，至\(until)（\(round)年度）")
    case .opened:
      let from = window.opens.map(moment) ?? ""
      text = say(
        "since \(from) (round \(round)); its closing is not announced",
        "\(from)开始（\(round)年度），截止时间未见公布"
      )
    case .opens:
      let from = (window.opens ?? window.closes).map(moment) ?? ""
      text =
        window.opens == nil
        ? say("until \(from) (round \(round))", "至\(from)截止（\(round)年度）")
        : say("from \(from) (round \(round))", "\(from)开始（\(round)年度）")
    case .closed:
      text =
        window.closes.map(moment).map { until in
          say(
            "closed on \(until) (round \(round)); no later round is announced",
            "\(round)年度已于\(until)截止，以后年度未见公布"
          )
        }
        ?? say(
          "round \(round) is over; no later round is announced",
          "\(round)年度已过，以后年度未见公布"
        )
    case .notAnnounced: text = say("no round is announced", "申报时间未见公布")
    }
    return StyledText(text) + standing(window.standing ?? .enacted)
  }

  private func moment(_ end: DeclarationWindow.End) -> String {
    end.time.isEmpty ? date(end.day) : date(end.day) + String(StyledText.tie) + end.time
  }
}
