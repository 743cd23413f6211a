import ExpressionLanguage
import Policy

/// Something that a person can change, with everything that it can become.
struct Lever: Sendable {
  /// New values that stand to the present one in one way.
  enum Side: Sendable {
    /// Each is one step away; in order of declaration.
    case alternatives([[Value]])
    /// Values of an order, the nearest first: one step, two steps and so on.
    case steps([[Value]])
    /// Numbers or days by position, from the nearest to the farthest.
    case numbers(ValueSet.Kind, nearest: Int64, farthest: Int64)
  }

  /// What is changed.
  var target: ChangeTarget
  /// The present value; `nil` of a spell that does not run yet.
  var from: Value?
  /// The new values, up before down.
  var sides: [Side]
  /// The channel that must be open for the change, by position; `nil` where none must.
  var through: Int?
  /// Who verifies the new value.
  var verifiedBy: Bilingual

  /// Any of the new values; it tells where they stand.
  var sample: [Value]? {
    switch sides.first {
    case .alternatives(let options), .steps(let options): options.first
    case .numbers(let kind, let nearest, _): kind.value(nearest).map { [$0] }
    case nil: nil
    }
  }

  /// Everything that the value at a position of the change can become.
  func values(at index: Int) -> ValueSet {
    sides.reduce(.empty) { set, side in
      switch side {
      case .alternatives(let options), .steps(let options):
        return options.reduce(set) { $0.union(ValueSet(only: $1[index])) }
      case .numbers(let kind, let nearest, let farthest):
        let span = NumberSet(min(nearest, farthest), max(nearest, farthest))
        return set.union(ValueSet(.ordered(kind, span)))
      }
    }
  }
}
