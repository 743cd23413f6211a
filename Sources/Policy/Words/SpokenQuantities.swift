package import ExpressionLanguage

/// Finds the quantities that words of law say, such as *three years* or 3年.
///
/// A number counts when a unit stands after it. What is said in passing does not: *a year* and
/// 每满1年 mean each year; *Article 3*, 第三年, 2020年 and 1月1日 are no amounts.
package enum SpokenQuantities {
  /// The quantities in English words, in order.
  ///
  /// - Parameters:
  ///   - ranges: Where the words stand.
  ///   - source: The text.
  ///   - units: Units beyond the built-in ones, by their words in small letters.
  /// - Returns: Each quantity with the place of its words; half years are told in months.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func inEnglish(
    _ ranges: [SourceRange],
    of source: SourceText,
    units: [String: Unit]
  ) -> [SpokenQuantity] {
    heardInEnglish(ranges, of: source, units: units).quantities
  }

  /// The quantities in Chinese words, in order.
  ///
  /// - Parameters:
  ///   - ranges: Where the words stand.
  ///   - source: The text.
  ///   - units: Units beyond the built-in ones, by their words.
  /// - Returns: Each quantity with the place of its words; half years are told in months.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func inChinese(
    _ ranges: [SourceRange],
    of source: SourceText,
    units: [String: Unit]
  ) -> [SpokenQuantity] {
    heardInChinese(ranges, of: source, units: units).quantities
  }

  /// Whether both are the same quantity: three years are 36 months.
  package static func same(_ lhs: SpokenQuantity, _ rhs: SpokenQuantity) -> Bool {
    Heard.isSame(lhs.number, lhs.unit, rhs.number, rhs.unit)
  }

  static func heardInEnglish(
    _ ranges: [SourceRange],
    of source: SourceText,
    units: [String: Unit]
  ) -> Heard {
    heard(ranges) { EnglishHearing.heard($0, of: source, units: units) }
  }

  static func heardInChinese(
    _ ranges: [SourceRange],
    of source: SourceText,
    units: [String: Unit]
  ) -> Heard {
    heard(ranges) { ChineseHearing.heard($0, of: source, units: units) }
  }

  private static func heard(_ ranges: [SourceRange], _ hear: (SourceRange) -> Heard) -> Heard {
    ranges.reduce(into: Heard()) { all, range in
      let part = hear(range)
      all.quantities += part.quantities
      all.mentions += part.mentions
    }
  }
}
