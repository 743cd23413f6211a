import ExpressionLanguage

/// A missing fact, or a missing attribute of a record, that can be split.
enum Dimension: Hashable, Comparable {
  case fact(Int)
  case attribute(records: Int, item: Int, attribute: Int)

  /// Creates the dimension of what is missing; `nil` for whole lists of records, and for rules
  /// that are given as unknown.
  init?(_ missing: MissingFact, facts: Int) {
    switch missing {
    case .fact(let index) where index < facts: self = .fact(index)
    case .attribute(let records, let item, let attribute):
      self = .attribute(records: records, item: item, attribute: attribute)
    case .fact, .records: return nil
    }
  }

  /// What it can be.
  func set(_ facts: [ValueSet], _ records: [RecordsSet]) -> ValueSet {
    switch self {
    case .fact(let index): return facts[index]
    case .attribute(let kind, let item, let attribute):
      guard case .known(let rows) = records[kind] else { return .everything }
      return rows[item][attribute]
    }
  }

  /// Lets it be only some values.
  func set(_ values: ValueSet, _ facts: inout [ValueSet], _ records: inout [RecordsSet]) {
    switch self {
    case .fact(let index): facts[index] = values
    case .attribute(let kind, let item, let attribute):
      guard case .known(var rows) = records[kind] else { return }
      rows[item][attribute] = values
      records[kind] = .known(rows)
    }
  }
}

extension ValueSet {
  /// The most values that are taken one by one.
  private static let mostSingle: UInt64 = 8

  /// How many values there are; as many as can be counted where it can be anything.
  var size: UInt64 {
    switch present {
    case .nothing: 1
    case .few(let values): UInt64(values.count)
    case .anything: .max
    case .ordered(_, let numbers):
      numbers.spans.reduce(mayBeAbsent ? 1 : 0) { size, span in
        let width = UInt64(bitPattern: span.high &- span.low)
        let (sum, over) = size.addingReportingOverflow(width)
        return over || sum == .max ? .max : sum + 1
      }
    }
  }

  /// The set in pieces: few values one by one; else absent, both ends, and the halves between, as
  /// most numbers are least and greatest at an end.
  var pieces: [ValueSet] {
    if size <= ValueSet.mostSingle, let values = values(atMost: Int(ValueSet.mostSingle)) {
      return values.map { ValueSet(only: $0) }
    }
    guard case .ordered(let kind, let numbers) = present else { return [self] }
    let middle = numbers.low + (numbers.high - numbers.low) / 2
    var pieces = [
      numbers.clamped(numbers.low + 1, middle), numbers.clamped(middle + 1, numbers.high - 1),
      NumberSet(numbers.low), NumberSet(numbers.high),
    ].filter { !$0.isEmpty }.map { ValueSet(.ordered(kind, $0)) }
    if mayBeAbsent { pieces.append(ValueSet(only: .absent)) }
    return pieces
  }
}
