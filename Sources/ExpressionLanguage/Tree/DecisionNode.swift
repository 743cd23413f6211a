/// How the rows of a decision table make one result.
package enum HitPolicy: String, CaseIterable, Sendable {
  /// Exactly one row applies; proved.
  case unique = "U"
  /// The first row that applies.
  case first = "F"
  /// The values of all rows that apply.
  case collect = "C"
  /// Their sum.
  case sum = "C+"
  /// The greatest.
  case greatest = "C>"
  /// The least.
  case least = "C<"
}

/// A decision table with its inputs, guards and rows.
package struct DecisionNode: Hashable, Sendable {
  /// One input column: which input, and under which guard it counts.
  package struct Column: Hashable, Sendable {
    /// The position in `inputs`.
    package var input: Int
    /// The position in `guards`; a column without one always counts.
    package var guarding: Int?

    /// Creates a column.
    package init(input: Int, guarding: Int?) {
      self.input = input
      self.guarding = guarding
    }
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// A test for each column; empty in an `otherwise` row.
    package var cells: [CellTest]
    /// The value under each output column.
    package var outputs: [Value]
    /// Whether the row applies where no other does.
    package var isOtherwise: Bool

    /// Creates a row.
    package init(cells: [CellTest], outputs: [Value], isOtherwise: Bool) {
      self.cells = cells
      self.outputs = outputs
      self.isOtherwise = isOtherwise
    }
  }

  /// How rows make one result.
  package var hit: HitPolicy
  /// The distinct inputs.
  package var inputs: [Node]
  /// The distinct guards, each yes or no.
  package var guards: [Node]
  /// The input columns.
  package var columns: [Column]
  /// The guard of each output column.
  package var outputGuards: [Int?]
  /// The rows in order.
  package var rows: [Row]

  /// Whether there is one output column and it always counts, as in most tables.
  var hasOneOutput: Bool { outputGuards.count == 1 && outputGuards[0] == nil }

  /// Creates a table.
  package init(
    hit: HitPolicy,
    inputs: [Node],
    guards: [Node],
    columns: [Column],
    outputGuards: [Int?],
    rows: [Row]
  ) {
    self.hit = hit
    self.inputs = inputs
    self.guards = guards
    self.columns = columns
    self.outputGuards = outputGuards
    self.rows = rows
  }
}

/// The tests of one cell, on values of the column's type.
package struct CellTest: Hashable, Sendable {
  /// One test: equal to a value, or between two.
  package enum Test: Hashable, Sendable {
    /// Equal to a value; `.absent` is `none`.
    case equal(Value)
    /// Between two ends, each open or closed, `nil` without end.
    case range(Value?, includesLow: Bool, Value?, includesHigh: Bool)
  }

  /// The tests, of which one must pass; empty for `-`, which always passes.
  package let tests: [Test]
  /// Whether the cell says `not(…)`.
  package var isNegated: Bool
  /// What passes of the values that have an order: a table is asked far more often than made.
  private let spans: [Span]

  private struct Span: Hashable {
    var low: Int64
    var high: Int64
  }

  /// Creates a cell.
  package init(tests: [Test], isNegated: Bool = false) {
    self.tests = tests
    self.isNegated = isNegated
    spans = tests.compactMap(CellTest.span)
  }

  /// A cell that always passes.
  package static let any = CellTest(tests: [])

  /// Whether the cell always passes.
  package var isAny: Bool { tests.isEmpty && !isNegated }

  /// Whether a known value passes.
  ///
  /// - Complexity: O(*n*) in the number of tests.
  package func accepts(_ value: Value) -> Bool {
    if isAny { return true }
    guard let position = value.order else { return tests.contains(.equal(value)) != isNegated }
    for span in spans where span.low <= position && position <= span.high { return !isNegated }
    return isNegated
  }

  /// The values that pass by their order; `nil` where none does.
  private static func span(_ test: Test) -> Span? {
    switch test {
    case .equal(let wanted): return wanted.order.map { Span(low: $0, high: $0) }
    case .range(let low, let includesLow, let high, let includesHigh):
      var span = Span(low: low?.order ?? .min, high: high?.order ?? .max)
      if let low = low?.order, !includesLow {
        if low == .max { return nil }
        span.low = low + 1
      }
      if let high = high?.order, !includesHigh {
        if high == .min { return nil }
        span.high = high - 1
      }
      return span
    }
  }
}

extension Value {
  /// The value as an integer that orders values of one type; `nil` where there is no order.
  package var order: Int64? {
    switch self {
    case .number(let units): units
    case .date(let date): Int64(date.day)
    case .instant(let instant): instant.minute
    case .choice(let index): Int64(index)
    case .truth(let truth): truth ? 1 : 0
    case .absent, .text, .list, .unknown: nil
    }
  }
}
