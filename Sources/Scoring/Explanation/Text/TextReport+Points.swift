import ExpressionLanguage
import Policy

extension TextReport {
  /// The score sheet of each channel that ranks by points; one that several rank by stands once.
  ///
  /// A closed channel whose total is unknown has no sheet: nothing hangs on it.
  mutating func scoreSheets() {
    var seen: Set<String> = []
    for channel in assessment.channels {
      guard let total = channel.total, channel.outcome != .closed || total.points != nil,
        seen.insert("\(channel.policy) \(total.id)").inserted
      else { continue }
      page.blank()
      policyInHand = channel.policy
      let title = say("Score sheet: ", "积分明细：") + channel.name[language]
      page.put(StyledText(title, .strong) + citation(channel.place, of: channel.policy))
      lines([total], depth: 0, column: ScoreColumn(total))
    }
  }

  private mutating func lines(_ lines: [PointsLine], depth: Int, column: ScoreColumn) {
    for line in lines {
      let style: TextStyle = depth == 0 ? .strong : line.counts ? .plain : .quiet
      let lead =
        column.text(line, style)
        + StyledText(String(repeating: " ", count: min(2 * depth, page.width / 4)))
      page.put(words(line, style), lead: lead, indent: 2)
      notes(line, lead: lead)
      self.lines(line.lines, depth: depth + 1, column: column)
    }
  }

  private mutating func words(_ line: PointsLine, _ style: TextStyle) -> StyledText {
    let name = line.name[language]
    var text: StyledText
    switch line.kind {
    case .item: text = StyledText(name, style)
    case .condition:
      text = StyledText(name, style) + dot
      text += StyledText(say("gives nothing: its condition is not met", "条件不符，不计分"))
    case .limit: text = StyledText(say("limited to ", "按上限计：") + name, style)
    case .floor: text = StyledText(say("raised to ", "按下限计：") + name, style)
    }
    if line.points == nil, let bounds = bounds(line) { text += dot + StyledText(bounds) }
    if let joining = joining(line) { text += dot + StyledText(joining, .quiet) }
    if !line.counts { text += dot + StyledText(say("not counted", "不计入"), .quiet) }
    text += citation(line.place)
    return text + standing(line.standing)
  }

  private func joining(_ line: PointsLine) -> String? {
    if line.lines.isEmpty { return nil }
    return switch line.joining {
    case .highestOf: say("the highest counts", "取最高")
    case .lowestOf: say("the lowest counts", "取最低")
    default: nil
    }
  }

  /// The values behind a line that has none below, and what is missing for it.
  private mutating func notes(_ line: PointsLine, lead: StyledText) {
    let indent = lead.width + 2
    let values = values(line.uses)
    if line.lines.isEmpty, !values.isEmpty {
      page.put(StyledText(values, .quiet), indent: indent)
    }
    if line.lines.isEmpty, line.points == nil, !line.missing.isEmpty {
      let missing = labelled(say("missing", "还缺"), verifiers(line.missing))
      page.put(StyledText(missing, .doubtful), indent: indent)
    }
  }
}

/// The column of points at the left of a score sheet: right-aligned, what does not count in
/// brackets, the digits still below each other.
private struct ScoreColumn {
  private let width: Int

  init(_ total: PointsLine) {
    width = ScoreColumn.widest(total)
  }

  func text(_ line: PointsLine, _ style: TextStyle) -> StyledText {
    let number = ScoreColumn.number(line)
    let text = line.counts ? "\(number) " : "(\(number))"
    return StyledText(DisplayWidth.padLeft(text, to: width + 2), style) + StyledText("  ")
  }

  private static func number(_ line: PointsLine) -> String {
    guard let text = line.text else { return "?" }
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  private static func widest(_ line: PointsLine) -> Int {
    line.lines.map(widest).reduce(DisplayWidth.of(number(line)), max)
  }
}
