extension ExpressionChecker {
  /// Both expressions brought to one type, or `nil` where there is none (reported).
  mutating func unify(_ lhs: Typed, _ rhs: Typed) -> (Node, Node, ValueType)? {
    if lhs.isNone || rhs.isNone {
      if lhs.isNone, rhs.isNone { return (lhs.node, rhs.node, lhs.type) }
      let other = lhs.isNone ? rhs : lhs
      if other.type.isInvalid { return nil }
      return (lhs.node, rhs.node, ValueType(other.type.base, isOptional: true))
    }
    if lhs.type.isInvalid || rhs.type.isInvalid { return nil }
    let isOptional = lhs.type.isOptional || rhs.type.isOptional
    switch (lhs.type.base, rhs.type.base) {
    case (.number(let left), .number(let right)):
      guard let common = commonScale(left, right, lhs, rhs) else { return nil }
      let type = common.left.union(common.right)
      return (
        scaled(lhs.node, left, to: type), scaled(rhs.node, right, to: type),
        ValueType(.number(type), isOptional: isOptional)
      )
    case (.choice(let left), .choice(let right)):
      let union = left.union(right)
      return (
        recoded(lhs.node, left, to: union), recoded(rhs.node, right, to: union),
        ValueType(.choice(union), isOptional: isOptional)
      )
    case (.date(let low, let high), .date(let low2, let high2)):
      let base = ValueType.Base.date(min(low, low2), max(high, high2))
      return (lhs.node, rhs.node, ValueType(base, isOptional: isOptional))
    case (.truth, .truth), (.instant, .instant), (.text, .text):
      return (lhs.node, rhs.node, ValueType(lhs.type.base, isOptional: isOptional))
    case (.list(let left), .list(let right)) where left == right:
      return (lhs.node, rhs.node, lhs.type)
    default:
      _ = fail(.unlikeTypes(lhs.type, rhs.type, at: rhs.range))
      return nil
    }
  }

  /// Both number types at the greater scale and in one unit, or `nil` (reported).
  mutating func commonScale(
    _ left: NumberType,
    _ right: NumberType,
    _ lhs: Typed,
    _ rhs: Typed
  ) -> (left: NumberType, right: NumberType)? {
    guard left.unit.isLike(right.unit) else {
      _ = fail(.unlikeUnits(lhs, rhs, source))
      return nil
    }
    let unit = left.unit == right.unit ? left.unit : left.unit.base
    let scale = max(left.scale, right.scale)
    guard let wideLeft = left.converted(toScale: scale, unit: unit),
      let wideRight = right.converted(toScale: scale, unit: unit)
    else {
      _ = fail(.mayOverflow(at: lhs.range.extended(toCover: rhs.range)))
      return nil
    }
    return (wideLeft, wideRight)
  }

  /// `node` brought from one number type to the scale and unit of another.
  func scaled(_ node: Node, _ from: NumberType, to type: NumberType) -> Node {
    Coercion.number(node, from, to: type)
  }

  /// `node` brought from one enumeration to another that holds all its values.
  func recoded(_ node: Node, _ from: ChoiceType, to type: ChoiceType) -> Node {
    Coercion.choice(node, from, to: type)
  }
}

/// Brings values from one type to a wider one.
package enum Coercion {
  /// `node` at the scale and in the unit of `type`.
  package static func number(_ node: Node, _ from: NumberType, to type: NumberType) -> Node {
    let power = PowerOfTen.of(type.scale - from.scale) ?? 1
    let factor = power * (from.unit.factor / type.unit.factor)
    if factor == 1 { return node }
    if case .constant(.number(let number)) = node {
      let (result, overflow) = number.multipliedReportingOverflow(by: factor)
      if !overflow { return .constant(.number(result)) }
    }
    return .scaled(node, factor)
  }

  /// `node` as a value of `type`, which holds every value of `from`.
  package static func choice(_ node: Node, _ from: ChoiceType, to type: ChoiceType) -> Node {
    let positions = from.values.map { type.index(of: $0.label) ?? 0 }
    if Array(positions.indices) == positions { return node }
    if case .constant(.choice(let index)) = node { return .constant(.choice(positions[index])) }
    return .recoded(node, positions)
  }
}

extension NumberType {
  /// The type at another scale and in another unit of the same dimension.
  package func converted(toScale scale: Int, unit: Unit) -> NumberType? {
    guard scale >= self.scale, let power = PowerOfTen.of(scale - self.scale) else { return nil }
    let (factor, over) = power.multipliedReportingOverflow(by: self.unit.factor / unit.factor)
    return over ? nil : rescaled(scale: scale, unit: unit, factor: factor)
  }
}

extension Typed {
  /// Whether the expression is the literal `none`.
  var isNone: Bool {
    if case .constant(.absent) = node { type.isOptional && type.base == .invalid } else { false }
  }
}
