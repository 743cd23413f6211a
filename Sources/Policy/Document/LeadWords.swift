package import ExpressionLanguage

/// What the bold words of a lead or of an item say, the two languages taken together.
package struct LeadWords: Sendable {
  /// How the items of the list below bind.
  package var list: ListOperator?
  /// Where that is said, asterisks included.
  package var listRange: SourceRange?
  /// The limits, at most one of each kind.
  package var limits: [Limit]
  /// The condition of **when**, without its backticks.
  package var when: SourceRange?
  /// Where **when** stands, asterisks included.
  package var whenRange: SourceRange?
  /// The condition of **suspended when**, without its backticks.
  package var suspendedWhen: SourceRange?
  /// Where **suspended when** stands, asterisks included.
  package var suspendedWhenRange: SourceRange?

  /// Creates lead words from their parts.
  package init(
    list: ListOperator? = nil,
    listRange: SourceRange? = nil,
    limits: [Limit] = [],
    when: SourceRange? = nil,
    whenRange: SourceRange? = nil,
    suspendedWhen: SourceRange? = nil,
    suspendedWhenRange: SourceRange? = nil
  ) {
    self.list = list
    self.listRange = listRange
    self.limits = limits
    self.when = when
    self.whenRange = whenRange
    self.suspendedWhen = suspendedWhen
    self.suspendedWhenRange = suspendedWhenRange
  }

  /// Whether nothing is said.
  package var isEmpty: Bool {
    list == nil && limits.isEmpty && when == nil && suspendedWhen == nil
  }
}

/// How the items of a list bind.
package enum ListOperator: String, CaseIterable, Sendable {
  /// **all of**, 同时符合.
  case allOf
  /// **any of**, 之一.
  case anyOf
  /// **none of**, 不得有.
  case noneOf
  /// **sum of**, 合计.
  case sumOf
  /// **highest of**, 取最高.
  case highestOf
  /// **lowest of**, 取最低.
  case lowestOf
  /// **means**, 含义.
  case means

  /// The words as they are written in bold.
  package var words: Bilingual {
    switch self {
    case .allOf: Bilingual("all of", "同时符合")
    case .anyOf: Bilingual("any of", "之一")
    case .noneOf: Bilingual("none of", "不得有")
    case .sumOf: Bilingual("sum of", "合计")
    case .highestOf: Bilingual("highest of", "取最高")
    case .lowestOf: Bilingual("lowest of", "取最低")
    case .means: Bilingual("means", "含义")
    }
  }
}

/// A limit of a rule's value.
package struct Limit: Hashable, Sendable {
  /// Which side is limited.
  package enum Kind: String, CaseIterable, Sendable {
    /// **at most**, 最高.
    case atMost
    /// **at least**, 最低.
    case atLeast

    /// The words as they are written in bold.
    package var words: Bilingual {
      switch self {
      case .atMost: Bilingual("at most", "最高")
      case .atLeast: Bilingual("at least", "最低")
      }
    }
  }

  /// How the limit is given.
  package enum Amount: Hashable, Sendable {
    /// A number with its unit as written; the range covers both.
    case literal(DecimalLiteral, unit: String, range: SourceRange)
    /// An expression, without its backticks.
    case expression(SourceRange)
  }

  /// Which side is limited.
  package var kind: Kind
  /// The limit itself.
  package var amount: Amount
  /// The bold words, asterisks included.
  package var range: SourceRange

  /// Creates a limit from its parts.
  package init(kind: Kind, amount: Amount, range: SourceRange) {
    self.kind = kind
    self.amount = amount
    self.range = range
  }
}
