import ExpressionLanguage

/// The values of one input in classes, within which nothing tells them apart.
struct ClassDomain {
  /// One class: a stretch of values with an order, or one value.
  private enum Part {
    case stretch(Int64, Int64)
    case value(Value)
  }

  private let name: Bilingual
  private let type: ValueType
  private let parts: [Part]

  /// Cuts the values of an input; `nil` for values that cannot be gone through, such as text.
  init?(_ input: ClassInputs.Input, cuts: [Int64]) {
    name = input.name
    type = input.type
    var parts: [Part]
    switch type.base {
    case .truth: parts = [.value(.truth(true)), .value(.truth(false))]
    case .choice(let choice): parts = choice.values.indices.map { .value(.choice($0)) }
    case .number(let number):
      parts =
        number.values?.map { .stretch($0, $0) }
        ?? ClassDomain.stretches(number.least, number.greatest, cuts)
    case .date(let first, let last):
      parts = ClassDomain.stretches(Int64(first.day), Int64(last.day), cuts)
    case .instant, .text, .list, .invalid: return nil
    }
    if type.isOptional { parts.append(.value(.absent)) }
    self.parts = parts
  }

  /// Stretches between two ends that begin where an answer can change.
  private static func stretches(_ least: Int64, _ greatest: Int64, _ cuts: [Int64]) -> [Part] {
    guard least <= greatest else { return [] }
    let starts = [least] + Set(cuts).filter { $0 > least && $0 <= greatest }.sorted()
    return starts.indices.map { index in
      .stretch(starts[index], index + 1 < starts.count ? starts[index + 1] - 1 : greatest)
    }
  }

  /// How many classes there are.
  var count: Int { parts.count }

  /// One value of a class.
  func value(_ index: Int) -> Value {
    switch parts[index] {
    case .value(let value): value
    case .stretch(let least, _): ordered(least)
    }
  }

  private func ordered(_ order: Int64) -> Value {
    if case .date = type.base { return CivilDate(day: Int(order)).map(Value.date) ?? .absent }
    return .number(order)
  }

  /// What tells the people of some classes, such as `age: 36 to 40 years`; `nil` for all classes.
  func words(_ classes: Set<Int>) -> Bilingual? {
    if classes.count == parts.count { return nil }
    var texts: [Bilingual] = []
    var open: (low: Int64, high: Int64)?
    for index in parts.indices {
      guard classes.contains(index) else { continue }
      switch parts[index] {
      case .value(let value): texts.append(CellWords.both(value, type))
      case .stretch(let low, let high):
        if let last = open, last.high + 1 == low {
          open = (last.low, high)
        } else {
          if let open { texts.append(words(open)) }
          open = (low, high)
        }
      }
    }
    if let open { texts.append(words(open)) }
    return Bilingual(
      "\(name.english): \(texts.map(\.english).joined(separator: " or "))",
      "\(name[.chinese])：\(texts.map(\.chinese).joined(separator: "或"))"
    )
  }

  /// A stretch in words; an end that is the end of all values goes without saying.
  private func words(_ stretch: (low: Int64, high: Int64)) -> Bilingual {
    var ends: (low: Int64, high: Int64)?
    switch type.base {
    case .number(let number): ends = (number.least, number.greatest)
    case .date(let first, let last): ends = (Int64(first.day), Int64(last.day))
    default: break
    }
    let low = stretch.low == ends?.low ? nil : (ordered(stretch.low), true)
    let high = stretch.high == ends?.high ? nil : (ordered(stretch.high), true)
    return CellWords.range(low, high, type)
  }
}
