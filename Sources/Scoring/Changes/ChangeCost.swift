import ExpressionLanguage

/// How far a change goes: what is compared where one change is smaller than another.
///
/// Steps count first: one for each fact, more where an ordered value goes up several; then how far
/// each number or day is from the present one, in order of declaration. Of equal ones the first
/// found is the better, and up is tried before down.
struct ChangeCost: Hashable, Comparable, Sendable {
  var steps: Int
  var distances: [Int64]

  static func + (lhs: ChangeCost, rhs: ChangeCost) -> ChangeCost {
    ChangeCost(steps: lhs.steps + rhs.steps, distances: lhs.distances + rhs.distances)
  }

  static func < (lhs: ChangeCost, rhs: ChangeCost) -> Bool {
    lhs.steps != rhs.steps
      ? lhs.steps < rhs.steps : lhs.distances.lexicographicallyPrecedes(rhs.distances)
  }
}

/// New values of one lever that do the same at the same cost.
struct LeverOptions: Hashable, Sendable {
  /// The position of the lever.
  var lever: Int
  /// The values, each of which does: alternatives of one another.
  var options: [[Value]]
  /// What each costs.
  var cost: ChangeCost
}

/// Changes that reach a goal together; each alone does not.
struct FoundChange: Hashable, Sendable {
  /// One for each fact changed, in order of declaration; any choice of options does.
  var parts: [LeverOptions]

  var cost: ChangeCost {
    parts.reduce(ChangeCost(steps: 0, distances: [])) { $0 + $1.cost }
  }
}
