import ExpressionLanguage

/// A bar chart in SVG, with the same numbers in a table beside it.
struct BarChart: Sendable {
  struct Bar: Sendable {
    let label: String
    let count: Int
    let share: String
    let y: Int
    let textY: Int
    let width: Int
    let countX: Int
  }

  let id: String
  let title: String
  let first: String
  let summary: String
  let bars: [Bar]
  let height: Int
  let isEmpty: Bool

  /// Draws counts, in their order.
  init(
    _ id: String,
    _ title: String,
    of first: String,
    _ counts: [(label: String, count: Int)],
    _ language: Language
  ) {
    self.id = id
    self.title = title
    self.first = first
    let all = counts.reduce(0) { $0 + $1.count }
    let most = max(1, counts.map(\.count).max() ?? 1)
    bars = counts.enumerated().map { place, entry in
      let width = entry.count * 230 / most
      let tenths = all == 0 ? 0 : (entry.count * 1_000 + all / 2) / all
      return Bar(
        label: entry.label,
        count: entry.count,
        share: "\(tenths / 10).\(tenths % 10)%",
        y: place * 28 + 4,
        textY: place * 28 + 19,
        width: width,
        countX: 138 + width
      )
    }
    height = max(1, counts.count) * 28 + 8
    isEmpty = counts.isEmpty
    summary = counts.map { "\($0.label) \($0.count)" }
      .joined(separator: language == .chinese ? "，" : ", ")
  }
}
