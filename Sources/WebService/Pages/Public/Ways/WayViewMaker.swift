import ExpressionLanguage
import Policy
import Scoring

/// Puts what the measures say of one channel into what its page shows.
struct WayViewMaker {
  private let result: WaysResult
  private let talk: WaysTalk
  private let visit: Visit
  private let library: PolicyLibrary
  private let changes: [GoalChanges]

  init(_ result: WaysResult, _ talk: WaysTalk, _ library: PolicyLibrary, _ visit: Visit) {
    self.result = result
    self.talk = talk
    self.visit = visit
    self.library = library
    changes = ChangeView.changes(talk, result.assessment, library)
  }

  private var language: Language { visit.language }

  /// The measures that were applied.
  var measures: [ResultPage.MeasureRow] {
    result.assessment.policies.map { policy in
      ResultPage.MeasureRow(
        heading: policy.title[language],
        since: policy.version.words[language],
        link: visit.link(MeasureAddress.path(policy.id, policy.version)),
        standing: StandingMark(policy.standing)
      )
    }
  }

  /// Which closed way opens first by itself, or may, and when.
  var earliest: (day: CivilDate, way: Bilingual, isPerhaps: Bool)? {
    let closed = result.assessment.channels.filter { $0.outcome == .closed }
    let waits = closed.flatMap { channel in
      changes.filter { $0.id == channel.id && $0.policy == channel.policy }.compactMap { goal in
        goal.turn.map { (day: $0.on, way: channel.name, isPerhaps: $0.isPerhaps) }
      }
    }
    return waits.min { $0.day < $1.day }
  }

  func view(_ channel: ChannelResult) throws -> WayView {
    let policy = result.assessment.policies.first { $0.id == channel.policy }
    let isSettled = channel.outcome != .undetermined
    let showsPoints = showsPoints(channel)
    return WayView(
      anchor: channel.id,
      heading: channel.name[language],
      measure: policy?.title[language] ?? channel.policy,
      measureLink: policy.map { visit.link(MeasureAddress.path($0.id, $0.version)) } ?? "",
      cite: channel.place.citation(language),
      standing: StandingMark(channel.standing),
      isOpen: channel.outcome == .open,
      isUndetermined: channel.outcome == .undetermined,
      isClosed: channel.outcome == .closed,
      isRanked: channel.total != nil,
      isPermit: channel.leadsTo.map { NameKey.of($0.english) == "residence permit" } ?? false,
      totals: showsPoints ? totals(channel) : [],
      reasons: channel.outcome == .closed ? ConditionView.unmet(channel.conditions, language) : [],
      conditions: channel.conditions.map { ConditionView($0, language) },
      // What no answer opens any more needs none.
      lacks: channel.outcome == .closed
        ? []
        : (isSettled ? showsPoints ? channel.total?.missing ?? [] : [] : channel.missing)
          .map(lack),
      points: showsPoints ? channel.total.map { rows($0, depth: 0) } ?? [] : [],
      steps: StepsMaker(channel, visit).steps,
      remedies: channel.outcome == .closed ? StepsMaker(channel, visit).remedies : [],
      members: channel.outcome == .closed ? [] : channel.family.map(member),
      changes: changes.filter { $0.id == channel.id && $0.policy == channel.policy }
        .compactMap { ChangeView($0, visit) },
      years: years(channel)
    )
  }

  /// Whether points say something: where they are known, or were asked for.
  private func showsPoints(_ channel: ChannelResult) -> Bool {
    guard channel.outcome != .closed, let total = channel.total else { return false }
    return total.points != nil || talk.answers.reach.contains(.points)
  }

  /// What the years bring to the points.
  private func years(_ channel: ChannelResult) -> [YearsView] {
    guard showsPoints(channel) else { return [] }
    let index = talk.set.channels.firstIndex {
      $0.name == channel.name && $0.place == channel.place
    }
    return index.flatMap { YearsView($0, talk, library, visit) }.map { [$0] } ?? []
  }

  // MARK: Points

  private func totals(_ channel: ChannelResult) -> [WayView.Total] {
    guard let total = channel.total else { return [] }
    let line = channel.scoreLine.map { line in
      visit.say(
        "last published line: \(line.text.english) (\(line.round))",
        "最近公布的分数线：\(line.text.chinese)（\(line.round)年度）"
      )
    }
    return [
      WayView.Total(
        points: points(total) ?? visit.say("unknown", "未知"),
        note: total.points == nil
          ? visit.say("as far as is known", "按目前所知")
          : visit.say("points", "分"),
        standing: StandingMark(total.standing),
        lastLine: [line ?? visit.say("no line published to compare with", "未见公布可以比较的分数线")],
        ties: channel.ties.map { [visit.say("Equal points: ", "积分相同的：") + visit.say($0)] } ?? []
      )
    ]
  }

  /// The points of a line, or between which they lie.
  private func points(_ line: PointsLine) -> String? {
    func text(_ units: Int64) -> String {
      let text = DecimalLiteral(units: units, scale: line.scale).description
      return units < 0 ? "−" + text.dropFirst() : text
    }
    if let points = line.points { return text(points) }
    guard let bounds = line.bounds else { return nil }
    let (least, greatest) = (text(bounds.least), text(bounds.greatest))
    return bounds.isAttained
      ? visit.say("\(least) to \(greatest)", "\(least) 至 \(greatest)")
      : visit.say("\(least) to \(greatest) at most", "\(least) 至 \(greatest) 之间")
  }

  private func rows(_ line: PointsLine, depth: Int) -> [WayView.PointsRow] {
    let because =
      line.lines.isEmpty
      ? line.uses.compactMap { $0.told?[language] }.joined(separator: visit.say("; ", "；"))
      : ""
    let missing =
      line.lines.isEmpty && line.points == nil
      ? line.missing.map { $0.told[language] }.joined(separator: visit.say(", ", "、")) : ""
    let lacking = missing.isEmpty ? "" : visit.say("missing: ", "还缺：") + missing
    let row = WayView.PointsRow(
      words: line.name[language],
      points: points(line) ?? visit.say("unknown", "未知"),
      depth: min(depth, 3),
      cite: line.place.citation(language),
      because: [because, lacking].filter { !$0.isEmpty }.joined(separator: visit.say("; ", "；")),
      isSum: depth == 0,
      isLeftOut: !line.counts,
      standing: StandingMark(line.standing)
    )
    return [row] + line.lines.flatMap { rows($0, depth: depth + 1) }
  }

  // MARK: What is missing, and the family

  private func lack(_ missing: MissingName) -> WayView.Lack {
    // An attribute's name stands behind that of its records.
    let top = missing.id.split(separator: ".").first.map(String.init) ?? missing.id
    let verifier = missing.verifiedBy[language]
    return WayView.Lack(
      words: visit.sentence(missing.told),
      verifier: verifier.isEmpty ? [] : [verifier],
      link: talk.key(of: top) == nil
        ? [] : [visit.link("/ways/question?of=\(Form.escaped(top))&from=result")]
    )
  }

  private func member(_ member: FamilyResult) -> WayView.Member {
    WayView.Member(
      words: "\(member.position). \(member.name[language])",
      isOpen: member.outcome == .open,
      isUndetermined: member.outcome == .undetermined,
      isClosed: member.outcome == .closed,
      conditions: member.conditions.map { ConditionView($0, language) }
    )
  }
}
