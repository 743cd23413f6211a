extension PossibilityEvaluator {
  /// The numbers that arithmetic can give; who would leave 64 bits has none.
  func arithmetic(_ node: Node, _ frame: Frame) -> ValueSet {
    switch node {
    case .sum(let terms): return fold(terms, frame) { Int128($0) + Int128($1) }
    case .product(let lhs, let rhs): return fold([lhs, rhs], frame) { Int128($0) * Int128($1) }
    case .least(let terms): return extreme(terms, frame, isLeast: true)
    case .greatest(let terms): return extreme(terms, frame, isLeast: false)
    case .negate(let term):
      return values(term, frame).mapNumbers { numbers in
        numbers.mapMonotone { Int64(saturating: -Int128($0)) }
      }
    case .absolute(let term):
      return values(term, frame).mapNumbers { numbers in
        numbers.clamped(0, .max)
          .union(numbers.clamped(.min, 0).mapMonotone { Int64(saturating: -Int128($0)) })
      }
    case .scaled(let term, let factor):
      let values = self.values(term, frame)
      if case .few(let few) = values.present {
        return ValueSet(.few(Set(few.map { $0.scaled(factor) })), mayBeAbsent: values.mayBeAbsent)
      }
      return values.mapNumbers { numbers in
        numbers.mapMonotone { Int64(saturating: Int128($0) * Int128(factor)) }
      }
    case .recoded(let term, let positions): return values(term, frame).recoded(positions)
    case .quotient(let quotient): return self.quotient(quotient, frame)
    default: preconditionFailure("not a number")
    }
  }

  private func fold(
    _ terms: [Node],
    _ frame: Frame,
    _ operation: (Int64, Int64) -> Int128
  ) -> ValueSet {
    var total: NumberSet?
    for term in terms {
      let numbers = values(term, frame).numbers
      total =
        total.map { $0.combined(with: numbers) { Int64(saturating: operation($0, $1)) } }
        ?? numbers
    }
    guard let total else { return ValueSet(only: .number(0)) }
    return total.isEmpty ? .everything : ValueSet(numbers: total)
  }

  /// Every value that is not beyond what some other term surely reaches.
  private func extreme(_ terms: [Node], _ frame: Frame, isLeast: Bool) -> ValueSet {
    let sets = terms.map { values($0, frame) }
    guard var all = sets.first else { return ValueSet(only: .number(0)) }
    for set in sets.dropFirst() { all = all.union(set) }
    guard case .ordered(let kind, let positions) = all.present else { return all }
    let ends = sets.map { isLeast ? $0.positions(kind).high : $0.positions(kind).low }
    let limit = (isLeast ? ends.min() : ends.max()) ?? 0
    return ValueSet(
      .ordered(
        kind,
        isLeast
          ? positions.below(limit, included: true) : positions.above(limit, included: true)
      )
    )
  }

  private func quotient(_ quotient: QuotientNode, _ frame: Frame) -> ValueSet {
    let top = values(quotient.numerator, frame).numbers
    let bottom = quotient.denominator.map { values($0, frame).numbers } ?? NumberSet(1)
    // On either side of zero the quotient is monotone in both.
    let sides = [bottom.below(0, included: false), bottom.above(0, included: false)]
    var result = NumberSet.empty
    for side in sides where !side.isEmpty {
      let part = top.combined(with: side) { numerator, denominator in
        let (top, bottom) = (
          Int128(numerator) * Int128(quotient.numeratorFactor),
          Int128(denominator) * Int128(quotient.denominatorFactor)
        )
        return quotient.rounding.quotient(top, bottom)
          ?? ((top < 0) == (bottom < 0) ? .max : .min)
      }
      result = result.union(part)
    }
    return result.isEmpty ? .everything : ValueSet(numbers: result)
  }
}

extension Int64 {
  /// The number, or the end of the range that it passes.
  init(saturating number: Int128) {
    self = Int64(exactly: number) ?? (number < 0 ? .min : .max)
  }
}

extension ValueSet {
  /// What a function makes of the numbers; anything may be any number.
  fileprivate func mapNumbers(_ transform: (NumberSet) -> NumberSet) -> ValueSet {
    switch present {
    case .ordered(.number, let numbers):
      ValueSet(.ordered(.number, transform(numbers)), mayBeAbsent: mayBeAbsent)
    default: self
    }
  }

  fileprivate func recoded(_ positions: [Int]) -> ValueSet {
    switch present {
    case .ordered(.choice, let indices):
      let inside = indices.clamped(0, Int64(positions.count) - 1)
      let recoded = inside.numbers(atMost: positions.count) ?? []
      return ValueSet(
        .ordered(.choice, NumberSet(recoded.map { Int64(positions[Int($0)]) })),
        mayBeAbsent: mayBeAbsent
      )
    case .few(let lists):
      return ValueSet(.few(Set(lists.map { $0.recoded(positions) })), mayBeAbsent: mayBeAbsent)
    default: return self
    }
  }
}

extension Value {
  /// Each number of a list times a constant, no further than 64 bits reach.
  fileprivate func scaled(_ factor: Int64) -> Value {
    switch self {
    case .number(let number): .number(Int64(saturating: Int128(number) * Int128(factor)))
    case .list(let values): .list(values.map { $0.scaled(factor) })
    default: self
    }
  }

  /// A choice, or each choice of a list, as one of another enumeration.
  func recoded(_ positions: [Int]) -> Value {
    switch self {
    case .choice(let index): .choice(positions[index])
    case .list(let values): .list(values.map { $0.recoded(positions) })
    default: self
    }
  }
}
