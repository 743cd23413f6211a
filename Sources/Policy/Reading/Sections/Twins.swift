import ExpressionLanguage

/// One thing that may be said in English, in Chinese or in both.
struct Twins<Value> {
  /// A value with the bold words that say it.
  struct Said {
    /// The value.
    var value: Value
    /// The bold words, asterisks included.
    var range: SourceRange
  }

  /// What the English says.
  private(set) var english: Said?
  /// What the Chinese says.
  private(set) var chinese: Said?

  /// Adds what one language says; the earlier saying where that language has spoken already.
  mutating func add(_ value: Value, at range: SourceRange, isChinese: Bool) -> Said? {
    if let earlier = isChinese ? chinese : english { return earlier }
    let said = Said(value: value, range: range)
    if isChinese { chinese = said } else { english = said }
    return nil
  }

  /// What counts: the English where there is one, else the Chinese.
  var said: Said? { english ?? chinese }

  /// Both sayings, where there are two.
  var both: (english: Said, chinese: Said)? {
    guard let english, let chinese else { return nil }
    return (english, chinese)
  }
}
