import ExpressionLanguage

extension Diagnostic {
  static func nameWithIn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "name-with-in",
      at: range,
      Bilingual("\(name) reads as a test", "“\(name)”会读成条件"),
      reason: Bilingual(
        "What stands before in is a name of its own.",
        "in 之前的部分本身就是一个名称。"
      ),
      fix: Bilingual("another name", "换一个名称")
    )
  }

  static func unknownRecords(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "unknown-records",
      at: range,
      Bilingual("there are no records \(text)", "没有“\(text)”这种记录"),
      reason: Bilingual(
        "The records are: \(known.joined(separator: ", ")).",
        "现有记录：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) }
    )
  }

  static func unknownRule(_ text: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: NameKey.of(text), among: known)
    return Diagnostic(
      "unknown-rule",
      at: range,
      Bilingual("there is no rule \(text)", "没有“\(text)”这条规则"),
      reason: Bilingual(
        "A rule's name is the English label of its heading; perhaps the heading was renamed.",
        "规则的名称是其标题的英文部分；可能标题已改名。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual("the label of the heading that is meant", "改为所指标题的英文部分")
    )
  }

  static func notInForce(_ id: String, _ day: CivilDate, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-in-force",
      at: range,
      Bilingual("\(id) is not in force on \(day)", "\(id)在\(day)没有有效版本"),
      reason: Bilingual(
        "This measure takes names from it while it is in force itself.",
        "本办法有效期间需要引用它的名称。"
      ),
      fix: Bilingual("a version that covers the day", "补上覆盖该日的版本")
    )
  }

  static func parameterHidesFact(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-name",
      at: range,
      Bilingual("\(name) is a parameter and a fact", "“\(name)”既是参数又是事实"),
      reason: Bilingual(
        "Inside the rule it would be unclear which is meant.",
        "在规则内无法分辨所指。"
      ),
      fix: Bilingual("{given: other name as TYPE}", "{given: 另一名称 as 类型}")
    )
  }

  static func parameterHidesRule(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-name",
      at: range,
      Bilingual("\(name) is a parameter and a rule", "“\(name)”既是参数又是规则"),
      reason: Bilingual(
        "Inside the rule it would be unclear which is meant.",
        "在规则内无法分辨所指。"
      ),
      fix: Bilingual("{given: other name as TYPE}", "{given: 另一名称 as 类型}")
    )
  }

  static func nameOfFunction(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "name-of-function",
      at: range,
      Bilingual("\(name) is a function of the language", "“\(name)”是语言自带的函数"),
      reason: Bilingual(
        "With a bracket it would be unclear which of the two is meant.",
        "加上括号就分不清所指。"
      ),
      fix: Bilingual("another name", "换一个名称")
    )
  }

  static func givenForEach(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "given-for-each",
      at: range,
      Bilingual("a rule for each record is given nothing", "逐条记录判定的规则不带参数"),
      reason: Bilingual(
        "It stands for one more attribute of the record, and attributes take no parameters.",
        "它相当于记录的又一项，而记录的各项不带参数。"
      ),
      fix: Bilingual("a rule with {given: …} of its own", "把带 {given: …} 的部分另立规则")
    )
  }

  static func beforeWithoutException(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "before-without-exception",
      at: range,
      Bilingual("before without an exception", "before 没有对应的例外"),
      reason: Bilingual(
        "It orders the exceptions to one rule; this heading is none.",
        "它排定同一规则各项例外的先后；本标题不是例外。"
      ),
      fix: Bilingual("{exception to: RULE} as well, or neither", "同时写 {exception to: 规则}，或都不写")
    )
  }

  static func wordsOverTerms(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "words-over-terms",
      at: range,
      Bilingual("this binds none of the terms", "此处的粗体字对各用语不起作用"),
      reason: Bilingual(
        "Under **means** every item is a rule of its own; what stands above them limits none.",
        "**含义**之下每一项各为一条规则；列表上方的文字不限定其中任何一项。"
      ),
      fix: Bilingual("a heading of its own for the limited term", "把需要限定的用语另立标题")
    )
  }

  static func circular(_ names: [String], at range: SourceRange) -> Diagnostic {
    let path = names.joined(separator: " → ")
    return Diagnostic(
      "circular-rules",
      at: range,
      Bilingual("rules use each other in a circle", "规则循环引用"),
      reason: Bilingual(path, path),
      fix: Bilingual("take one of them out of the circle", "把其中一条移出循环")
    )
  }

  static func tooDeepRules(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-steps",
      at: range,
      Bilingual("too many rules in a row", "规则逐层引用过深"),
      reason: Bilingual(
        "At most \(PolicyCompiler.deepest) rules use one another in a row, and with the brackets "
          + "of their expressions at most \(PolicyCompiler.deepestNesting) steps stand inside "
          + "each other.",
        "规则至多逐层引用\(PolicyCompiler.deepest)层，连同表达式的括号至多嵌套"
          + "\(PolicyCompiler.deepestNesting)步。"
      ),
      fix: Bilingual("shorten the chain", "缩短引用链")
    )
  }

  static func itemWithoutWords(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "item-without-words",
      at: range,
      Bilingual("a test without words", "条件没有文字"),
      reason: Bilingual(
        "People are told the words; only the name of a rule needs none.",
        "答复时告诉人的是文字；只有单写规则名称时可以不写。"
      ),
      fix: Bilingual("中文 · English before the test", "在条件前写 中文 · English")
    )
  }

  static func itemInOneLanguage(_ missing: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "item-in-one-language",
      .warning,
      at: range,
      Bilingual("the \(missing.english) words are missing", "缺少\(missing.chinese)文字"),
      reason: Bilingual(
        "Whoever reads that language would be answered in the other.",
        "读这种语言的人会得到另一种语言的答复。"
      )
    )
  }

  static func valueChange(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "when-over-conditions",
      at: range,
      Bilingual("when over conditions", "条件上不能写“当”"),
      reason: Bilingual(
        "Where it does not hold, nobody could tell whether the conditions are met or waived.",
        "不成立时，看不出条件是符合还是免除。"
      ),
      fix: Bilingual(
        "one more condition, or {exception to: …} for an exemption",
        "增加一项条件；免除的，用 {exception to: …}"
      )
    )
  }

  static func whenOfNoNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "when-of-no-number",
      at: range,
      Bilingual("when gives 0 points elsewhere, and this gives no number", "“当”不成立时为0分，而这里不是数"),
      fix: Bilingual("a row for it in the table", "在表中为它写一行")
    )
  }

  static func limitOfNoNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "limit-of-no-number",
      at: range,
      Bilingual("a limit of something that is no number", "对非数值设了限额"),
      fix: Bilingual("take the limit away", "删去限额")
    )
  }

  static func suspendedOutsideService(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "suspended-outside-service",
      at: range,
      Bilingual("only services are suspended", "只有服务可以中止"),
      fix: Bilingual("take the words away", "删去该词")
    )
  }

  static func exceptionWithoutWhen(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "exception-without-when",
      at: range,
      Bilingual("an exception for whom?", "例外适用于谁？"),
      reason: Bilingual("Without **when** it would replace the rule.", "没有**当**就会取代原规则。"),
      fix: Bilingual("**when** `condition`", "**当** `condition`")
    )
  }

  static func waiverOfNoCondition(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "waiver-of-no-condition",
      at: range,
      Bilingual("only a condition can be waived", "只有条件可以免除"),
      reason: Bilingual(
        "\(name) gives a value; the exception must say which value stands instead.",
        "“\(name)”给出的是一个值；例外须写明以何值代替。"
      ),
      fix: Bilingual("a table, list or expression below", "在下面写出表格、列表或表达式")
    )
  }

  static func exceptionOfException(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "exception-of-exception",
      at: range,
      Bilingual("an exception to an exception", "例外的例外"),
      reason: Bilingual(
        "Exceptions to one rule are ordered instead.",
        "同一规则的各项例外应排定先后。"
      ),
      fix: Bilingual(
        "{exception to: the rule} {before: the other exception}",
        "{exception to: 原规则} {before: 另一例外}"
      )
    )
  }

  static func unlikeValue(
    _ name: Bilingual,
    _ type: ValueType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unlike-types",
      at: range,
      Bilingual("this cannot stand for \(name.english)", "这不能代替“\(name[.chinese])”"),
      reason: Bilingual(
        "\(name.english) is \(type.kind.english).",
        "“\(name[.chinese])”是\(type.kind.chinese)。"
      ),
      fix: Bilingual("an exception that gives the same", "改为给出同类结果的例外")
    )
  }

  static func saidTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-entry",
      at: range,
      Bilingual("\(name) stands twice", "“\(name)”重复"),
      reason: Bilingual(
        "One of the two would count by chance.",
        "两者之中以哪个为准全凭偶然。"
      ),
      fix: Bilingual("keep one of them", "只留一个")
    )
  }

  static func exceptionToNoRule(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "exception-to-no-rule",
      at: range,
      Bilingual("\(name) is no rule", "“\(name)”不是规则"),
      reason: Bilingual(
        "It is a channel or a service; only rules have exceptions.",
        "它是渠道或服务；只有规则可以有例外。"
      ),
      fix: Bilingual(
        "an exception to the rule that opens it",
        "对其开放条件所用的规则规定例外"
      )
    )
  }
}
