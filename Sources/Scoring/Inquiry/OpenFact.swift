import ExpressionLanguage
import Policy

/// An unknown fact with what it can still be.
struct OpenFact: Sendable {
  /// Which fact.
  var key: MissingFact
  /// Every value that it can have; `nil` where there are too many to go through.
  var values: [Value]?
  /// The range of numbers or days in which it lies, where there are too many to go through.
  var range: ValueSet?
  /// Some answers that stand for all, each as likely as the others: what order is worked out with.
  var samples: [Answer]

  /// The most values that are gone through one by one.
  static let mostValues = 24
  /// How many values stand for a range of numbers or days.
  static let sampleCount = 12

  init(_ key: MissingFact, _ model: FactModel, on day: CivilDate) {
    self.key = key
    switch key {
    case .fact(let fact):
      let type = model.facts[fact].type
      values = OpenFact.values(of: type)
      range = values == nil ? OpenFact.range(of: type) : nil
      samples = OpenFact.samples(of: type, on: day).map { .value($0) }
    case .attribute(let kind, _, let attribute):
      let type = model.records[kind].attributes[attribute].type
      values = OpenFact.values(of: type)
      range = values == nil ? OpenFact.range(of: type) : nil
      samples = OpenFact.samples(of: type, on: day).map { .value($0) }
    case .records(let kind):
      values = nil
      samples = OpenFact.samples(of: model.records[kind], on: day).map { .records($0) }
    }
  }

  /// Every value of a type, where they are few; absent comes last.
  private static func values(of type: ValueType) -> [Value]? {
    let absent: [Value] = type.isOptional ? [.absent] : []
    switch type.base {
    case .truth: return [.truth(true), .truth(false)] + absent
    case .choice(let choice): return choice.values.indices.map { .choice($0) } + absent
    case .number(let number):
      let (width, over) = number.greatest.subtractingReportingOverflow(number.least)
      guard !over, width < Int64(mostValues) else { return nil }
      return (number.least...number.greatest).map { .number($0) } + absent
    case .date(let low, let high):
      guard Int(high.day) - Int(low.day) < mostValues else { return nil }
      return (low.day...high.day).compactMap { CivilDate(day: Int($0)).map { .date($0) } } + absent
    case .instant, .text, .list, .invalid: return nil
    }
  }

  private static func range(of type: ValueType) -> ValueSet? {
    switch type.base {
    case .number, .date: ValueSet.of(type)
    default: nil
    }
  }

  /// Values that stand for a type: all of few, else some at even steps.
  private static func samples(of type: ValueType, on day: CivilDate) -> [Value] {
    if let values = values(of: type) { return values }
    let absent: [Value] = type.isOptional ? [.absent] : []
    switch type.base {
    case .number(let number):
      return spread(number.least, number.greatest).map { .number($0) } + absent
    case .date(let low, let high):
      // Most days that people tell lie behind them.
      let last = low < day ? min(high, day) : high
      return spread(Int64(low.day), Int64(last.day)).compactMap { position in
        CivilDate(day: Int(position)).map { .date($0) }
      } + absent
    case .instant:
      return (CivilInstant(day, hour: 12, minute: 0).map { [.instant($0)] } ?? []) + absent
    case .text: return [.text("")] + absent
    default: return absent
    }
  }

  private static func spread(_ low: Int64, _ high: Int64) -> [Int64] {
    let width = Int128(high) - Int128(low)
    let count = Int128(sampleCount)
    return (0..<count).map { Int64(Int128(low) + width * (2 * $0 + 1) / (2 * count)) }
  }

  /// Records that stand for all: none, and one of each sort, for spells a long one that goes on.
  private static func samples(of kind: RecordKind, on day: CivilDate) -> [[[Value]]] {
    var base: [Value] = []
    for (index, attribute) in kind.attributes.enumerated() {
      if kind.grain != nil, index == 0 {
        base.append(.date(longAgo(day, attribute.type)))
      } else if kind.grain != nil, index == 1 {
        base.append(.absent)
      } else {
        base.append(typical(attribute.type, on: day))
      }
    }
    var found: [[[Value]]] = [[], [base]]
    for (index, attribute) in kind.attributes.enumerated() where kind.grain == nil || index > 1 {
      for value in values(of: attribute.type) ?? [] where value != base[index] {
        var row = base
        row[index] = value
        found.append([row])
      }
    }
    return found
  }

  private static func typical(_ type: ValueType, on day: CivilDate) -> Value {
    if case .date(let low, let high) = type.base {
      let recent = day.adding(days: -365) ?? day
      return .date(min(high, max(low, recent)))
    }
    let samples = samples(of: type, on: day)
    return samples.first ?? .absent
  }

  /// The first of a month five years back, within what the type allows.
  private static func longAgo(_ day: CivilDate, _ type: ValueType) -> CivilDate {
    let wanted = day.adding(months: -60, monthEnd: .down)?.month.firstDay ?? day
    guard case .date(let low, let high) = type.base else { return wanted }
    return min(high, max(low, wanted))
  }
}

extension Facts {
  /// Everything that is not known, in order of declaration, for which `isWanted` holds.
  func open(_ isWanted: (MissingFact) -> Bool) -> [MissingFact] {
    var open: [MissingFact] = []
    func add(_ key: MissingFact) { if isWanted(key) { open.append(key) } }
    for (index, value) in values.enumerated() where !value.isKnown { add(.fact(index)) }
    for (kind, records) in records.enumerated() {
      guard case .known(let rows) = records else {
        add(.records(kind))
        continue
      }
      for (item, row) in rows.enumerated() {
        for (attribute, value) in row.enumerated() where !value.isKnown {
          add(.attribute(records: kind, item: item, attribute: attribute))
        }
      }
    }
    return open
  }
}
