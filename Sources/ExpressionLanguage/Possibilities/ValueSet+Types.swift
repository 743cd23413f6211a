extension ValueSet {
  /// Every value of a type.
  package static func of(_ type: ValueType) -> ValueSet {
    let present: Present
    switch type.base {
    case .truth: present = .ordered(.truth, NumberSet(0, 1))
    case .number(let number):
      let range = NumberSet(number.least, number.greatest)
      present = .ordered(.number, number.values.map { NumberSet($0) } ?? range)
    case .date(let low, let high):
      present = .ordered(.day, NumberSet(Int64(low.day), Int64(high.day)))
    case .instant:
      present = .ordered(
        .minute,
        NumberSet(
          Int64(CivilDate.earliest.day) * 1_440,
          Int64(CivilDate.latest.day + 1) * 1_440 - 1
        )
      )
    case .choice(let choice):
      present = .ordered(.choice, NumberSet(0, Int64(choice.values.count) - 1))
    case .text, .list, .invalid: present = .anything
    }
    return ValueSet(present, mayBeAbsent: type.isOptional)
  }
}
