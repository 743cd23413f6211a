import ExpressionLanguage

/// A rule in the words of Chinese readers: what the measure says of it in Chinese, else its
/// expression with Chinese names.
struct RuleWording {
  private let side: ComparedMeasure
  /// The Chinese names of facts and rules, by English ones; a name without one is left out.
  private let names: [String: String]
  /// The Chinese labels of choices, by English ones; one that several choices call differently is
  /// left out.
  private let labels: [String: String]

  /// - Complexity: O(*n*) in the names that the measure can use.
  init(_ side: ComparedMeasure) {
    self.side = side
    names = Self.names(of: side)
    labels = Self.labels(of: side)
  }

  /// What a formula says; where neither the measure nor its names have Chinese for it, the code.
  func text(_ formula: Formula, of rule: Rule) -> Bilingual {
    let code = plainWords(formula.text)
    return Bilingual(code, words(of: rule) ?? expression(code) ?? code)
  }

  /// An expression by itself: two versions of it differ where the words around them may not.
  func text(_ expression: String) -> Bilingual {
    let code = plainWords(expression)
    return Bilingual(code, self.expression(code) ?? code)
  }

  // MARK: The measure's words

  /// The Chinese words under the rule's heading, or of its item; `nil` where there are none.
  private func words(of rule: Rule) -> String? {
    guard let section = side.section(at: rule.range.start).map({ side.sections[$0] }) else {
      return nil
    }
    var words = ""
    if case .list(let list)? = section.block,
      let item = list.items.first(where: {
        $0.range.start <= rule.range.start && rule.range.start < $0.range.end
      })
    {
      words = item.chinese?.text ?? ""
      // A name alone says no more than the name that stands before it.
      if words == rule.name.chinese { words = "" }
    } else {
      words = section.paragraphs.flatMap(\.lines).map { side.source.text($0) }
        .filter { Glossed.hasHan($0) && !$0.contains("`") }
        .joined()
        .replacing("**", with: "")
    }
    let plain = plainWords(words)
    return plain.isEmpty ? nil : plain
  }

  // MARK: The expression with Chinese names

  private static let keywords: [String: String] = [
    "if": "若", "then": "则", "else": "否则", "and": "且", "or": "或", "not": "非", "true": "是",
    "false": "否", "none": "无", "in": "属于", "legal date": "当日", "years": "年", "months": "个月",
    "days": "天", "working days": "个工作日", "points": "分", "people": "人", "yuan": "元",
  ]

  /// Names, texts, numbers and the plain words between them; `nil` for anything more, such as a
  /// function or a filter, which is read more easily as it was written.
  private func expression(_ code: String) -> String? {
    let source = SourceText(name: "", text: code)
    let tokens = Lexer.tokens(in: source.range, of: source).tokens
    var pieces: [String] = []
    var index = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .word:
        guard let (word, count) = word(tokens, index) else { return nil }
        pieces.append(word)
        index += count
        continue
      case .string(let text):
        guard let label = labels[text] else { return nil }
        pieces.append(label)
      case .sign(let sign):
        if sign == "[" || sign == "." { return nil }
        pieces.append(sign)
      case .number, .date, .month, .instant: pieces.append(source.text(tokens[index].range))
      case .end: break
      }
      index += 1
    }
    return pieces.joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")").replacing(" ,", with: ",")
  }

  /// The longest name or word that begins at a token, in Chinese, and how many tokens it takes.
  private func word(_ tokens: [Token], _ start: Int) -> (String, Int)? {
    var words: [String] = []
    for token in tokens[start...] {
      guard case .word(let word) = token.kind else { break }
      words.append(word)
    }
    for count in stride(from: words.count, through: 1, by: -1) {
      let key = NameKey.of(words[..<count].joined(separator: " "))
      if let name = Self.keywords[key] ?? names[key] { return (name, count) }
    }
    return nil
  }

  private static func names(of side: ComparedMeasure) -> [String: String] {
    let set = side.set
    var names: [String: String] = [:]
    for fact in set.model.facts where !fact.name.chinese.isEmpty {
      names[NameKey.of(fact.name.english)] = fact.name.chinese
    }
    for (key, thing) in set.names[side.index] {
      guard case .rule(let rule) = thing, set.rules[rule].parameters.isEmpty else { continue }
      let name = set.rules[rule].name.chinese
      names[key] = name.isEmpty ? nil : name
    }
    return names
  }

  private static func labels(of side: ComparedMeasure) -> [String: String] {
    var labels: [String: Set<String>] = [:]
    let model = side.set.model
    for type in model.facts.map(\.type) + side.set.rules.map(\.type) {
      for value in type.choice?.values ?? [] {
        labels[value.label, default: []].insert(value.chinese)
      }
    }
    return labels.compactMapValues { found in
      found.count == 1 ? found.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    }
  }
}
