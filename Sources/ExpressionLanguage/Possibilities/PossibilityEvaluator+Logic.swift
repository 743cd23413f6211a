extension PossibilityEvaluator {
  /// Conjunction (`neutral` true) or disjunction.
  func junction(_ operands: [Node], _ frame: Frame, neutral: Bool) -> ValueSet {
    var mayBeNeutral = true
    var mayDecide = false
    for operand in operands {
      let truth = values(operand, frame)
      let (same, other) =
        neutral ? (truth.canBeTrue, truth.canBeFalse) : (truth.canBeFalse, truth.canBeTrue)
      if other { mayDecide = true }
      if !same {
        mayBeNeutral = false
        break
      }
    }
    return neutral
      ? ValueSet(canBeFalse: mayDecide, canBeTrue: mayBeNeutral)
      : ValueSet(canBeFalse: mayBeNeutral, canBeTrue: mayDecide)
  }

  func conditional(
    _ condition: Node,
    _ then: Node,
    _ alternative: Node,
    _ frame: Frame
  ) -> ValueSet {
    let truth = values(condition, frame)
    if !truth.canBeFalse { return values(then, frame) }
    if !truth.canBeTrue { return values(alternative, frame) }
    return values(then, frame).union(values(alternative, frame))
  }

  /// Whether a value passes one of the tests.
  ///
  /// Tests are taken together: what each value of the subject surely passes is collected, so that
  /// tests that share the values among them leave no doubt.
  func within(_ subject: ValueSet, _ tests: [NodeTest], _ frame: Frame) -> ValueSet {
    var canBeTrue = false
    var surely = ValueSet.empty
    for test in tests {
      let possible: ValueSet
      let sure: ValueSet
      switch test {
      case .compare(let comparison, let node):
        (possible, sure) = subject.split(comparison, values(node, frame))
      case .range(let low, let includesLow, let high, let includesHigh):
        let above = subject.split(
          includesLow ? .greaterOrEqual : .greater,
          values(low, frame)
        )
        let below = subject.split(includesHigh ? .lessOrEqual : .less, values(high, frame))
        possible = above.possible.intersection(below.possible)
        sure = above.sure.intersection(below.sure)
      }
      if !possible.isEmpty { canBeTrue = true }
      surely = surely.union(sure)
    }
    return ValueSet(canBeFalse: !subject.isSubset(of: surely), canBeTrue: canBeTrue)
  }
}

extension ValueSet {
  /// Whether every value of the set is surely in `other`, which holds no value too many.
  func isSubset(of other: ValueSet) -> Bool {
    if mayBeAbsent, !other.mayBeAbsent { return false }
    switch (present, other.present) {
    case (.nothing, _): return true
    case (.ordered(let kind, let left), .ordered(let same, let right)):
      return kind == same && left.isSubset(of: right)
    case (.few(let left), .few(let right)): return left.isSubset(of: right)
    default: return false
    }
  }

  /// What a comparison of values from two sets can give.
  static func compare(_ comparison: Comparison, _ lhs: ValueSet, _ rhs: ValueSet) -> ValueSet {
    switch comparison {
    case .equal, .notEqual:
      let canBeEqual = !lhs.intersection(rhs).isEmpty
      let same = lhs.only.map { $0 == rhs.only } ?? false
      return comparison == .equal
        ? ValueSet(canBeFalse: !same, canBeTrue: canBeEqual)
        : ValueSet(canBeFalse: canBeEqual, canBeTrue: !same)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      // Whatever has no order is neither less nor more.
      let hasNoOrder = lhs.mayLackOrder || rhs.mayLackOrder
      guard let left = lhs.order, let right = rhs.order else { return .no }
      let (canBeFalse, canBeTrue): (Bool, Bool) =
        switch comparison {
        case .less: (left.high >= right.low, left.low < right.high)
        case .lessOrEqual: (left.high > right.low, left.low <= right.high)
        case .greater: (left.low <= right.high, left.high > right.low)
        default: (left.low < right.high, left.high >= right.low)
        }
      return ValueSet(canBeFalse: canBeFalse || hasNoOrder, canBeTrue: canBeTrue)
    }
  }

  /// The first and the last position; `nil` where no value has an order.
  private var order: (low: Int64, high: Int64)? {
    switch present {
    case .ordered(_, let numbers): (numbers.low, numbers.high)
    case .anything: (.min, .max)
    case .nothing, .few: nil
    }
  }

  private var mayLackOrder: Bool {
    switch present {
    case .ordered, .nothing: mayBeAbsent
    case .few, .anything: true
    }
  }

  /// The values for which a comparison with a value of `other` may hold, and surely holds.
  ///
  /// What surely passes is exact or too little, never too much.
  func split(_ comparison: Comparison, _ other: ValueSet) -> (possible: ValueSet, sure: ValueSet) {
    switch comparison {
    case .equal:
      let common = intersection(other)
      return (common, other.only == nil ? .empty : common)
    case .notEqual:
      if let only = other.only {
        let rest = removing(only)
        return (rest, rest)
      }
      return (self, intersection(other).isEmpty ? self : .empty)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard case .ordered(let kind, let numbers) = present else {
        let truth = ValueSet.compare(comparison, self, other)
        return (truth.canBeTrue ? self : .empty, truth.canBeFalse ? .empty : self)
      }
      guard let (low, high) = other.order else { return (.empty, .empty) }
      let (possible, sure): (NumberSet, NumberSet) =
        switch comparison {
        case .less: (numbers.below(high, included: false), numbers.below(low, included: false))
        case .lessOrEqual: (numbers.below(high, included: true), numbers.below(low, included: true))
        case .greater: (numbers.above(low, included: false), numbers.above(high, included: false))
        default: (numbers.above(low, included: true), numbers.above(high, included: true))
        }
      return (
        ValueSet(.ordered(kind, possible)),
        other.mayLackOrder ? .empty : ValueSet(.ordered(kind, sure))
      )
    }
  }

  /// The set without one value; of a set of anything the set itself.
  package func removing(_ value: Value) -> ValueSet {
    if value == .absent { return withoutAbsent }
    switch present {
    case .nothing, .anything: return self
    case .few(let values):
      return ValueSet(.few(values.subtracting([value])), mayBeAbsent: mayBeAbsent)
    case .ordered(let kind, let numbers):
      guard Kind(value) == kind, let order = value.order else { return self }
      let rest = numbers.below(order, included: false)
        .union(numbers.above(order, included: false))
      return ValueSet(.ordered(kind, rest), mayBeAbsent: mayBeAbsent)
    }
  }

  /// Whether a value of `subject` can be, and can fail to be, in a list.
  static func member(_ subject: ValueSet, of lists: ValueSet) -> ValueSet {
    guard case .few(let few) = lists.present else {
      return lists.present == .nothing ? .no : .yesOrNo
    }
    var (canBeFalse, canBeTrue) = (lists.mayBeAbsent, false)
    for case .list(let members) in few {
      let set = members.reduce(ValueSet.empty) { $0.union(ValueSet(only: $1)) }
      if !subject.intersection(set).isEmpty { canBeTrue = true }
      if !subject.isSubset(of: set) { canBeFalse = true }
    }
    return ValueSet(canBeFalse: canBeFalse, canBeTrue: canBeTrue)
  }
}

extension NumberSet {
  /// The numbers less than `end`, or up to it.
  package func below(_ end: Int64, included: Bool) -> NumberSet {
    if included { return clamped(.min, end) }
    return end == .min ? .empty : clamped(.min, end - 1)
  }

  /// The numbers greater than `start`, or from it on.
  package func above(_ start: Int64, included: Bool) -> NumberSet {
    if included { return clamped(start, .max) }
    return start == .max ? .empty : clamped(start + 1, .max)
  }
}
