extension Evaluator {
  /// An age, a day or a year.
  func calendar(_ node: Node, _ frame: Frame) throws(EvaluationFault) -> Value {
    switch node {
    case .age(let birth, let on, let rule):
      return try both(birth, on, frame) { (birth, on) throws(EvaluationFault) in
        guard case .date(let born) = birth, case .date(let day) = on else {
          preconditionFailure("the checker lets only days into an age")
        }
        return .number(Evaluator.age(born: born, on: day, rule))
      }
    case .addMonths(let date, let months, let monthEnd):
      return try both(date, months, frame) { (date, months) throws(EvaluationFault) in
        guard case .date(let day) = date, case .number(let count) = months,
          (-120_000...120_000).contains(count),
          let result = day.adding(months: Int(count), monthEnd: monthEnd)
        else { throw self.fault(.noSuchDay) }
        return .date(result)
      }
    case .addDays(let date, let days):
      return try both(date, days, frame) { (date, days) throws(EvaluationFault) in
        guard case .date(let day) = date, case .number(let count) = days,
          (-4_000_000...4_000_000).contains(count), let result = day.adding(days: Int(count))
        else { throw self.fault(.noSuchDay) }
        return .date(result)
      }
    case .year(let date):
      let value = try evaluate(date, frame)
      guard case .date(let day) = value else { return value }
      return .number(Int64(day.parts.year))
    case .date(let year, let month, let day):
      return try makeDate(year, month, day, frame)
    default: preconditionFailure("not a matter of the calendar")
    }
  }

  private func both(
    _ lhs: Node,
    _ rhs: Node,
    _ frame: Frame,
    _ operation: (Value, Value) throws(EvaluationFault) -> Value
  ) throws(EvaluationFault) -> Value {
    let (left, right) = (try evaluate(lhs, frame), try evaluate(rhs, frame))
    if let missing = Evaluator.union(left.missing, right.missing) { return .unknown(missing) }
    return try operation(left, right)
  }

  private func makeDate(
    _ year: Node,
    _ month: Node,
    _ day: Node,
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    let (first, second, third) = (
      try evaluate(year, frame), try evaluate(month, frame), try evaluate(day, frame)
    )
    let missing = Evaluator.union(first.missing, Evaluator.union(second.missing, third.missing))
    if let missing { return .unknown(missing) }
    guard case .number(let year) = first, case .number(let month) = second,
      case .number(let day) = third
    else { preconditionFailure("the checker lets only numbers into a day") }
    let parts = (Int(clamping: year), Int(clamping: month), Int(clamping: day))
    guard let date = CivilDate(year: parts.0, month: parts.1, day: parts.2) else {
      throw fault(.noSuchDay)
    }
    return .date(date)
  }

  /// The full years between birth and a day; negative before birth.
  ///
  /// The birthday of someone born on 29 February is the 28th in other years.
  package static func age(born: CivilDate, on day: CivilDate, _ rule: AgeRule) -> Int64 {
    let (birth, year) = (born.parts, day.parts.year)
    let length = CivilDate.length(ofMonth: birth.month, year: year)
    let birthday = CivilDate.days(year: year, month: birth.month, day: min(birth.day, length))
    let full = birthday + (rule == .dayAfter ? 1 : 0)
    return Int64(year - birth.year - (full > Int(day.day) ? 1 : 0))
  }
}
