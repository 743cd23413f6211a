import ExpressionLanguage
import Policy

extension AssessmentJSON {
  static func forecast(_ forecast: Forecast) -> JSONValue {
    .object([
      ("on", .text(forecast.on.description)),
      ("through", .text(forecast.through.description)),
      ("brokenFrom", JSONValue(forecast.brokenFrom?.description)),
      ("lineToReach", JSONValue(forecast.line)),
      ("channels", .list(forecast.channels, channel)),
      ("rows", .list(forecast.rows) { row($0, forecast) }),
    ])
  }

  private static func channel(_ channel: ChannelForecast) -> JSONValue {
    .object(
      [
        ("id", .text(channel.id)),
        ("name", both(channel.name)),
        ("policy", .text(channel.policy)),
      ] + place(channel.place) + [
        ("ranked", .truth(channel.isRanked)),
        (
          "outcomes",
          .list(channel.outcomes) { stretch in
            .object([
              ("from", .text(stretch.from.description)),
              ("outcome", JSONValue(stretch.outcome?.rawValue)),
            ])
          }
        ),
        ("totals", .list(channel.totals) { level($0, channel.scale) }),
      ]
    )
  }

  private static func level(_ level: ChannelForecast.Level, _ scale: Int) -> JSONValue {
    func text(_ units: Int64?) -> JSONValue {
      JSONValue(units.map { DecimalLiteral(units: $0, scale: scale).description })
    }
    return .object([
      ("from", .text(level.from.description)),
      ("total", text(level.isKnown ? level.least : nil)),
      ("least", text(level.least)),
      ("most", text(level.most)),
    ])
  }

  private static func row(_ row: ForecastRow, _ forecast: Forecast) -> JSONValue {
    .object([
      ("on", .text(row.on.description)),
      ("versions", .list(row.versions, policy)),
      (
        "turned",
        .list(row.turned) { turned in
          .object([
            ("channel", .text(forecast.channels[turned.channel].id)),
            ("before", JSONValue(turned.before?.rawValue)),
            ("after", JSONValue(turned.after?.rawValue)),
            ("conditions", .list(turned.conditions, condition)),
          ])
        }
      ),
      (
        "counted",
        .list(row.counted) { counted in
          .object([
            ("channel", .text(forecast.channels[counted.channel].id)),
            ("reachesLine", counted.reaches.map(JSONValue.truth) ?? .null),
            ("changedLines", .list(counted.lines, changedLine)),
          ])
        }
      ),
    ])
  }
}
