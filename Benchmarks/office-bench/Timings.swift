/// Times of one kind of work, in milliseconds.
struct Timings {
  private var all: [Double] = []

  /// How many there are.
  var count: Int { all.count }

  mutating func add(_ duration: Duration) {
    all.append(
      Double(duration.components.seconds) * 1_000 + Double(duration.components.attoseconds) / 1e15
    )
  }

  /// The time below which so many in a hundred lie.
  func percentile(_ percent: Double) -> Double {
    let sorted = all.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * percent / 100))]
  }

  /// Two decimals.
  static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
