import Casework
import ExpressionLanguage
import Policy
import Scoring

/// 积分: every point with its reason and article, and how the total goes on.
enum MyPointsPage {
  struct View: Sendable {
    let channels: [Sheet]
    let hasChannels: Bool
    let fault: Bool
  }

  /// The score sheet of one channel that ranks by points.
  struct Sheet: Sendable {
    let id: String
    let words: String
    let total: String
    let isKnown: Bool
    let outcome: String
    let isOpen: Bool
    let isUndetermined: Bool
    let isClosed: Bool
    let lines: [Line]
    let missing: [Missing]
    let hasMissing: Bool
    let published: Published?
    let cited: ShownArticle
    let chart: PointsChart?
  }

  /// One line of the sheet.
  struct Line: Sendable {
    let words: String
    let points: String
    let isTop: Bool
    let isBelow: Bool
    let isOut: Bool
    let reasons: [Used]
    let cited: ShownArticle
    let missing: String?
  }

  /// A fact or rule that a line uses.
  struct Used: Sendable {
    let used: String
    let source: String?
  }

  struct Missing: Sendable {
    let words: String
    let by: String
  }

  struct Published: Sendable {
    let round: Int
    let line: String
    let isSample: Bool
    let isReported: Bool
    let isEnacted: Bool
  }

  static let show = MyFile.handler { mine in
    var sheets: [Sheet] = []
    var isFaulty = false
    do throws(EvaluationFault) {
      let facts = mine.file.facts(on: mine.today, by: mine.law)
      let assessment = try mine.law.assessor.assess(facts, on: mine.today)
      for channel in assessment.channels {
        guard let total = channel.total else { continue }
        sheets.append(sheet(channel, total, mine))
      }
    } catch { isFaulty = true }
    return try mine.page(
      "resident/points",
      title: Bilingual("My points", "我的积分"),
      View(channels: sheets, hasChannels: !sheets.isEmpty, fault: isFaulty)
    )
  }

  private static func sheet(
    _ channel: ChannelResult,
    _ total: PointsLine,
    _ mine: MyFile
  ) -> Sheet {
    let visit = mine.visit
    var lines: [Line] = []
    for line in total.lines { add(line, depth: 0, channel.policy, mine, to: &lines) }
    let missing = total.missing.map {
      Missing(words: visit.sentence($0.told), by: visit.say($0.verifiedBy))
    }
    return Sheet(
      id: channel.id,
      words: visit.say(channel.name).capitalised,
      total: PointsText.text(total.least, total.greatest, total.scale, visit),
      isKnown: total.points != nil,
      outcome: outcome(channel.outcome, visit),
      isOpen: channel.outcome == .open,
      isUndetermined: channel.outcome == .undetermined,
      isClosed: channel.outcome == .closed,
      lines: lines,
      missing: missing,
      hasMissing: !missing.isEmpty,
      published: channel.scoreLine.map { line in
        Published(
          round: line.round,
          line: visit.say(line.text),
          isSample: line.standing == .sample,
          isReported: line.standing == .reported,
          isEnacted: line.standing == .enacted
        )
      },
      cited: mine.cited(total.place, of: channel.policy, total.standing),
      chart: PointsChart.of(channel, mine)
    )
  }

  private static func outcome(_ outcome: Outcome, _ visit: Visit) -> String {
    switch outcome {
    case .open: visit.say("conditions met", "条件已具备")
    case .undetermined: visit.say("not yet certain", "还不能确定")
    case .closed: visit.say("conditions not met", "条件尚未具备")
    }
  }

  private static func add(
    _ line: PointsLine,
    depth: Int,
    _ policy: String,
    _ mine: MyFile,
    to lines: inout [Line]
  ) {
    let visit = mine.visit
    let missing = line.missing.map { visit.say($0.told) }.joined(separator: visit.say(", ", "、"))
    lines.append(
      Line(
        words: visit.say(line.name).capitalised,
        points: PointsText.text(line.least, line.greatest, line.scale, visit),
        isTop: depth == 0,
        isBelow: depth > 0,
        isOut: !line.counts,
        reasons: line.uses.compactMap { used in
          guard let words = used.told.map(visit.say) else { return nil }
          return Used(
            used: words,
            source: used.provenance.map { visit.say(RecordWords.source($0.source, mine.labels)) }
          )
        },
        cited: mine.cited(line.place, of: policy, line.standing, after: policy),
        missing: line.points == nil && !missing.isEmpty ? missing : nil
      )
    )
    for below in line.lines { add(below, depth: depth + 1, policy, mine, to: &lines) }
  }
}

/// Points as people read them.
enum PointsText {
  /// The points, or between which numbers they lie.
  static func text(_ least: Int64?, _ greatest: Int64?, _ scale: Int, _ visit: Visit) -> String {
    guard let least, let greatest else { return visit.say("not yet known", "尚不确定") }
    func one(_ units: Int64) -> String {
      let text = DecimalLiteral(units: units, scale: scale).shortest
      return units < 0 ? "−" + text.dropFirst() : text
    }
    if least == greatest { return one(least) }
    return visit.say("\(one(least)) to \(one(greatest))", "\(one(least))至\(one(greatest))")
  }
}
