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
    var parts: [Int] = []
    var missing: Missing?
    for part in [year, month, day] {
      switch try evaluate(part, frame) {
      case .number(let number): parts.append(Int(clamping: number))
      case .unknown(let more): missing = missing?.union(more) ?? more
      default: preconditionFailure("the checker lets only numbers into a day")
      }
    }
    if let missing { return .unknown(missing) }
    guard let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
      throw fault(.noSuchDay)
    }
    return .date(date)
  }

  /// The full years between birth and a day; negative before birth.
  ///
  /// The birthday of someone born on 29 February is the 28th in other years.
  package static func age(born: CivilDate, on day: CivilDate, _ rule: AgeRule) -> Int64 {
    var years = day.parts.year - born.parts.year
    let shift = rule == .dayAfter ? 1 : 0
    let birthday = born.adding(months: years * 12, monthEnd: .down) ?? .latest
    if Int(birthday.day) + shift > Int(day.day) { years -= 1 }
    return Int64(years)
  }
}
