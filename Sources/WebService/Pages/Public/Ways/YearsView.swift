import ExpressionLanguage
import Policy
import Scoring

/// What the years bring to the points of a channel if facts go on as they are.
struct YearsView: Sendable {
  /// One day.
  struct Row: Sendable {
    let day: String
    let points: String
  }

  let rows: [Row]

  /// How far ahead it looks, in years.
  private static let years = 5

  /// The years of a channel of the set; `nil` where it has no points, or they can't be computed.
  init?(_ channel: Int, _ talk: WaysTalk, _ library: PolicyLibrary, _ visit: Visit) {
    guard talk.set.channels[channel].rankedBy != nil else { return nil }
    let course = LawCourse(
      talk.assessor,
      in: library,
      from: talk.day,
      months: 12 * Self.years
    )
    let found = try? Forecaster.forecast(
      talk.facts,
      of: talk.assessor,
      under: course,
      channel: channel
    )
    guard let forecast = found, let own = forecast.channels.first else { return nil }
    let days = (0...Self.years).compactMap { year in
      talk.day.adding(months: 12 * year, monthEnd: .down)
    }
    let rows = days.filter { $0 <= forecast.through }.compactMap { day -> Row? in
      guard let level = own.total(on: day), let least = level.least, let most = level.most else {
        return nil
      }
      func text(_ units: Int64) -> String {
        DecimalLiteral(units: units, scale: own.scale).description
      }
      return Row(
        day: day.words[visit.language],
        points: least == most
          ? text(least)
          : visit.say("\(text(least)) to \(text(most))", "\(text(least)) 至 \(text(most))")
      )
    }
    if rows.count < 2 { return nil }
    self.rows = rows
  }
}
