package import ExpressionLanguage

/// Holds the words of an item, in both languages, against each other and against its test.
///
/// A quantity in the words must stand in the test, if the test names any of its kind, and in the
/// other language, if that one names any. Lengths of time are one kind. A number that is said in
/// passing (*a year*, 每满1年, *five of them*, `round year - 5`) satisfies but asks for nothing.
package enum WordsAgainstTest {
  /// Where the languages, or the words and the test, name different quantities.
  ///
  /// - Parameters:
  ///   - english: Where the English words stand.
  ///   - chinese: Where the Chinese words stand.
  ///   - test: Where the test stands, without backticks, if there is one.
  ///   - source: The text.
  ///   - units: Units beyond the built-in ones, by their words in small letters.
  /// - Returns: A warning for each quantity that only some of them name.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func findings(
    english: [SourceRange],
    chinese: [SourceRange],
    test: SourceRange?,
    of source: SourceText,
    units: [String: Unit]
  ) -> [Diagnostic] {
    let comparison = WordsComparison(
      english: WordsComparison.Side(
        language: .english,
        ranges: english,
        heard: SpokenQuantities.heardInEnglish(english, of: source, units: units)
      ),
      chinese: WordsComparison.Side(
        language: .chinese,
        ranges: chinese,
        heard: SpokenQuantities.heardInChinese(chinese, of: source, units: units)
      ),
      test: test.map { TestQuantities.heard($0, of: source, units: units) } ?? Heard(),
      line: test.map { source.writtenLine(at: $0.start) },
      source: source
    )
    return comparison.findings()
  }
}

extension SpokenQuantity {
  /// Whether both measure the same kind of thing; time is one kind, however it is counted.
  func isKin(to other: SpokenQuantity) -> Bool {
    unit.isLike(other.unit) || unit.isTime && other.unit.isTime
  }
}

extension Unit {
  fileprivate var isTime: Bool {
    isLike(.months) || isLike(.days) || isLike(.workingDays)
  }
}
