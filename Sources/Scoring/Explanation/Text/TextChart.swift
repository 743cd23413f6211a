import ExpressionLanguage
import Policy

/// A small chart of a channel's total over time, in characters: readable without colour.
///
/// A step line of half blocks, two steps a row; what is unknown is a band between least and most;
/// the line that is to be reached runs across; below stands a strip of outcomes, and the years.
struct TextChart {
  /// The characters, and what they say.
  struct Signs {
    var upper: Character
    var lower: Character
    var total: Character
    var bounds: Character
    var line: Character
    var outcomes: [(Outcome?, Character)]

    static let blocks = Signs(
      upper: "▀",
      lower: "▄",
      total: "▄",
      bounds: "░",
      line: "┄",
      outcomes: [(.open, "━"), (.undetermined, "?"), (.closed, "·"), (nil, " ")]
    )
    static let plain = Signs(
      upper: "*",
      lower: "*",
      total: "*",
      bounds: ":",
      line: "-",
      outcomes: [(.open, "="), (.undetermined, "?"), (.closed, "."), (nil, " ")]
    )
  }

  /// The rows of the drawing, without the strip and the years.
  static let height = 8

  /// The lines, the highest first.
  private(set) var lines: [String] = []
  /// The characters used.
  let signs: Signs
  /// Whether a band of what is unknown is drawn.
  let hasBounds: Bool
  /// The outcomes in the strip.
  let outcomes: Set<Outcome?>

  /// Draws a channel's totals; `nil` where there is nothing to draw.
  init?(_ channel: ChannelForecast, _ forecast: Forecast, width: Int, isPlain: Bool) {
    let span = Int(forecast.through.day) - Int(forecast.on.day)
    let levels = channel.totals.filter { $0.least != nil && $0.most != nil }
    guard span > 0, let low = levels.compactMap(\.least).min(),
      let high = levels.compactMap(\.most).max()
    else { return nil }
    let signs: Signs = isPlain ? .plain : .blocks
    self.signs = signs
    hasBounds = levels.contains { !$0.isKnown }
    let line = forecast.line.flatMap { DecimalLiteral($0) }.flatMap { literal in
      TextChart.units(literal, channel.scale)
    }
    let scale = Scale(low: min(low, line ?? low), high: max(high, line ?? high))
    func label(_ units: Int64) -> String {
      DecimalLiteral(units: units, scale: channel.scale).description
    }
    let labels = [label(scale.high), label(scale.low)]
    let margin = labels.map(\.count).max() ?? 0
    let columns = max(20, min(72, width - margin - 2))
    let days = (0..<columns).map { column in
      CivilDate(day: Int(forecast.on.day) + span * column / (columns - 1)) ?? forecast.through
    }
    var grid = [[Character]](
      repeating: Array(repeating: " ", count: columns),
      count: TextChart.height
    )
    if let line {
      let row = scale.halfRow(line) / 2
      for column in 0..<columns { grid[row][column] = signs.line }
    }
    for (column, day) in days.enumerated() {
      guard let level = channel.total(on: day), let least = level.least, let most = level.most
      else { continue }
      let (bottom, top) = (scale.halfRow(least), scale.halfRow(most))
      if level.isKnown {
        grid[top / 2][column] = top.isMultiple(of: 2) ? signs.upper : signs.lower
      } else {
        for row in top / 2...bottom / 2 { grid[row][column] = signs.bounds }
      }
    }
    for (row, cells) in grid.enumerated() {
      let text = row == 0 ? labels[0] : row == TextChart.height - 1 ? labels[1] : ""
      lines.append(
        DisplayWidth.padLeft(text, to: margin) + (isPlain ? " |" : " │") + String(cells)
      )
    }
    outcomes = Set(days.map { channel.outcome(on: $0) })
    let strip = days.map { day in
      let outcome = channel.outcome(on: day)
      return signs.outcomes.first { $0.0 == outcome }?.1 ?? " "
    }
    let gap = String(repeating: " ", count: margin + 2)
    lines.append(gap + String(strip))
    lines.append(gap + TextChart.years(days))
  }

  /// The years below the columns in which they begin, as far as there is room.
  private static func years(_ days: [CivilDate]) -> String {
    var text = ""
    for (column, day) in days.enumerated() {
      let year = day.parts.year
      let begins = column == 0 || days[column - 1].parts.year < year
      guard begins, text.isEmpty || text.count < column, column + 4 <= days.count else { continue }
      text += String(repeating: " ", count: column - text.count) + String(year)
    }
    return text
  }

  private static func units(_ literal: DecimalLiteral, _ scale: Int) -> Int64? {
    var literal = literal
    while literal.scale > scale {
      literal = DecimalLiteral(units: literal.units / 10, scale: literal.scale - 1)
    }
    return literal.units(atScale: scale)
  }

  /// From totals to half rows, the highest total in the first.
  private struct Scale {
    var low: Int64
    var high: Int64

    func halfRow(_ units: Int64) -> Int {
      let steps = Int128(2 * TextChart.height - 1)
      let span = Int128(high) - Int128(low)
      if span == 0 { return TextChart.height }
      return Int(((Int128(high) - Int128(units)) * steps + span / 2) / span)
    }
  }
}
