package import ExpressionLanguage
package import Policy

/// One thing in a measure that a scenario can exercise.
package struct CoveragePoint: Hashable, Sendable {
  /// What must have happened.
  package enum Event: String, CaseIterable, Sendable {
    /// A row of a table applied.
    case row
    /// A condition was met.
    case met
    /// A condition was not met.
    case notMet = "not met"
    /// An exception held.
    case held
    /// An exception did not hold.
    case notHeld = "not held"
    /// A limit or floor changed the value.
    case limited
    /// A limit or floor left the value as it was.
    case notLimited = "not limited"
    /// The condition of **when** held.
    case applied
    /// The condition of **when** did not hold.
    case notApplied = "not applied"
    /// A dated value was in force.
    case inForce = "in force"
    /// A channel was open.
    case open
    /// A channel was closed, or a service.
    case closed
    /// A channel was undetermined.
    case undetermined
    /// A service was suspended.
    case suspended

    /// The event in Chinese.
    package var chinese: String {
      switch self {
      case .row: "适用"
      case .met: "符合"
      case .notMet: "不符合"
      case .held: "例外成立"
      case .notHeld: "例外不成立"
      case .limited: "达到限额"
      case .notLimited: "未达限额"
      case .applied: "“当”成立"
      case .notApplied: "“当”不成立"
      case .inForce: "有效"
      case .open: "开放"
      case .closed: "关闭"
      case .undetermined: "未定"
      case .suspended: "中止"
      }
    }
  }

  /// The measure.
  package var policy: String
  /// The label of the rule, channel or service.
  package var name: Bilingual
  /// Where it stands.
  package var place: Place
  /// What must have happened.
  package var event: Event
}

/// What scenarios exercise of the measures they belong to.
package struct Coverage: Sendable {
  /// Every point, in the order of the measures, and whether a scenario has reached it.
  package private(set) var points: [CoveragePoint] = []
  private var reached: Set<CoveragePoint> = []
  private var known: Set<CoveragePoint> = []

  /// Creates an empty coverage.
  package init() {}

  /// Adds a point that could be reached.
  mutating func declare(_ point: CoveragePoint) {
    if known.insert(point).inserted { points.append(point) }
  }

  /// Says that a scenario has reached a point.
  mutating func reach(_ point: CoveragePoint) { reached.insert(point) }

  /// The points that no scenario has reached.
  package var missed: [CoveragePoint] { points.filter { !reached.contains($0) } }
}
