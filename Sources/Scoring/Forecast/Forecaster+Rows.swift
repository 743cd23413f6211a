import ExpressionLanguage
import Policy

extension Forecaster {
  /// The rows: the first and the last day, every turn of an outcome, every day on which points come
  /// by another row or limit or the line is passed, every new version; and each new year in which
  /// points have moved.
  func rows(_ channels: [ChannelForecast]) -> [ForecastRow] {
    var days: Set<CivilDate> = [law.first, law.last]
    for period in law.periods.dropFirst() { days.insert(period.days.lowerBound) }
    for channel in channels {
      for stretch in channel.outcomes.dropFirst() { days.insert(stretch.from) }
      days.formUnion(marked(channel))
    }
    var rows: [ForecastRow] = []
    var shown: [Int: ChannelResult] = [:]
    for day in days.sorted() {
      var row = ForecastRow(
        on: day,
        versions: versions(from: day),
        turned: [],
        counted: []
      )
      for (index, channel) in channels.enumerated() {
        if day > law.first { turn(channel, index, day, &row) }
        if channel.isRanked { count(channel, index, day, &shown, &row) }
      }
      let isEmpty = row.versions.isEmpty && row.turned.isEmpty && row.counted.isEmpty
      if !isEmpty || day == law.first || day == law.last { rows.append(row) }
    }
    return rows
  }

  /// The days on which the points of a channel move in a way worth a row.
  private func marked(_ channel: ChannelForecast) -> Set<CivilDate> {
    var days: Set<CivilDate> = []
    var before: (level: ChannelForecast.Level, rows: [String])?
    for level in channel.totals {
      let rows = result(channel, on: level.from)?.total.map(Forecaster.rows) ?? []
      if let before {
        if before.rows != rows || level.isKnown != before.level.isKnown { days.insert(level.from) }
        if let line = units(channel),
          before.level.reaches(line) != level.reaches(line)
        {
          days.insert(level.from)
        }
      }
      before = (level, rows)
      let year = CivilDate(year: level.from.parts.year + 1, month: 1, day: 1)
      if let year, year <= law.last { days.insert(year) }
    }
    return days
  }

  /// Which rows and limits a score sheet rests on: what stays while points only add up.
  private static func rows(_ line: PointsLine) -> [String] {
    ["\(line.id) \(line.place.clause) \(line.kind.rawValue) \(line.counts)"]
      + line.lines.flatMap(rows)
  }

  /// The line at the scale of a channel's totals, rounded up.
  private func units(_ channel: ChannelForecast) -> Int64? {
    guard let line, let person = course.course(on: law.first) else { return nil }
    return CourseGoal(policy: channel.policy, channel: channel.id, line: line)
      .goal(in: person.set)?.line
  }

  private func versions(from day: CivilDate) -> [Assessment.AppliedPolicy] {
    guard day > law.first, let index = law.periods.firstIndex(where: { $0.days.lowerBound == day }),
      let assessor = law.periods[index].assessor
    else { return [] }
    let before = Set(law.periods[index - 1].assessor?.book.policies ?? [])
    return assessor.book.policies.filter { !before.contains($0) }
  }

  private func turn(
    _ channel: ChannelForecast,
    _ index: Int,
    _ day: CivilDate,
    _ row: inout ForecastRow
  ) {
    guard let eve = day.adding(days: -1) else { return }
    let (before, after) = (channel.outcome(on: eve), channel.outcome(on: day))
    if before == after { return }
    let (old, new) = (result(channel, on: eve), result(channel, on: day))
    let conditions: [ConditionResult]
    if let old, let new {
      conditions =
        after == .open
        ? ResultDifference.met(old.conditions, new.conditions)
        : ResultDifference.lost(old.conditions, new.conditions)
    } else {
      conditions = []
    }
    row.turned.append(
      ForecastRow.Turned(channel: index, before: before, after: after, conditions: conditions)
    )
  }

  private func count(
    _ channel: ChannelForecast,
    _ index: Int,
    _ day: CivilDate,
    _ shown: inout [Int: ChannelResult],
    _ row: inout ForecastRow
  ) {
    let result = result(channel, on: day)
    defer { shown[index] = result }
    guard day > law.first, let before = shown[index] else { return }
    let lines = ResultDifference.lines(before.total, result?.total)
    var reaches: Bool?
    if let line = units(channel), let eve = day.adding(days: -1) {
      let old = channel.total(on: eve)?.reaches(line) ?? false
      let new = channel.total(on: day)?.reaches(line) ?? false
      reaches = old == new ? nil : new
    }
    if lines.isEmpty, reaches == nil { return }
    row.counted.append(ForecastRow.Counted(channel: index, lines: lines, reaches: reaches))
  }
}

extension ChannelForecast.Level {
  /// Whether the total is known.
  package var isKnown: Bool { least != nil && least == most }

  /// Whether the total surely reaches a line at its scale.
  package func reaches(_ line: Int64) -> Bool { least.map { $0 >= line } ?? false }
}
