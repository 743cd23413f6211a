extension ExpressionChecker {
  mutating func comparison(
    _ operation: BinaryOperator,
    _ lhs: Syntax,
    _ rhs: Syntax,
    _ range: SourceRange
  ) -> Typed {
    let comparison = Comparison(operation)
    var (left, right) = (check(lhs), check(rhs))
    if case .literal(.string, _) = lhs, !isString(rhs) {
      left = value(left, in: right)
    } else if case .literal(.string, _) = rhs {
      right = value(right, in: left)
    }
    guard let node = compared(comparison, left, right) else { return .invalid(range) }
    return Typed(node, .truth, range)
  }

  private func isString(_ syntax: Syntax) -> Bool {
    if case .literal(.string, _) = syntax { true } else { false }
  }

  /// A quoted value as one of the values of `owner`; reported where it is none of them.
  mutating func value(_ literal: Typed, in owner: Typed) -> Typed {
    guard let values = owner.type.choice else {
      if owner.type.isInvalid { return .invalid(literal.range) }
      return fail(.unlikeTypes(owner.type, literal.type, at: literal.range))
    }
    let label = literal.type.choice?.values.first?.label ?? ""
    guard let index = values.index(of: label) else {
      return fail(.noSuchValue(label, among: values, at: literal.range))
    }
    return Typed(.constant(.choice(index)), ValueType(.choice(values)), literal.range)
  }

  /// A bare number with the unit of the other side, where units are lent.
  private func lend(_ owner: Typed, to literal: Typed) -> Typed {
    guard lendsUnits, case .constant = literal.node, var number = literal.type.number,
      number.unit.isNone, let unit = owner.type.number?.unit
    else { return literal }
    number.unit = unit
    var lent = literal
    lent.type = ValueType(.number(number))
    return lent
  }

  /// A comparison ready to run, or `nil` (reported).
  mutating func compared(_ comparison: Comparison, _ left: Typed, _ right: Typed) -> Node? {
    if (left.isNone || right.isNone) && !(left.isNone ? right : left).type.isOptional {
      let other = left.isNone ? right : left
      if other.type.isInvalid { return nil }
      _ = fail(.neverNone(source.text(other.range), at: other.range))
      return nil
    }
    let (left, right) = (lend(right, to: left), lend(left, to: right))
    if let own = left.type.choice, let other = right.type.choice,
      !own.values.contains(where: { other.index(of: $0.label) != nil })
    {
      _ = fail(.unrelatedLists(own, other, at: left.range.extended(toCover: right.range)))
      return nil
    }
    guard let (lhs, rhs, type) = unify(left, right) else { return nil }
    if comparison != .equal, comparison != .notEqual {
      if type.isOptional {
        let optional = left.type.isOptional ? left : right
        _ = fail(.mayBeNone(source.text(optional.range), at: optional.range))
        return nil
      }
      if let choice = type.choice, !choice.isOrdered {
        _ = fail(.noOrder(at: left.range.extended(toCover: right.range)))
        return nil
      }
      switch type.base {
      case .truth, .text, .list:
        _ = fail(.noOrder(at: left.range.extended(toCover: right.range)))
        return nil
      default: break
      }
    }
    return .compare(comparison, lhs, rhs)
  }

  mutating func within(_ subject: Syntax, _ set: SyntaxSet, _ range: SourceRange) -> Typed {
    let typed = something(subject)
    switch set {
    case .list(let name, let nameRange):
      let list = check(.name(name, nameRange))
      if typed.type.isInvalid || list.type.isInvalid { return .invalid(range) }
      guard case .list(let element) = list.type.base else {
        return fail(.notAList(at: nameRange))
      }
      if case .literal(.string, _) = subject {
        let owner = Typed(.constant(.absent), ValueType(element), list.range)
        return member(value(typed, in: owner), element, list, range)
      }
      return member(typed, element, list, range)
    case .tests(let tests):
      return self.tests(tests, of: typed, range)
    }
  }

  private mutating func member(
    _ subject: Typed,
    _ element: ValueType.Base,
    _ list: Typed,
    _ range: SourceRange
  ) -> Typed {
    if subject.type.isInvalid { return .invalid(range) }
    let sample = Typed(.constant(.absent), ValueType(element), list.range)
    if let own = subject.type.choice, let other = ValueType(element).choice,
      !own.values.contains(where: { other.index(of: $0.label) != nil })
    {
      return fail(.unrelatedLists(own, other, at: range))
    }
    guard let (node, _, type) = unify(subject, sample) else { return .invalid(range) }
    var members = list.node
    if let from = ValueType(element).choice, let to = type.choice {
      members = recoded(members, from, to: to)
    } else if case .number(let from) = element, let to = type.number {
      members = scaled(members, from, to: to)
    }
    return Typed(.member(node, members), .truth, range)
  }

  /// Tests of one subject, which is brought to the finest scale and unit among them.
  private mutating func tests(
    _ tests: [SyntaxTest],
    of subject: Typed,
    _ range: SourceRange
  ) -> Typed {
    if subject.type.isInvalid { return .invalid(range) }
    var operands: [[Typed]] = []
    for test in tests { operands.append(test.operands.map { operand($0, of: subject) }) }
    let wide = widened(subject, for: operands.joined())
    var nodes: [NodeTest] = []
    var isInvalid = false
    for (test, operands) in zip(tests, operands) {
      if let node = self.test(test, operands, of: wide) {
        nodes.append(node)
      } else {
        isInvalid = true
      }
    }
    return isInvalid ? .invalid(range) : Typed(.within(wide.node, nodes), .truth, range)
  }

  private mutating func operand(_ syntax: Syntax, of subject: Typed) -> Typed {
    let typed = check(syntax)
    if case .literal(.string, _) = syntax { return value(typed, in: subject) }
    return lend(subject, to: typed)
  }

  private func widened(_ subject: Typed, for operands: some Sequence<Typed>) -> Typed {
    guard let number = subject.type.number else { return subject }
    var (scale, unit) = (number.scale, number.unit)
    for operand in operands {
      guard let other = operand.type.number, other.unit.isLike(unit) else { continue }
      scale = max(scale, other.scale)
      if other.unit != unit { unit = unit.base }
    }
    guard let wide = number.converted(toScale: scale, unit: unit) else { return subject }
    let type = ValueType(.number(wide), isOptional: subject.type.isOptional)
    return Typed(scaled(subject.node, number, to: wide), type, subject.range)
  }

  private mutating func test(
    _ test: SyntaxTest,
    _ operands: [Typed],
    of subject: Typed
  ) -> NodeTest? {
    switch test {
    case .equal: return one(.equal, operands[0], subject)
    case .compare(let operation, _): return one(Comparison(operation), operands[0], subject)
    case .range(_, let includesLow, _, let includesHigh, let range):
      let lower = one(includesLow ? .greaterOrEqual : .greater, operands[0], subject)
      let upper = one(includesHigh ? .lessOrEqual : .less, operands[1], subject)
      guard case .compare(_, let lowNode) = lower, case .compare(_, let highNode) = upper else {
        return nil
      }
      if case .constant(let low) = lowNode, case .constant(let high) = highNode,
        let from = low.order, let to = high.order, from > to
      {
        diagnostics.insert(.backwardsRange(at: range))
        return nil
      }
      return .range(
        lowNode,
        includesLow: includesLow,
        highNode,
        includesHigh: includesHigh
      )
    }
  }

  /// One test, its operand brought to the subject's type.
  private mutating func one(
    _ comparison: Comparison,
    _ operand: Typed,
    _ subject: Typed
  ) -> NodeTest? {
    guard case .compare(_, _, let rhs)? = compared(comparison, subject, operand) else { return nil }
    return .compare(comparison, rhs)
  }
}

extension SyntaxTest {
  /// What the subject is compared with.
  fileprivate var operands: [Syntax] {
    switch self {
    case .equal(let operand), .compare(_, let operand): [operand]
    case .range(let low, _, let high, _, _): [low, high]
    }
  }
}

extension Comparison {
  /// The comparison that a sign says.
  init(_ operation: BinaryOperator) {
    switch operation {
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: self = .equal
    }
  }
}
