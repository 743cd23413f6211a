/// A typed expression, ready to be evaluated: names are numbers, units and scales are settled.
///
/// The one intermediate representation: lists, tables, limits and exceptions of a measure are
/// lowered to it, and one person, columns and SQL are computed from it. Both sides of a comparison
/// and of a sum have one scale and unit, because the checker put `scaled` where they differed.
package indirect enum Node: Hashable, Sendable {
  /// A value.
  case constant(Value)
  /// A fact, by index.
  case fact(Int)
  /// An attribute of the record in hand, by index.
  case attribute(Int)
  /// A rule for each record, on the record in hand.
  case recordDefinition(Int)
  /// A parameter of the rule in hand.
  case parameter(Int)
  /// A rule without parameters.
  case definition(Int)
  /// A rule with parameters.
  case call(Int, [Node])
  /// The day on which the law is applied; always known.
  case legalDate
  /// Kleene negation.
  case not(Node)
  /// Kleene conjunction.
  case all([Node])
  /// Kleene disjunction.
  case any([Node])
  /// A comparison of two values of one type.
  case compare(Comparison, Node, Node)
  /// Whether a value passes one of the tests.
  case within(Node, [NodeTest])
  /// Whether a value is in a list.
  case member(Node, Node)
  /// A sum.
  case sum([Node])
  /// A product; scales add up.
  case product(Node, Node)
  /// The negative.
  case negate(Node)
  /// A number times a constant: more decimals, or months for years.
  case scaled(Node, Int64)
  /// A value of one enumeration as a value of another, by position.
  case recoded(Node, [Int])
  /// `numerator / denominator` rounded; the factors bring both to the wanted digits.
  case quotient(QuotientNode)
  /// `if c then x else y`.
  case conditional(Node, Node, Node)
  /// The first, or the second where the first is absent.
  case otherwise(Node, Node)
  /// The least of some numbers.
  case least([Node])
  /// The greatest of some numbers.
  case greatest([Node])
  /// The distance from zero.
  case absolute(Node)
  /// Full years between two days.
  case age(birth: Node, on: Node, AgeRule)
  /// A day some months later.
  case addMonths(Node, Node, CivilDate.MonthEnd)
  /// A day some days later.
  case addDays(Node, Node)
  /// A day from year, month and day of the month.
  case date(Node, Node, Node)
  /// The year of a day.
  case year(Node)
  /// A measure over spells.
  case measure(MeasureNode)
  /// A measure over records.
  case aggregate(AggregateNode)
  /// A decision table.
  case decision(DecisionNode)
}

/// The six comparisons.
package enum Comparison: Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// One test of `in (…)`.
package enum NodeTest: Hashable, Sendable {
  /// A comparison with the value tested on the left.
  case compare(Comparison, Node)
  /// Between two values.
  case range(Node, includesLow: Bool, Node, includesHigh: Bool)
}

/// When a year of age is full.
package enum AgeRule: String, CaseIterable, Sendable {
  /// On the birthday.
  case birthday
  /// On the day after the birthday.
  case dayAfter = "day after"
}

/// A rounded division.
package struct QuotientNode: Hashable, Sendable {
  /// What is divided.
  package var numerator: Node
  /// By what; `nil` where a number is only rounded.
  package var denominator: Node?
  /// What the numerator is multiplied by.
  package var numeratorFactor: Int64
  /// What the denominator is multiplied by.
  package var denominatorFactor: Int64
  /// How halves and rests are rounded.
  package var rounding: Rounding
}

/// A measure over the times when spells hold.
package struct MeasureNode: Hashable, Sendable {
  /// What is measured.
  package enum Kind: Sendable {
    case months, days, currentRun, longestRun, coversDay, coversWindow, first, last
  }

  /// How months are counted over spells by days.
  package enum Counting: String, CaseIterable, Sendable {
    /// A month counts if any of its days does.
    case anyDay = "any day"
    /// A month counts if all its days do.
    case wholeMonth = "whole month"
  }

  /// What is measured.
  package var kind: Kind
  /// When the spells hold.
  package var timeline: TimelineNode
  /// Whether the spells are by months or by days.
  package var grain: Grain
  /// The first day of the window, or the day asked about.
  package var from: Node?
  /// The last day of the window.
  package var to: Node?
  /// The longest gap that does not break a run, in the spells' own grain.
  package var gap: Int32
  /// How days become months.
  package var counting: Counting?
}

/// Whether spells begin and end with months or with days.
package enum Grain: Hashable, Sendable {
  case months, days
}

/// The times when something holds.
package indirect enum TimelineNode: Hashable, Sendable {
  /// When one of the spells that pass the filter holds.
  case spells(records: Int, filter: Node?)
  /// When both hold.
  case both(TimelineNode, TimelineNode)
  /// When either holds.
  case either(TimelineNode, TimelineNode)
  /// When it does not hold.
  case not(TimelineNode)
}

extension TimelineNode {
  /// Whether the times reach back without end, so that only a window can be counted.
  var hasNoBeginning: Bool {
    switch self {
    case .spells: false
    case .not: true
    case .both(let lhs, let rhs): lhs.hasNoBeginning && rhs.hasNoBeginning
    case .either(let lhs, let rhs): lhs.hasNoBeginning || rhs.hasNoBeginning
    }
  }
}

/// A measure over records.
package struct AggregateNode: Hashable, Sendable {
  /// What is measured.
  package enum Kind: Sendable {
    case count, any, sum, largest, smallest
  }

  /// What is measured.
  package var kind: Kind
  /// Which records.
  package var records: Int
  /// Which of them.
  package var filter: Node?
  /// What of each; `nil` for `count` and `any`.
  package var value: Node?
}
