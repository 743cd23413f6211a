import ExpressionLanguage

extension Diagnostic {
  static func unknownBold(_ range: SourceRange, _ words: String) -> Diagnostic {
    let nearest = Spelling.nearest(to: words, among: BoldPhrase.known)
    return Diagnostic(
      "unknown-bold",
      at: range,
      Bilingual("bold words that say no rule", "粗体词没有规则含义"),
      reason: Bilingual(
        "Above a rule and in its items bold is kept for all of, any of, none of, sum of, highest "
          + "of, lowest of, means, at most, at least, when and suspended when.",
        "规则之上和列表项里，粗体只用于同时符合、之一、不得有、合计、取最高、取最低、含义、最高、最低、当、中止。"
      ),
      fix: nearest.map { Bilingual("**\($0)**", "**\($0)**") }
        ?? Bilingual("leave them plain", "不用粗体")
    )
  }

  static func punctuationInBold(
    _ range: SourceRange,
    before: String,
    words: String,
    after: String
  ) -> Diagnostic {
    let fixed = "\(before)**\(words)**\(after)"
    return Diagnostic(
      "punctuation-in-bold",
      at: range,
      Bilingual("punctuation inside the bold", "粗体里有标点"),
      reason: Bilingual(
        "The bold words stand alone, so that they are the same words everywhere.",
        "粗体只含规则词本身，使各处写法一致。"
      ),
      fix: Bilingual(fixed, fixed)
    )
  }

  static func saidTwice(_ range: SourceRange, _ words: String, earlier: String) -> Diagnostic {
    Diagnostic(
      "said-twice",
      at: range,
      Bilingual("said twice in one language", "同一种文字说了两次"),
      reason: Bilingual(
        "\(earlier) stands there already, and one of the two would count by chance.",
        "前面已有\(earlier)，两者之中以哪个为准全凭偶然。"
      ),
      fix: Bilingual("leave one of them plain", "其中一处不用粗体")
    )
  }

  static func twoListOperators(_ range: SourceRange, _ words: String, earlier: String) -> Diagnostic
  {
    Diagnostic(
      "two-list-words",
      at: range,
      Bilingual("two rules for one list", "一个列表有两个规则词"),
      reason: Bilingual(
        "\(earlier) and \(words) both stand over it, and a list binds in one way.",
        "列表上面既有\(earlier)又有\(words)，而一个列表只按一种方式适用。"
      ),
      fix: Bilingual("leave one of them plain", "其中一处不用粗体")
    )
  }

  static func listTwinsDisagree(
    _ english: Twins<ListOperator>.Said,
    _ chinese: Twins<ListOperator>.Said
  ) -> Diagnostic {
    let (en, zh) = (english.value.words, chinese.value.words)
    return Diagnostic(
      "languages-disagree",
      at: english.range.start > chinese.range.start
        ? english.range : chinese.range,
      Bilingual("the two languages disagree", "两种文字不一致"),
      reason: Bilingual(
        "The English says \(en.english), the Chinese \(zh.chinese), which is \(zh.english).",
        "英文是\(en.english)（\(en.chinese)），中文是\(zh.chinese)。"
      ),
      fix: Bilingual("amend one of them", "改正其中一处")
    )
  }

  static func twinsDisagree(
    _ range: SourceRange,
    english: String,
    chinese: String
  ) -> Diagnostic {
    Diagnostic(
      "languages-disagree",
      at: range,
      Bilingual("the two languages disagree", "两种文字不一致"),
      reason: Bilingual(
        "The English says \(english), the Chinese \(chinese).",
        "英文是\(english)，中文是\(chinese)。"
      ),
      fix: Bilingual("amend one of them", "改正其中一处")
    )
  }

  static func noneOfAnyOf(_ range: SourceRange, _ sentence: NegatedAnyOf) -> Diagnostic {
    Diagnostic(
      "none-of-said-as-any-of",
      at: range,
      Bilingual("the words refuse what the bold requires", "字面是不得有，粗体却是之一"),
      reason: Bilingual(
        "The sentence says 不得, but **之一** alone is any of: whoever is refused by the words "
          + "would pass.",
        "句中有不得，而单独的**之一**表示符合其一即可：字面上被排除的人反而合格。"
      ),
      fix: Bilingual(
        sentence.fixed ?? "**不得有**, with 之一 plain",
        sentence.fixed ?? "**不得有**，之一不用粗体"
      )
    )
  }

  static func withoutExpression(_ range: SourceRange, _ words: String) -> Diagnostic {
    Diagnostic(
      "condition-missing",
      at: range,
      Bilingual("\(words) what?", "\(words)之后缺条件"),
      reason: Bilingual(
        "The condition follows at once, between backticks.",
        "条件紧跟其后，写在反引号之间。"
      ),
      fix: Bilingual("\(words) `condition`", "\(words) `条件`")
    )
  }

  static func limitWithoutAmount(
    _ range: SourceRange,
    _ kind: Limit.Kind,
    isChinese: Bool
  ) -> Diagnostic {
    let words = kind.words
    return Diagnostic(
      "limit-without-amount",
      at: range,
      Bilingual("\(isChinese ? words.chinese : words.english) how much?", "限额没有数额"),
      reason: Bilingual(
        "The amount stands inside the bold, or follows it at once between backticks.",
        "数额写在粗体之内，或紧跟其后写在反引号之间。"
      ),
      fix: Bilingual(
        "**\(words.english) 12 points**, or **\(words.english)** `expression`",
        "**\(words.chinese)12分**，或**\(words.chinese)** `表达式`"
      )
    )
  }

  static func limitWithoutNumber(
    _ range: SourceRange,
    _ kind: Limit.Kind,
    isChinese: Bool
  ) -> Diagnostic {
    let words = kind.words
    return Diagnostic(
      "limit-without-number",
      at: range,
      Bilingual("a limit without a number", "限额没有数字"),
      reason: Bilingual(
        "A limit is a number in digits and its unit.",
        "限额由阿拉伯数字和单位组成。"
      ),
      fix: isChinese
        ? Bilingual("**\(words.chinese)12分**", "**\(words.chinese)12分**")
        : Bilingual("**\(words.english) 12 points**", "**\(words.english) 12 points**")
    )
  }

  static func limitWithoutUnit(_ range: SourceRange, _ number: String, fix: String) -> Diagnostic {
    Diagnostic(
      "limit-without-unit",
      at: range,
      Bilingual("\(number) of what?", "缺少单位"),
      reason: Bilingual(
        "A limit names its unit, so that months never bound points.",
        "限额要写明单位，以免用月数限制分数。"
      ),
      fix: Bilingual("\(fix), or the unit that is meant", "\(fix)，或写上所指的单位")
    )
  }

  static func limitWithoutSpace(_ range: SourceRange, fix: String) -> Diagnostic {
    Diagnostic(
      "limit-without-space",
      at: range,
      Bilingual("no space before the unit", "单位前缺空格"),
      reason: Bilingual(
        "In English a space parts the number from its unit.",
        "英文的数字与单位之间要空一格。"
      ),
      fix: Bilingual(fix, fix)
    )
  }

  static func commaInLimit(_ range: SourceRange, _ kind: Limit.Kind, fix: String) -> Diagnostic {
    Diagnostic(
      "comma-in-number",
      at: range,
      Bilingual("a comma inside a number", "数字中有逗号"),
      reason: Bilingual(
        "Long numbers are written with _ between their digits.",
        "长数字的各位之间用_分隔。"
      ),
      fix: Bilingual(fix, fix)
    )
  }

  static func limitInNumerals(_ range: SourceRange, _ numeral: String, fix: String) -> Diagnostic {
    let isFullWidth = numeral.unicodeScalars.contains { $0.anyDigit != nil }
    return Diagnostic(
      "limit-in-numerals",
      at: range,
      isFullWidth
        ? Bilingual("full-width digits", "全角数字")
        : Bilingual("a limit in Chinese numerals", "限额用了汉字数字"),
      reason: Bilingual(
        "A limit is written in digits, so that it compares with the English and with the tables.",
        "限额用阿拉伯数字书写，以便与英文和各表核对。"
      ),
      fix: Bilingual(fix, fix)
    )
  }
}
