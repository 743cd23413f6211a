extension PossibilityEvaluator {
  /// The ages, days or years that a matter of the calendar can give.
  ///
  /// Each is monotone in what it is made of, so the ends tell; a day that the calendar doesn't
  /// reach has no value.
  func calendar(_ node: Node, _ frame: Frame) -> ValueSet {
    switch node {
    case .age(let birth, let on, let rule):
      let (born, day) = (days(birth, frame), days(on, frame))
      return ValueSet(
        numbers: NumberSet(
          Evaluator.age(born: born.last, on: day.first, rule),
          Evaluator.age(born: born.first, on: day.last, rule)
        )
      )
    case .addMonths(let date, let months, let monthEnd):
      return moved(date, months, within: 120_000, frame) { day, count in
        day.adding(months: count, monthEnd: monthEnd)
      }
    case .addDays(let date, let days):
      return moved(date, days, within: 4_000_000, frame) { $0.adding(days: $1) }
    case .year(let date):
      let values = self.values(date, frame)
      guard case .ordered(.day, let days) = values.present else { return values }
      let years = days.mapMonotone { Int64(CivilDate(clamped: $0).parts.year) }
      return ValueSet(.ordered(.number, years), mayBeAbsent: values.mayBeAbsent)
    case .date(let year, let month, let day): return date(year, month, day, frame)
    default: preconditionFailure("not a matter of the calendar")
    }
  }

  /// The first and the last day that an expression can give.
  private func days(_ node: Node, _ frame: Frame) -> (first: CivilDate, last: CivilDate) {
    let days = values(node, frame).positions(.day)
    if days.isEmpty { return (.earliest, .latest) }
    return (CivilDate(clamped: days.low), CivilDate(clamped: days.high))
  }

  private func moved(
    _ date: Node,
    _ amount: Node,
    within limit: Int64,
    _ frame: Frame,
    _ move: (CivilDate, Int) -> CivilDate?
  ) -> ValueSet {
    let days = values(date, frame).positions(.day)
    let amounts = values(amount, frame).numbers.clamped(-limit, limit)
    if days.isEmpty || amounts.isEmpty { return .everything }
    let reached = days.combined(with: amounts) { day, count in
      let end = count < 0 ? CivilDate.earliest : CivilDate.latest
      return Int64((move(CivilDate(clamped: day), Int(count)) ?? end).day)
    }
    return ValueSet(.ordered(.day, reached))
  }

  private func date(_ year: Node, _ month: Node, _ day: Node, _ frame: Frame) -> ValueSet {
    let years = values(year, frame).numbers.clamped(1, 9_999)
    let months = values(month, frame).numbers.clamped(1, 12)
    let days = values(day, frame).numbers.clamped(1, 31)
    if years.isEmpty || months.isEmpty || days.isEmpty { return .everything }
    if let month = months.only, let day = days.only {
      return ValueSet(
        .ordered(.day, years.mapMonotone { PossibilityEvaluator.day($0, month, day) })
      )
    }
    return ValueSet(
      .ordered(
        .day,
        NumberSet(
          PossibilityEvaluator.day(years.low, months.low, days.low),
          PossibilityEvaluator.day(years.high, months.high, days.high)
        )
      )
    )
  }

  /// A day, or the last of a month that is too short.
  private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let length = CivilDate.length(ofMonth: Int(month), year: Int(year))
    let date = CivilDate(year: Int(year), month: Int(month), day: min(Int(day), length))
    return Int64((date ?? .latest).day)
  }
}

extension CivilDate {
  /// The day at a position, or the end of the calendar that it passes.
  init(clamped position: Int64) {
    self = CivilDate(day: Int(clamping: position)) ?? (position < 0 ? .earliest : .latest)
  }
}
