import Casework
import ExpressionLanguage
import Scoring

/// The points over time as a drawing and as a table; the drawing says nothing that the table does
/// not.
struct PointsChart: Sendable {
  struct Point: Sendable {
    let x: Int
    let y: Int
  }

  struct Mark: Sendable {
    let x: Int
    let y: Int
    let words: String
  }

  struct Row: Sendable {
    let from: ShownDay
    let points: String
    let isForecast: Bool
  }

  let titleID: String
  let describedID: String
  let description: String
  let recorded: String
  let forecast: String
  let greatest: String
  let dots: [Point]
  let years: [Mark]
  let grid: [Mark]
  let limit: Mark?
  let rows: [Row]

  /// The chart of a channel; `nil` where nothing can be told of its course.
  static func of(_ channel: ChannelResult, _ mine: MyFile) -> PointsChart? {
    guard let course = PointsCourse.of(channel, mine), !course.levels.isEmpty else { return nil }
    let limit = channel.scoreLine?.points?.units(atScale: course.scale)
    return PointsChart(course, limit, channel, mine)
  }

  private init(
    _ course: PointsCourse,
    _ limit: Int64?,
    _ channel: ChannelResult,
    _ mine: MyFile
  ) {
    let visit = mine.visit
    let plot = Plot(course, limit)
    let past = course.levels.filter { !$0.isForecast }
    let coming = course.levels.last { !$0.isForecast }.map { [$0] } ?? []
    let ahead = coming + course.levels.filter(\.isForecast)
    titleID = "chart-\(channel.id)-title"
    describedID = "chart-\(channel.id)-description"
    recorded = plot.path(past, through: past.last?.from, \.least)
    forecast = plot.path(ahead, through: course.last, \.least)
    let isRange = ahead.contains { $0.least != $0.greatest }
    greatest = isRange ? plot.path(ahead, through: course.last, \.greatest) : ""
    dots = past.compactMap { level in
      level.least.map { Point(x: plot.x(level.from), y: plot.y($0)) }
    }
    years = plot.years.map { Mark(x: plot.x($0), y: 200, words: String($0.parts.year)) }
    grid = plot.grid.map { units in
      Mark(
        x: 0,
        y: plot.y(units),
        words: DecimalLiteral(units: units, scale: course.scale).shortest
      )
    }
    self.limit = limit.map { units in
      let words = DecimalLiteral(units: units, scale: course.scale).shortest
      let round = channel.scoreLine.map { String($0.round) } ?? ""
      return Mark(
        x: 0,
        y: plot.y(units),
        words: visit.say("line of \(round): \(words)", "\(round)年分数线\(words)")
      )
    }
    rows = course.levels.map { level in
      Row(
        from: ShownDay(level.from, visit),
        points: PointsText.text(level.least, level.greatest, course.scale, visit),
        isForecast: level.isForecast
      )
    }
    let ends = [rows.first, rows.first { $0.isForecast }, rows.last].compactMap(\.self)
    let texts = ends.map {
      visit.say("\($0.from.words): \($0.points)", "\($0.from.words)：\($0.points)分")
    }
    description = texts.joined(separator: visit.say("; ", "；"))
  }
}

/// Where days and points lie in the drawing.
private struct Plot {
  private let first: CivilDate
  private let last: CivilDate
  private let top: Int64
  let grid: [Int64]

  /// The edges of the plot in the drawing.
  private static let (left, right, upper, lower) = (44, 590, 20, 180)

  init(_ course: PointsCourse, _ limit: Int64?) {
    first = course.levels.first?.from ?? course.last
    last = course.last
    let most = course.levels.compactMap(\.greatest).max() ?? 0
    var unit: Int64 = 1
    for _ in 0..<course.scale { unit *= 10 }
    // Four steps of a round number of points, with the highest point below the top.
    let need = max(most, limit ?? 0, unit * 4)
    var step = unit * 5
    while step * 4 < need { step += unit * 5 }
    top = step * 4
    grid = (0...4).map { step * Int64($0) }
  }

  func x(_ day: CivilDate) -> Int {
    let whole = max(1, Int(last.day - first.day))
    let part = min(max(0, Int(day.day - first.day)), whole)
    return Plot.left + part * (Plot.right - Plot.left) / whole
  }

  func y(_ units: Int64) -> Int {
    let part = min(max(0, units), top)
    return Plot.lower - Int(part * Int64(Plot.lower - Plot.upper) / max(1, top))
  }

  /// The beginnings of the years within the plot.
  var years: [CivilDate] {
    let all = (first.parts.year...last.parts.year + 1).compactMap {
      CivilDate(year: $0, month: 1, day: 1)
    }.filter { first <= $0 && $0 <= last }
    let every = max(1, (all.count + 7) / 8)
    return all.enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
  }

  /// Steps from day to day, with gaps where nothing is known.
  func path(
    _ levels: [PointsCourse.Level],
    through end: CivilDate?,
    _ value: (PointsCourse.Level) -> Int64?
  ) -> String {
    var text = ""
    var isDrawing = false
    for (index, level) in levels.enumerated() {
      guard let units = value(level) else {
        isDrawing = false
        continue
      }
      text += isDrawing ? "H\(x(level.from))V\(y(units))" : "M\(x(level.from)) \(y(units))"
      isDrawing = true
      if index == levels.count - 1, let end { text += "H\(x(end))" }
    }
    return text
  }
}
