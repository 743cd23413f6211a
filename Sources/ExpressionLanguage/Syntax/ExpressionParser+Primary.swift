extension ExpressionParser {
  /// A literal, a name, a call, records or something in brackets.
  mutating func primary() throws(Unreadable) -> Syntax {
    let start = token.range
    switch token.kind {
    case .number(let number):
      advance()
      let unit = try unit(after: start)
      return .literal(.number(number, unit), range(from: start))
    case .date(let date):
      advance()
      return .literal(.date(date), start)
    case .instant(let instant):
      advance()
      return .literal(.instant(instant), start)
    case .string(let text):
      advance()
      return .literal(.string(text), start)
    case .month:
      throw fail(.monthInExpression(source.text(start), at: start))
    case .sign("("):
      advance()
      let inner = try expression()
      try expect(")")
      return inner
    case .word(let word):
      return try named(word.lowercased(), start)
    default:
      throw fail(unexpected())
    }
  }

  private mutating func named(_ word: String, _ start: SourceRange) throws(Unreadable) -> Syntax {
    switch word {
    case "true", "false":
      advance()
      return .literal(.truth(word == "true"), start)
    case "none" where !touchesBracket(1):
      advance()
      return .literal(.none, start)
    case "not":
      advance()
      if !isSign("(") { throw fail(.notWithoutBracket(at: start)) }
      advance()
      let operand = try expression()
      try expect(")")
      return .not(operand, range(from: start))
    case "if": return try expression()
    case "and", "or", "then", "else", "otherwise": throw fail(unexpected())
    default: return try name(start)
    }
  }

  /// The unit after a number: one or two words, if they are a unit.
  mutating func unit(after number: SourceRange) throws(Unreadable) -> Unit {
    guard case .word(let first) = token.kind, !NameKey.reserved.contains(first.lowercased()),
      first.lowercased() != "in"
    else { return .none }
    if case .word(let second) = peek(1).kind, let unit = known.unit(first + " " + second) {
      advance()
      advance()
      return unit
    }
    guard let unit = known.unit(first) else {
      throw fail(.unknownUnit(first, known: known, at: token.range))
    }
    advance()
    return unit
  }

  /// Whether the token at `distance` is a bracket that touches the token before it.
  private func touchesBracket(_ distance: Int, _ bracket: String = "(") -> Bool {
    let token = peek(distance)
    return token.kind == .sign(bracket) && peek(distance - 1).range.end == token.range.start
  }

  private func isKnown(_ name: String) -> Bool {
    attributes.contains(name) || known.names.contains(name)
  }

  /// A name, taking as many words as make a known one.
  private mutating func name(_ start: SourceRange) throws(Unreadable) -> Syntax {
    var words: [String] = []
    while case .word(let word) = peek(words.count).kind,
      !NameKey.reserved.contains(word.lowercased()), words.count < 16
    {
      words.append(word.lowercased())
    }
    for count in stride(from: words.count, to: 0, by: -1) {
      let candidate = words[0..<count].joined(separator: " ")
      let isCall = touchesBracket(count)
      guard isKnown(candidate) || isCall && KnownNames.functions.contains(candidate) else {
        continue
      }
      index += count
      let nameRange = range(from: start)
      if isCall {
        advance()
        let arguments = try arguments(of: candidate)
        return .call(
          candidate,
          nameRange: nameRange,
          arguments: arguments,
          range(from: start)
        )
      }
      if let attributes = known.attributes[candidate], !self.attributes.contains(candidate) {
        return try records(candidate, nameRange, attributes)
      }
      return .name(candidate, nameRange)
    }
    let upToIn = words.firstIndex(of: "in").map { max(1, $0) } ?? words.count
    let isCall = touchesBracket(upToIn)
    index += upToIn
    let range = range(from: start)
    throw fail(
      .unknownName(
        source.text(range),
        isCall: isCall,
        known: known,
        attributes: attributes,
        at: range
      )
    )
  }

  private mutating func records(
    _ name: String,
    _ nameRange: SourceRange,
    _ inner: Set<String>
  ) throws(Unreadable) -> Syntax {
    var filter: Syntax?
    if touchesBracket(0, "[") {
      advance()
      let outer = attributes
      attributes = inner
      defer { attributes = outer }
      filter = try expression()
      try expect("]")
    }
    var attribute: Syntax.Attribute?
    if isSign(".") {
      advance()
      attribute = try self.attribute(of: name, inner)
    }
    if filter == nil, attribute == nil { return .name(name, nameRange) }
    return .records(
      name,
      nameRange: nameRange,
      filter: filter,
      attribute: attribute,
      range(from: nameRange)
    )
  }

  private mutating func attribute(
    of records: String,
    _ names: Set<String>
  ) throws(Unreadable) -> Syntax.Attribute {
    let start = token.range
    var words: [String] = []
    while case .word(let word) = peek(words.count).kind,
      !NameKey.reserved.contains(word.lowercased()), words.count < 16
    {
      words.append(word.lowercased())
    }
    for count in stride(from: words.count, to: 0, by: -1) {
      let candidate = words[0..<count].joined(separator: " ")
      guard names.contains(candidate) else { continue }
      index += count
      return Syntax.Attribute(name: candidate, range: range(from: start))
    }
    index += max(1, words.count)
    let range = range(from: start)
    throw fail(.unknownAttribute(source.text(range), of: records, known: names, at: range))
  }
}
