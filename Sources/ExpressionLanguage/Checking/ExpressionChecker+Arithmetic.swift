extension ExpressionChecker {
  /// A number that is never absent, or `nil` (reported).
  mutating func number(_ syntax: Syntax) -> (typed: Typed, type: NumberType)? {
    let typed = something(syntax)
    if typed.type.isInvalid { return nil }
    guard let type = typed.type.number else {
      _ = fail(.notANumber(typed.type, at: syntax.range))
      return nil
    }
    if typed.type.isOptional {
      _ = fail(.mayBeNone(source.text(syntax.range), at: syntax.range))
      return nil
    }
    return (typed, type)
  }

  mutating func negate(_ operand: Syntax, _ range: SourceRange) -> Typed {
    guard let (typed, type) = number(operand) else { return .invalid(range) }
    let (least, over) = (0 as Int64).subtractingReportingOverflow(type.greatest)
    let (greatest, over2) = (0 as Int64).subtractingReportingOverflow(type.least)
    if over || over2 { return fail(.mayOverflow(at: range)) }
    let negative = NumberType(
      scale: type.scale,
      unit: type.unit,
      least: least,
      greatest: greatest,
      values: type.values.map { values in values.map { 0 - $0 }.reversed() }
    )
    if case .constant(.number(let number)) = typed.node {
      return Typed(.constant(.number(-number)), ValueType(.number(negative)), range)
    }
    return Typed(.negate(typed.node), ValueType(.number(negative)), range)
  }

  /// A sum or difference of any length, its terms read one after the other.
  mutating func addition(_ syntax: Syntax, _ range: SourceRange) -> Typed {
    var terms: [(typed: Typed, type: NumberType)] = []
    var isInvalid = false
    for operand in syntax.operands(of: [.add, .subtract]) {
      let isSubtracted = operand.operation == .subtract
      let term = isSubtracted ? Syntax.negate(operand.syntax, operand.syntax.range) : operand.syntax
      if let number = number(term) { terms.append(number) } else { isInvalid = true }
    }
    return isInvalid ? .invalid(range) : sum(terms, range)
  }

  /// The sum of numbers of one unit.
  package mutating func sum(
    _ terms: [(typed: Typed, type: NumberType)],
    _ range: SourceRange
  ) -> Typed {
    guard var total = terms.first else { return .invalid(range) }
    var nodes = [total.typed.node]
    for term in terms.dropFirst() {
      guard let common = commonScale(total.type, term.type, total.typed, term.typed) else {
        return .invalid(range)
      }
      let (least, over) = common.left.least.addingReportingOverflow(common.right.least)
      let (greatest, over2) = common.left.greatest.addingReportingOverflow(common.right.greatest)
      if over || over2 { return fail(.mayOverflow(at: range)) }
      nodes = nodes.map { scaled($0, total.type, to: common.left) }
      nodes.append(scaled(term.typed.node, term.type, to: common.right))
      total.type = NumberType(
        scale: common.left.scale,
        unit: common.left.unit,
        least: least,
        greatest: greatest
      )
      total.typed.range = total.typed.range.extended(toCover: term.typed.range)
    }
    return Typed(.sum(nodes), ValueType(.number(total.type)), range)
  }

  mutating func product(_ lhs: Syntax, _ rhs: Syntax, _ range: SourceRange) -> Typed {
    let (left, right) = (number(lhs), number(rhs))
    guard let left, let right else { return .invalid(range) }
    guard let (first, second) = based(left, right, range) else { return .invalid(range) }
    let scale = first.type.scale + second.type.scale
    guard scale <= DecimalLiteral.mostDecimals,
      let bounds = NumberType.corners(first.type, second.type)
    else { return fail(.mayOverflow(at: range)) }
    let type = NumberType(
      scale: scale,
      unit: first.type.unit.times(second.type.unit),
      least: bounds.least,
      greatest: bounds.greatest
    )
    return Typed(
      .product(first.typed.node, second.typed.node),
      ValueType(.number(type)),
      range
    )
  }

  /// Two numbers with years counted in months.
  mutating func based(
    _ left: (typed: Typed, type: NumberType),
    _ right: (typed: Typed, type: NumberType),
    _ range: SourceRange
  ) -> ((typed: Typed, type: NumberType), (typed: Typed, type: NumberType))? {
    guard let first = based(left), let second = based(right) else {
      diagnostics.insert(.mayOverflow(at: range))
      return nil
    }
    return (first, second)
  }

  private func based(
    _ number: (typed: Typed, type: NumberType)
  ) -> (typed: Typed, type: NumberType)? {
    let base = number.type.converted(toScale: number.type.scale, unit: number.type.unit.base)
    guard let base else { return nil }
    var typed = number.typed
    typed.node = scaled(typed.node, number.type, to: base)
    typed.type = ValueType(.number(base))
    return (typed, base)
  }

  /// `min` or `max` of numbers or days.
  mutating func extreme(_ arguments: [Syntax], isLeast: Bool, _ range: SourceRange) -> Typed {
    var terms = arguments.map { something($0) }
    guard let first = terms.first, terms.allSatisfy({ !$0.type.isInvalid }) else {
      return .invalid(range)
    }
    if let optional = terms.first(where: \.type.isOptional) {
      return fail(.mayBeNone(source.text(optional.range), at: optional.range))
    }
    switch first.type.base {
    case .number, .date, .instant: break
    default: return fail(.notANumber(first.type, at: first.range))
    }
    var common = first
    for term in terms.dropFirst() {
      guard let (_, _, type) = unify(common, term) else { return .invalid(range) }
      common.type = type
    }
    if var type = common.type.number {
      var types: [NumberType] = []
      terms = terms.map { term in
        guard let from = term.type.number else { return term }
        types.append(from.converted(toScale: type.scale, unit: type.unit) ?? type)
        return Typed(scaled(term.node, from, to: type), common.type, term.range)
      }
      type.values = nil
      if isLeast {
        type.greatest = types.map(\.greatest).min() ?? type.greatest
      } else {
        type.least = types.map(\.least).max() ?? type.least
      }
      common.type = ValueType(.number(type))
    }
    let nodes = terms.map(\.node)
    return Typed(isLeast ? .least(nodes) : .greatest(nodes), common.type, range)
  }
}

extension NumberType {
  /// The least and greatest product of numbers of two types; `nil` where one would overflow.
  static func corners(_ lhs: NumberType, _ rhs: NumberType) -> (least: Int64, greatest: Int64)? {
    let products = [lhs.least, lhs.greatest].flatMap { left in
      [rhs.least, rhs.greatest].map { Int128(left) * Int128($0) }
    }
    guard let least = products.min().flatMap({ Int64(exactly: $0) }),
      let greatest = products.max().flatMap({ Int64(exactly: $0) })
    else { return nil }
    return (least, greatest)
  }
}
