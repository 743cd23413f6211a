/// The values that something can still have; it may hold more, it never leaves one out.
package struct ValueSet: Hashable, Sendable {
  /// What is counted by position, each kind by its own.
  package enum Kind: Hashable, Sendable {
    /// Yes (1) or no (0).
    case truth
    /// Numbers, in units of the type's last decimal.
    case number
    /// Days since 1970-01-01.
    case day
    /// Minutes since 1970-01-01 00:00.
    case minute
    /// Positions in a list of values.
    case choice
  }

  /// The values other than absent.
  package enum Present: Hashable, Sendable {
    /// None: the value can only be absent.
    case nothing
    /// Values of a kind that has an order.
    case ordered(Kind, NumberSet)
    /// One of a few texts or lists.
    case few(Set<Value>)
    /// Any value of any kind.
    case anything
  }

  /// The values other than absent.
  package var present: Present
  /// Whether the value may be absent.
  package var mayBeAbsent: Bool

  /// The most texts or lists that a set keeps before it holds anything.
  package static let mostFew = 16

  /// Creates a set.
  package init(_ present: Present, mayBeAbsent: Bool = false) {
    self.present = present
    self.mayBeAbsent = mayBeAbsent
    switch present {
    case .ordered(_, let numbers) where numbers.isEmpty: self.present = .nothing
    case .few(let values) where values.isEmpty: self.present = .nothing
    case .few(let values) where values.count > ValueSet.mostFew: self.present = .anything
    default: break
    }
  }

  /// Creates the set of one value; of an unknown one, the set of everything.
  package init(only value: Value) {
    switch value {
    case .absent: self.init(.nothing, mayBeAbsent: true)
    case .unknown: self = .everything
    case .text, .list: self.init(.few([value]))
    case .truth(let truth): self = truth ? .yes : .no
    case .number(let number): self.init(.ordered(.number, NumberSet(number)))
    case .date(let date): self.init(.ordered(.day, NumberSet(Int64(date.day))))
    case .instant(let instant): self.init(.ordered(.minute, NumberSet(instant.minute)))
    case .choice(let index): self.init(.ordered(.choice, NumberSet(Int64(index))))
    }
  }

  /// Creates the set of the days of a range.
  package init(_ days: ClosedRange<CivilDate>) {
    self.init(
      .ordered(.day, NumberSet(Int64(days.lowerBound.day), Int64(days.upperBound.day)))
    )
  }

  /// Creates the set of some numbers, in units of the type's last decimal.
  package init(numbers: NumberSet) { self.init(.ordered(.number, numbers)) }

  /// Creates a set of yes and no.
  package init(canBeFalse: Bool, canBeTrue: Bool) {
    self.init(.ordered(.truth, NumberSet(canBeFalse ? 0 : 1, canBeTrue ? 1 : 0)))
  }

  /// No value at all.
  package static let empty = ValueSet(.nothing)
  /// Any value, and absent.
  package static let everything = ValueSet(.anything, mayBeAbsent: true)
  /// Only yes.
  package static let yes = ValueSet(canBeFalse: false, canBeTrue: true)
  /// Only no.
  package static let no = ValueSet(canBeFalse: true, canBeTrue: false)
  /// Yes or no.
  package static let yesOrNo = ValueSet(canBeFalse: true, canBeTrue: true)

  /// Whether there is no value.
  package var isEmpty: Bool { present == .nothing && !mayBeAbsent }

  /// Whether the value may be yes.
  package var canBeTrue: Bool {
    switch present {
    case .ordered(.truth, let numbers): numbers.contains(1)
    case .anything: true
    default: false
    }
  }

  /// Whether the value may be no.
  package var canBeFalse: Bool {
    switch present {
    case .ordered(.truth, let numbers): numbers.contains(0)
    case .anything: true
    default: false
    }
  }

  /// The numbers, in units of the type's last decimal; every number where it can be anything.
  package var numbers: NumberSet { positions(.number) }

  /// The values of a kind by position; every position where it can be anything.
  package func positions(_ kind: Kind) -> NumberSet {
    switch present {
    case .ordered(let own, let numbers) where own == kind: numbers
    case .anything: .everything
    default: .empty
    }
  }

  /// The single value, where there is only one.
  package var only: Value? {
    switch present {
    case .nothing: mayBeAbsent ? .absent : nil
    case .ordered(let kind, let numbers) where !mayBeAbsent:
      numbers.only.flatMap { kind.value($0) }
    case .few(let values) where values.count == 1 && !mayBeAbsent: values.first
    default: nil
    }
  }

  /// Whether `value` is in the set; an unknown value is in none but the set of everything.
  package func contains(_ value: Value) -> Bool {
    if value == .absent { return mayBeAbsent }
    switch present {
    case .nothing: return false
    case .anything: return true
    case .few(let values): return values.contains(value)
    case .ordered(let kind, let numbers):
      guard let order = value.order, Kind(value) == kind else { return false }
      return numbers.contains(order)
    }
  }

  /// The values, where there are at most `most` of them; absent comes first.
  ///
  /// - Complexity: O(`most`).
  package func values(atMost most: Int) -> [Value]? {
    let absent: [Value] = mayBeAbsent ? [.absent] : []
    let values: [Value]?
    switch present {
    case .nothing: values = []
    case .anything: values = nil
    case .few(let few): values = Array(few)
    case .ordered(let kind, let numbers):
      values = numbers.numbers(atMost: most)?.compactMap { kind.value($0) }
    }
    guard let values, values.count + absent.count <= most else { return nil }
    return absent + values
  }

  /// The values in either set.
  package func union(_ other: ValueSet) -> ValueSet {
    let absent = mayBeAbsent || other.mayBeAbsent
    switch (present, other.present) {
    case (.nothing, let present), (let present, .nothing):
      return ValueSet(present, mayBeAbsent: absent)
    case (.ordered(let kind, let left), .ordered(let same, let right)) where kind == same:
      return ValueSet(.ordered(kind, left.union(right)), mayBeAbsent: absent)
    case (.few(let left), .few(let right)):
      return ValueSet(.few(left.union(right)), mayBeAbsent: absent)
    default: return ValueSet(.anything, mayBeAbsent: absent)
    }
  }

  /// The values in both sets.
  package func intersection(_ other: ValueSet) -> ValueSet {
    let absent = mayBeAbsent && other.mayBeAbsent
    switch (present, other.present) {
    case (.anything, let present), (let present, .anything):
      return ValueSet(present, mayBeAbsent: absent)
    case (.ordered(let kind, let left), .ordered(let same, let right)) where kind == same:
      return ValueSet(.ordered(kind, left.intersection(right)), mayBeAbsent: absent)
    case (.few(let left), .few(let right)):
      return ValueSet(.few(left.intersection(right)), mayBeAbsent: absent)
    default: return ValueSet(.nothing, mayBeAbsent: absent)
    }
  }

  /// The set without absent.
  package var withoutAbsent: ValueSet { ValueSet(present) }
}

extension ValueSet.Kind {
  /// The kind of a value; `nil` where it has no order.
  package init?(_ value: Value) {
    switch value {
    case .truth: self = .truth
    case .number: self = .number
    case .date: self = .day
    case .instant: self = .minute
    case .choice: self = .choice
    case .absent, .text, .list, .unknown: return nil
    }
  }

  /// The value at a position; `nil` where no calendar reaches.
  package func value(_ position: Int64) -> Value? {
    switch self {
    case .truth: .truth(position != 0)
    case .number: .number(position)
    case .day: CivilDate(day: Int(clamping: position)).map { .date($0) }
    case .minute: .instant(CivilInstant(minute: position))
    case .choice: .choice(Int(position))
    }
  }
}
