extension ExpressionChecker {
  /// A day that is never absent, or `nil` (reported).
  mutating func day(_ syntax: Syntax) -> (typed: Typed, low: CivilDate, high: CivilDate)? {
    let typed = something(syntax)
    if typed.type.isInvalid { return nil }
    guard case .date(let low, let high) = typed.type.base else {
      _ = fail(.notADate(typed.type, at: syntax.range))
      return nil
    }
    if typed.type.isOptional {
      _ = fail(.mayBeNone(source.text(syntax.range), at: syntax.range))
      return nil
    }
    return (typed, low, high)
  }

  mutating func age(_ bound: BoundArguments, _ range: SourceRange) -> Typed {
    guard let onSyntax = bound.labelled["on"], let fullSyntax = bound.labelled["full"] else {
      return .invalid(range)
    }
    let (birth, on) = (day(bound.values[0]), day(onSyntax))
    let rule = phrase(fullSyntax, AgeRule.self)
    guard let birth, let on, let rule else { return .invalid(range) }
    let type = wholeNumber(
      on.low.parts.year - birth.high.parts.year - 1,
      on.high.parts.year - birth.low.parts.year,
      unit: .years
    )
    return Typed(.age(birth: birth.typed.node, on: on.typed.node, rule), type, range)
  }

  mutating func add(_ bound: BoundArguments, _ range: SourceRange) -> Typed {
    let (date, amount) = (day(bound.values[0]), number(bound.values[1]))
    guard let date, let amount else { return .invalid(range) }
    guard amount.type.scale == 0 else { return fail(.partOfADay(at: amount.typed.range)) }
    let monthEnd = bound.labelled["month end"]
    if amount.type.unit == .days {
      if let monthEnd { return fail(.needlessMonthEnd(at: monthEnd.range)) }
      let type = shifted(date.low, date.high) { date, highest in
        date.adding(days: Int(clamping: highest ? amount.type.greatest : amount.type.least))
      }
      return Typed(.addDays(date.typed.node, amount.typed.node), type, range)
    }
    guard amount.type.unit.isLike(.months),
      let months = amount.type.converted(toScale: 0, unit: .months)
    else { return fail(.notATimeSpan(amount.typed.type, at: amount.typed.range)) }
    guard let monthEnd else { return fail(.missingLabel("month end", of: "add", at: range)) }
    guard let way = phrase(monthEnd, MonthEndWord.self) else { return .invalid(range) }
    let node = scaled(amount.typed.node, amount.type, to: months)
    let type = shifted(date.low, date.high) { date, highest in
      let count = Int(clamping: highest ? months.greatest : months.least)
      guard (-130_000...130_000).contains(count) else { return nil }
      return date.adding(months: count, monthEnd: way == .up ? .up : .down)
    }
    return Typed(.addMonths(date.typed.node, node, way == .up ? .up : .down), type, range)
  }

  private func shifted(
    _ low: CivilDate,
    _ high: CivilDate,
    _ shift: (CivilDate, Bool) -> CivilDate?
  ) -> ValueType {
    ValueType(.date(shift(low, false) ?? .earliest, shift(high, true) ?? .latest))
  }

  mutating func date(_ bound: BoundArguments, _ range: SourceRange) -> Typed {
    let parts = bound.values.map { number($0) }
    let numbers = parts.compactMap(\.self)
    guard numbers.count == 3 else { return .invalid(range) }
    for part in numbers where part.type.scale > 0 || !part.type.unit.isNone {
      return fail(.notABareWholeNumber(at: part.typed.range))
    }
    let (year, month, day) = (numbers[0].type, numbers[1].type, numbers[2].type)
    let limits: [(NumberType, ClosedRange<Int64>, Typed)] = [
      (year, 1...9999, numbers[0].typed), (month, 1...12, numbers[1].typed),
      (day, 1...31, numbers[2].typed),
    ]
    for (type, limit, typed) in limits
    where type.least < limit.lowerBound || type.greatest > limit.upperBound {
      return fail(.datePartOutside(limit, at: typed.range))
    }
    let isFixed = numbers.allSatisfy { $0.type.least == $0.type.greatest }
    let shortest = (month.least...month.greatest).map { month in
      month == 2 ? 28 : [4, 6, 9, 11].contains(month) ? 30 : 31
    }.min()
    if !isFixed, day.greatest > shortest ?? 31 {
      return fail(.dayOutsideMonth(shortest ?? 28, at: numbers[2].typed.range))
    }
    let low = CivilDate(year: Int(year.least), month: Int(month.least), day: Int(day.least))
    let high = CivilDate(
      year: Int(year.greatest),
      month: Int(month.greatest),
      day: Int(day.greatest)
    )
    if low == nil, isFixed {
      return fail(.noSuchDay(source.text(range), at: range))
    }
    let type = ValueType(.date(low ?? .earliest, high ?? .latest))
    return Typed(
      .date(numbers[0].typed.node, numbers[1].typed.node, numbers[2].typed.node),
      type,
      range
    )
  }

  mutating func round(_ bound: BoundArguments, _ range: SourceRange) -> Typed {
    let rounding = phrase(bound.values[2], Rounding.self)
    guard case .literal(.number(let literal, let unit), _) = bound.values[1], literal.scale == 0,
      unit.isNone, (0...6).contains(literal.units)
    else { return fail(.badDigits(at: bound.values[1].range)) }
    let digits = Int(literal.units)
    guard case .binary(.divide, let top, let bottom, _) = bound.values[0] else {
      guard let (typed, type) = number(bound.values[0]), let rounding else {
        return .invalid(range)
      }
      return quotient(typed, type, nil, digits, rounding, range)
    }
    let (numerator, denominator) = (number(top), number(bottom))
    guard let numerator, let denominator, let rounding,
      let (first, second) = based(numerator, denominator, range)
    else { return .invalid(range) }
    if second.type.least <= 0, second.type.greatest >= 0 {
      return fail(.mayDivideByZero(source.text(bottom.range), at: bottom.range))
    }
    return quotient(first.typed, first.type, second, digits, rounding, range)
  }

  private mutating func quotient(
    _ numerator: Typed,
    _ top: NumberType,
    _ denominator: (typed: Typed, type: NumberType)?,
    _ digits: Int,
    _ rounding: Rounding,
    _ range: SourceRange
  ) -> Typed {
    let bottom = denominator?.type ?? NumberType(least: 1, greatest: 1)
    let power = digits + bottom.scale - top.scale
    guard let up = PowerOfTen.of(max(0, power)), let down = PowerOfTen.of(max(0, -power)) else {
      return fail(.mayOverflow(at: range))
    }
    let corners = [top.least, top.greatest].flatMap { left in
      [bottom.least, bottom.greatest].map { right in
        rounding.quotient(Int128(left) * Int128(up), Int128(right) * Int128(down))
      }
    }
    let bounds = corners.compactMap(\.self)
    guard bounds.count == 4, let least = bounds.min(), let greatest = bounds.max() else {
      return fail(.mayOverflow(at: range))
    }
    let unit = denominator == nil ? top.unit : top.unit.divided(by: bottom.unit)
    let type = NumberType(scale: digits, unit: unit, least: least, greatest: greatest)
    let node = QuotientNode(
      numerator: numerator.node,
      denominator: denominator?.typed.node,
      numeratorFactor: up,
      denominatorFactor: down,
      rounding: rounding
    )
    return Typed(.quotient(node), ValueType(.number(type)), range)
  }
}

/// The words that `month end:` chooses from.
enum MonthEndWord: String, CaseIterable {
  case down, up
}
