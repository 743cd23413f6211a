extension Syntax {
  /// The operands of a chain such as `a + b - c`, each with the sign before it.
  ///
  /// A chain leans to the left and may be long, so that it is walked rather than recursed into.
  func operands(
    of operations: Set<BinaryOperator>
  ) -> [(operation: BinaryOperator?, syntax: Syntax)] {
    var found: [(operation: BinaryOperator?, syntax: Syntax)] = []
    var rest = self
    while case .binary(let operation, let left, let right, _) = rest,
      operations.contains(operation)
    {
      found.append((operation, right))
      rest = left
    }
    found.append((nil, rest))
    return found.reversed()
  }

  /// The parts right below this one.
  private var parts: [Syntax] {
    switch self {
    case .literal, .name, .phrase, .invalid: []
    case .call(_, _, let arguments, _): arguments.map(\.value)
    case .records(_, _, let filter, _, _): filter.map { [$0] } ?? []
    case .not(let operand, _), .negate(let operand, _): [operand]
    case .binary(_, let left, let right, _), .otherwise(let left, let right, _): [left, right]
    case .within(let subject, let set, _): [subject] + set.parts
    case .conditional(let test, let then, let alternative, _): [test, then, alternative]
    }
  }

  /// Every name that the expression uses, in lower case: values, functions, lists, attributes.
  ///
  /// - Complexity: O(*n*) in the size of the expression.
  package var names: Set<String> {
    var names: Set<String> = []
    var open = [self]
    while let syntax = open.popLast() {
      switch syntax {
      case .name(let name, _), .call(let name, _, _, _): names.insert(name)
      case .records(let name, _, _, let attribute, _):
        names.insert(name)
        if let attribute { names.insert(attribute.name) }
      case .within(_, .list(let name, _), _): names.insert(name)
      default: break
      }
      open += syntax.parts
    }
    return names
  }
}

extension SyntaxSet {
  fileprivate var parts: [Syntax] {
    guard case .tests(let tests) = self else { return [] }
    return tests.flatMap { test -> [Syntax] in
      switch test {
      case .equal(let operand), .compare(_, let operand): [operand]
      case .range(let low, _, let high, _, _): [low, high]
      }
    }
  }
}
