package import ExpressionLanguage
package import Policy

/// What the measures will say of one person if facts go on as they are.
package struct Forecast: Sendable {
  /// The first day.
  package var on: CivilDate
  /// The last day.
  package var through: CivilDate
  /// The first day for which what is in force could not be compiled, if that ends the forecast.
  package var brokenFrom: CivilDate?
  /// The line that totals are held against, as text.
  package var line: String?
  /// The channels, in the order of the assessment of the first day; those to come after.
  package var channels: [ChannelForecast]
  /// The days on which something turns, in order; the first and the last day among them.
  package var rows: [ForecastRow]
}

/// One channel over time.
package struct ChannelForecast: Sendable {
  /// From a day on, an outcome.
  package struct Stretch: Sendable {
    /// The first day.
    package var from: CivilDate
    /// The outcome; `nil` where the channel is not there or cannot be computed.
    package var outcome: Outcome?
  }

  /// From a day on, a total.
  package struct Level: Sendable {
    /// The first day.
    package var from: CivilDate
    /// The least that it can be; `nil` where it cannot be computed.
    package var least: Int64?
    /// The most that it can be; equal to `least` where it is known.
    package var most: Int64?
  }

  /// The stable name.
  package var id: String
  /// The label.
  package var name: Bilingual
  /// The measure that declares it.
  package var policy: String
  /// Where it is declared.
  package var place: Place
  /// Whether it ranks by points.
  package var isRanked: Bool
  /// The decimals of its totals.
  package var scale: Int
  /// The outcomes, each until the next.
  package var outcomes: [Stretch]
  /// The totals, each until the next; empty where it does not rank.
  package var totals: [Level]

  /// The outcome on a day.
  package func outcome(on day: CivilDate) -> Outcome? {
    outcomes.last { $0.from <= day }?.outcome
  }

  /// The total on a day.
  package func total(on day: CivilDate) -> Level? { totals.last { $0.from <= day } }
}

/// One day of a forecast on which something turns.
package struct ForecastRow: Sendable {
  /// A channel whose outcome is another from the day on.
  package struct Turned: Sendable {
    /// The channel's position in the forecast.
    package var channel: Int
    /// The outcome before.
    package var before: Outcome?
    /// The outcome from the day on.
    package var after: Outcome?
    /// The conditions that turned.
    package var conditions: [ConditionResult]
  }

  /// The lines of a channel's score sheet that give other points than in the row before.
  package struct Counted: Sendable {
    /// The channel's position in the forecast.
    package var channel: Int
    /// The lines.
    package var lines: [ChangedLine]
    /// Whether the total reaches the line on this day, or falls below it; `nil` for neither.
    package var reaches: Bool?
  }

  /// The day.
  package var on: CivilDate
  /// The versions that come into force on the day, after the first day.
  package var versions: [Assessment.AppliedPolicy]
  /// The channels that turn.
  package var turned: [Turned]
  /// What is counted otherwise.
  package var counted: [Counted]
}
