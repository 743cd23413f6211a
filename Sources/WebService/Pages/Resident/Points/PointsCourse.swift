import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// A channel's points over time: as they were by what was then known, and as they go on if nothing
/// changes but the days.
struct PointsCourse: Sendable {
  /// The points from one day on.
  struct Level: Hashable, Sendable {
    let from: CivilDate
    let least: Int64?
    let greatest: Int64?
    let isForecast: Bool
  }

  let levels: [Level]
  let last: CivilDate
  let scale: Int

  /// How far the forecast goes, in months.
  static let months = 36
  /// How many days of the past are looked at.
  private static let mostPast = 8

  /// The course of a channel; `nil` where the measures can't tell.
  static func of(_ channel: ChannelResult, _ mine: MyFile) -> PointsCourse? {
    guard let total = channel.total else { return nil }
    let set = mine.law.assessor.set
    let index = set.channels.firstIndex { one in
      set.measures[one.measure].id == channel.policy && one.name == channel.name
    }
    guard let index else { return nil }
    let facts = mine.file.facts(on: mine.today, by: mine.law)
    let course = LawCourse(
      mine.law.assessor,
      in: mine.visit.service.library,
      from: mine.today,
      months: months
    )
    let forecast = try? Forecaster.forecast(
      facts,
      of: mine.law.assessor,
      under: course,
      channel: index
    )
    guard let way = forecast?.channels.first, let forecast else { return nil }
    let coming = way.totals.map { level in
      Level(from: level.from, least: level.least, greatest: level.most, isForecast: true)
    }
    let now = Level(
      from: mine.today,
      least: total.least,
      greatest: total.greatest,
      isForecast: false
    )
    return PointsCourse(
      levels: past(channel, total.scale, mine) + [now] + coming.filter { $0.from > mine.today },
      last: forecast.through,
      scale: total.scale
    )
  }

  /// The points at the beginning of each year since the file was opened, under the measures of that
  /// day, by what was known on it.
  private static func past(
    _ channel: ChannelResult,
    _ scale: Int,
    _ mine: MyFile
  ) -> [Level] {
    guard let opened = mine.view.entries.first?.entry.on, opened < mine.today else { return [] }
    let years = (opened.parts.year + 1)...max(opened.parts.year + 1, mine.today.parts.year)
    let days = years.compactMap { CivilDate(year: $0, month: 1, day: 1) }.filter { $0 < mine.today }
    return days.suffix(mostPast).compactMap { day in
      guard let law = try? mine.visit.office.law(on: day) else { return nil }
      let set = law.assessor.set
      let index = set.channels.firstIndex { one in
        set.measures[one.measure].id == channel.policy && one.name == channel.name
      }
      guard let index, set.channels[index].rankedBy?.type.number?.scale == scale,
        let decision = try? law.assessor.decide(mine.file.facts(on: day, by: law), on: day),
        case .number(let points)? = decision.channels[index].total
      else { return nil }
      return Level(from: day, least: points, greatest: points, isForecast: false)
    }
  }
}
