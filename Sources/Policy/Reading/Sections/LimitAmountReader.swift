import ExpressionLanguage

/// Reads the number and unit of **at most 12 points** or **最高12分**.
struct LimitAmountReader {
  /// The amount, as far as one can be read.
  private(set) var amount: Limit.Amount?
  /// What is wrong with it.
  private(set) var diagnostic: Diagnostic?

  private let kind: Limit.Kind
  private let isChinese: Bool
  private let outer: SourceRange

  /// Reads the text at `literal`, which follows the words of `kind` inside the bold at `outer`.
  init(
    _ literal: SourceRange,
    kind: Limit.Kind,
    isChinese: Bool,
    outer: SourceRange,
    in source: SourceText
  ) {
    self.kind = kind
    self.isChinese = isChinese
    self.outer = outer
    let text = source.text(literal)
    let digits = text.prefix { ("0"..."9").contains($0) || "_.,，%-".contains($0) }
    let unit = String(text.dropFirst(digits.count).drop { $0 == " " })
    let isSpaced = text.dropFirst(digits.count).first == " "
    if digits.isEmpty {
      readNumeral(text, literal)
    } else if let number = DecimalLiteral(String(digits)), !digits.hasSuffix("%") {
      finish(number, unit, literal, isSpaced: isSpaced)
    } else if digits.contains(where: { $0 == "," || $0 == "，" }),
      let number = DecimalLiteral(digits.filter { $0 != "," && $0 != "，" })
    {
      amount = .literal(number, unit: unit, range: literal)
      diagnostic = .commaInLimit(
        outer,
        kind,
        fix: written(digits.map { $0 == "," || $0 == "，" ? "_" : $0 }, unit)
      )
    } else {
      diagnostic = .limitWithoutNumber(outer, kind, isChinese: isChinese)
    }
  }

  private func written(_ number: [Character], _ unit: String) -> String {
    written(String(number), unit)
  }

  private func written(_ number: String, _ unit: String) -> String {
    isChinese
      ? "**\(kind.words.chinese)\(number)\(unit)**" : "**\(kind.words.english) \(number) \(unit)**"
  }

  private mutating func finish(
    _ number: DecimalLiteral,
    _ unit: String,
    _ literal: SourceRange,
    isSpaced: Bool
  ) {
    amount = .literal(number, unit: unit, range: literal)
    if unit.isEmpty {
      diagnostic = .limitWithoutUnit(
        outer,
        number.description,
        fix: written(number.description, isChinese ? "分" : "points")
      )
    } else if !isChinese, !isSpaced {
      diagnostic = .limitWithoutSpace(outer, fix: written(number.description, unit))
    }
  }

  /// A number in Chinese numerals or full-width digits.
  private mutating func readNumeral(_ text: String, _ literal: SourceRange) {
    let numeral = text.prefix { $0.unicodeScalars.allSatisfy(ChineseNumeral.contains) }
    let unit = String(text.dropFirst(numeral.count).drop { $0 == " " })
    guard let value = ChineseNumeral.value(of: numeral) else {
      diagnostic = .limitWithoutNumber(outer, kind, isChinese: isChinese)
      return
    }
    amount = .literal(DecimalLiteral(units: Int64(value), scale: 0), unit: unit, range: literal)
    diagnostic = .limitInNumerals(
      outer,
      String(numeral),
      fix: written(String(value), unit.isEmpty ? "分" : unit)
    )
  }
}

/// Compares a limit said in English with the same limit said in Chinese.
enum LimitTwins {
  /// Whether both say the same, as far as that can be told without the dictionary's units.
  static func agree(_ lhs: Limit.Amount, _ rhs: Limit.Amount, _ source: SourceText) -> Bool {
    switch (lhs, rhs) {
    case (.expression(let left), .expression(let right)): return source.sameWords(left, right)
    case (.literal(let left, let leftName, _), .literal(let right, let rightName, _)):
      guard let leftUnit = Unit.named(leftName), let rightUnit = Unit.named(rightName) else {
        return leftName.isEmpty || rightName.isEmpty || isEqual(left, 1, right, 1)
      }
      return leftUnit.isLike(rightUnit)
        && isEqual(left, leftUnit.factor, right, rightUnit.factor)
    default: return false
    }
  }

  private static func isEqual(
    _ lhs: DecimalLiteral,
    _ lhsFactor: Int64,
    _ rhs: DecimalLiteral,
    _ rhsFactor: Int64
  ) -> Bool {
    let scale = max(lhs.scale, rhs.scale)
    guard let left = lhs.units(atScale: scale), let right = rhs.units(atScale: scale) else {
      return false
    }
    let (leftProduct, leftOver) = left.multipliedReportingOverflow(by: lhsFactor)
    let (rightProduct, rightOver) = right.multipliedReportingOverflow(by: rhsFactor)
    return !leftOver && !rightOver && leftProduct == rightProduct
  }
}
