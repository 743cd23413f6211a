import ExpressionLanguage
import Policy

extension TextReport {
  /// The forecast: a chart of each channel's points, then every day on which something turns.
  mutating func forecast(_ forecast: Forecast, plain: Bool) {
    heading(
      "If facts go on as they are, until \(date(forecast.through))",
      "情况照旧的话，到\(date(forecast.through))为止"
    )
    if let broken = forecast.brokenFrom {
      page.put(StyledText(self.broken(broken), .doubtful), indent: 2)
    }
    for channel in forecast.channels where channel.isRanked {
      chart(channel, forecast, plain: plain)
    }
    page.blank()
    for row in forecast.rows { self.row(row, forecast) }
  }

  private mutating func chart(_ channel: ChannelForecast, _ forecast: Forecast, plain: Bool) {
    let room = min(80, page.width) - 2
    guard let chart = TextChart(channel, forecast, width: room, isPlain: plain) else { return }
    page.blank()
    let title =
      StyledText(channel.name[language], .strong) + citation(channel.place, of: channel.policy)
    page.put(title, indent: 2)
    for line in chart.lines {
      page.put(StyledText(String(line.map { $0 == " " ? StyledText.tie : $0 })), indent: 2)
    }
    let signs = chart.signs
    var parts = [say("\(signs.total) points", "\(signs.total) 积分")]
    if chart.hasBounds {
      parts.append(say("\(signs.bounds) between least and most", "\(signs.bounds) 最少到最多之间"))
    }
    if let line = forecast.line {
      parts.append(say("\(signs.line) line of \(line)", "\(signs.line) 分数线\(line)分"))
    }
    for (outcome, sign) in signs.outcomes where chart.outcomes.contains(outcome) {
      parts.append("\(sign) \(word(outcome))")
    }
    page.put(StyledText(parts.joined(separator: say(", ", "，")), .quiet), indent: 2)
  }

  private func word(_ outcome: Outcome?) -> String {
    switch outcome {
    case .open: say("open", "可以办理")
    case .undetermined: say("not decided", "不能确定")
    case .closed: say("closed", "不能办理")
    case nil: say("not offered", "不再受理")
    }
  }

  private mutating func row(_ row: ForecastRow, _ forecast: Forecast) {
    let ranked = forecast.channels.indices.filter { forecast.channels[$0].isRanked }
    var lead = StyledText(row.on.description, .strong) + StyledText("  ")
    if ranked.count == 1, let channel = ranked.first.map({ forecast.channels[$0] }) {
      lead += StyledText(DisplayWidth.padLeft(total(channel, on: row.on), to: 7)) + StyledText("  ")
    }
    var notes: [StyledText] = []
    if row.on == forecast.on { notes.append(StyledText(today(forecast), .quiet)) }
    for policy in row.versions {
      let title = policy.title[language]
      notes.append(
        StyledText(say("in force from this day: ", "自本日起施行：") + title) + standing(policy.standing)
      )
    }
    for turned in row.turned { notes.append(self.turned(turned, forecast)) }
    for counted in row.counted {
      notes.append(self.counted(counted, forecast, isNamed: ranked.count > 1, on: row.on))
    }
    if notes.isEmpty { notes.append(StyledText(say("nothing else turns", "没有其他变化"), .quiet)) }
    for (index, note) in notes.enumerated() {
      let margin = StyledText(String(repeating: " ", count: lead.width))
      page.put(note, lead: index == 0 ? lead : margin, indent: 2)
    }
  }

  /// The outcomes of the first day, by outcome.
  private func today(_ forecast: Forecast) -> String {
    let outcomes: [Outcome?] = [.open, .undetermined, .closed]
    return outcomes.compactMap { outcome in
      let names = forecast.channels.filter { $0.outcome(on: forecast.on) == outcome }
        .map { $0.name[language] }
      return names.isEmpty ? nil : labelled(word(outcome), names.joined(separator: comma))
    }.joined(separator: semicolon)
  }

  private func total(_ channel: ChannelForecast, on day: CivilDate) -> String {
    guard let level = channel.total(on: day), let least = level.least, let most = level.most else {
      return "–"
    }
    func text(_ units: Int64) -> String {
      minus(DecimalLiteral(units: units, scale: channel.scale).description)
    }
    return least == most ? text(least) : "\(text(least))–\(text(most))"
  }

  private mutating func turned(_ turned: ForecastRow.Turned, _ forecast: Forecast) -> StyledText {
    let style: TextStyle =
      switch turned.after {
      case .open: .good
      case .undetermined: .doubtful
      case .closed, nil: .bad
      }
    var text = StyledText(forecast.channels[turned.channel].name[language], .strong)
    text += StyledText(say(": ", "：") + word(turned.before) + " → ")
    text += StyledText(word(turned.after), style)
    for condition in turned.conditions {
      let words = turned.after == .open ? say("met: ", "符合：") : say("no longer: ", "不再符合：")
      text += StyledText(semicolon + words + condition.words[language])
      text += cited(condition.place.precise(language)) + standing(condition.standing)
    }
    return text
  }

  private mutating func counted(
    _ counted: ForecastRow.Counted,
    _ forecast: Forecast,
    isNamed: Bool,
    on day: CivilDate
  ) -> StyledText {
    let channel = forecast.channels[counted.channel]
    var parts: [StyledText] = []
    if isNamed {
      parts.append(StyledText(channel.name[language] + say(" ", "") + total(channel, on: day)))
    }
    if let reaches = counted.reaches, let line = forecast.line {
      parts.append(
        reaches
          ? StyledText(say("reaches the line of \(line)", "达到\(line)分"), .good)
          : StyledText(say("falls below the line of \(line)", "低于\(line)分"), .bad)
      )
    }
    // What comes by another row is cited; what only adds up is named.
    for line in counted.lines {
      var text = StyledText(line.name[language] + say(" ", "") + difference(line, channel.scale))
      if line.rowBefore != nil {
        text += cited(line.place.citation(language)) + standing(line.standing)
      }
      parts.append(text)
    }
    return parts.joined(StyledText(semicolon))
  }

  private func difference(_ line: ChangedLine, _ scale: Int) -> String {
    if !line.counts { return say("counts no longer", "不再计入") }
    guard let difference = line.difference else { return line.after ?? say("unknown", "未知") }
    let text = DecimalLiteral(units: difference, scale: scale).description
    return difference > 0 ? "+" + text : minus(text)
  }
}
