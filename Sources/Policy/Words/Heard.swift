import ExpressionLanguage

/// What a stretch of words says in numbers.
struct Heard {
  /// A number that is said in passing: *a year*, 每满1年, *five of them*.
  ///
  /// It can stand for a quantity said elsewhere, but asks for none.
  struct Mention: Hashable {
    var number: DecimalLiteral
    var unit: Unit?
  }

  /// The quantities, in order.
  var quantities: [SpokenQuantity] = []
  /// The numbers said in passing.
  var mentions: [Mention] = []

  /// Whether nothing is said in numbers.
  var isSilent: Bool { quantities.isEmpty && mentions.isEmpty }

  /// Whether `quantity` is said, outright or in passing.
  func says(_ quantity: SpokenQuantity) -> Bool {
    quantities.contains { SpokenQuantities.same($0, quantity) }
      || mentions.contains { mention in
        guard let unit = mention.unit else { return mention.number.isSame(as: quantity.number) }
        return Heard.isSame(mention.number, unit, quantity.number, quantity.unit)
      }
  }

  /// Whether both are the same amount: three years are 36 months.
  static func isSame(
    _ lhs: DecimalLiteral,
    _ lhsUnit: Unit,
    _ rhs: DecimalLiteral,
    _ rhsUnit: Unit
  ) -> Bool {
    guard lhsUnit.base == rhsUnit.base, let left = lhs.times(lhsUnit.factor),
      let right = rhs.times(rhsUnit.factor)
    else { return false }
    return left.isSame(as: right)
  }

  /// Adds `number` of `unit`; half years are told in months.
  mutating func add(
    _ number: DecimalLiteral,
    _ unit: Unit,
    _ range: SourceRange,
    of source: SourceText,
    inPassing: Bool = false
  ) {
    var (number, unit) = (number.reduced, unit)
    if unit.isYears, number.scale > 0, let months = number.times(12)?.reduced, months.scale == 0 {
      (number, unit) = (months, .months)
    }
    if inPassing {
      mentions.append(Mention(number: number, unit: unit))
    } else {
      quantities.append(
        SpokenQuantity(number: number, unit: unit, text: source.text(range), range: range)
      )
    }
  }
}

extension DecimalLiteral {
  /// The same number without decimals that say nothing.
  var reduced: DecimalLiteral {
    var number = self
    while number.scale > 0, number.units % 10 == 0 {
      number = DecimalLiteral(units: number.units / 10, scale: number.scale - 1)
    }
    return number
  }

  /// The number times `factor`; `nil` where that does not fit.
  func times(_ factor: Int64) -> DecimalLiteral? {
    let (product, overflow) = units.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalLiteral(units: product, scale: scale).reduced
  }

  /// The sum; `nil` where that does not fit.
  func plus(_ other: DecimalLiteral) -> DecimalLiteral? {
    let scale = max(self.scale, other.scale)
    guard let left = units(atScale: scale), let right = other.units(atScale: scale) else {
      return nil
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalLiteral(units: sum, scale: scale)
  }

  /// Whether both are the same number, however many decimals are written.
  func isSame(as other: DecimalLiteral) -> Bool { reduced == other.reduced }

  /// One half.
  static let half = DecimalLiteral(units: 5, scale: 1)

  /// A whole number.
  static func whole(_ number: Int64) -> DecimalLiteral { DecimalLiteral(units: number, scale: 0) }
}
