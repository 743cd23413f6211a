import ExpressionLanguage
import Policy

/// What must hold for the text of an expression.
enum ExpressionCheck {
  /// Throws what does not hold.
  static func check(_ bytes: [UInt8]) throws(Fault) {
    let source = SourceText(name: "expression", bytes: bytes)
    try checkTokens(source)
    let scope = FuzzScope(FuzzWorld.model)
    let first = read(source, scope)
    try Fault.unless(sound: first.diagnostics, in: source)
    let isRefused = first.typed.type.isInvalid
    try Fault.unless(!isRefused || first.diagnostics.hasErrors, "refused without an error")
    let second = read(source, scope)
    try Fault.unless(
      first.diagnostics.sorted == second.diagnostics.sorted
        && first.typed.type == second.typed.type,
      "read otherwise the second time"
    )
    if first.diagnostics.hasErrors { return }
    let decided = try values(of: first.typed)
    let again = try values(of: second.typed)
    try Fault.unless(decided == again, "decided otherwise the second time")
  }

  private static func checkTokens(_ source: SourceText) throws(Fault) {
    let (tokens, diagnostics) = Lexer.tokens(in: source.range, of: source)
    try Fault.unless(sound: diagnostics, in: source)
    try Fault.unless(tokens.last?.kind == .end, "no end")
    var end = 0
    for token in tokens {
      let isInOrder = end <= token.range.start && token.range.end <= source.bytes.count
      try Fault.unless(isInOrder, "a token at \(token.range) after \(end)")
      end = token.range.end
    }
  }

  private static func read(
    _ source: SourceText,
    _ scope: FuzzScope
  ) -> (typed: Typed, diagnostics: DiagnosticSet) {
    let (syntax, found) = ExpressionParser.parse(source.range, of: source, known: scope.known)
    var checker = ExpressionChecker(resolver: scope, source: source)
    let typed = checker.check(syntax)
    var diagnostics = found
    diagnostics.formUnion(checker.diagnostics)
    return (typed, diagnostics)
  }

  /// What the expression gives for each person, nothing where it cannot be computed.
  private static func values(of typed: Typed) throws(Fault) -> [Value?] {
    var values: [Value?] = []
    var program = FuzzWorld.program
    program.definitions = [Program.Definition(node: typed.node)]
    for person in FuzzPerson.all(of: FuzzWorld.model) {
      let evaluator = Evaluator(
        program: program,
        facts: person.facts,
        records: person.records,
        legalDate: CivilDate(year: 2024, month: 2, day: 29) ?? .earliest
      )
      values.append(try? evaluator.value(of: 0))
      guard let value = values.last ?? nil else { continue }
      if case .number(let units) = value, let type = typed.type.number {
        let isInside = type.least <= units && units <= type.greatest
        try Fault.unless(isInside, "\(units) outside \(type.least)...\(type.greatest)")
      }
      let isAbsent = value == .absent
      try Fault.unless(!isAbsent || typed.type.isOptional, "nothing where something must be")
    }
    return values
  }
}

/// People at the ends of what facts can be.
struct FuzzPerson {
  var facts: [Value]
  var records: [RecordsValue]

  /// One of whom nothing is known, one with the least of everything, one with the greatest.
  static func all(of model: FactModel) -> [FuzzPerson] {
    let unknown = FuzzPerson(
      facts: model.facts.indices.map { .unknown(Missing(.fact($0))) },
      records: model.records.map { _ in .unknown }
    )
    return [unknown, person(model, isGreatest: false), person(model, isGreatest: true)]
  }

  private static func person(_ model: FactModel, isGreatest: Bool) -> FuzzPerson {
    FuzzPerson(
      facts: model.facts.map { value($0.type, isGreatest) },
      records: model.records.map { kind in
        .known(isGreatest ? [kind.attributes.map { value($0.type, true) }] : [])
      }
    )
  }

  private static func value(_ type: ValueType, _ isGreatest: Bool) -> Value {
    if type.isOptional, !isGreatest { return .absent }
    switch type.base {
    case .truth: return .truth(isGreatest)
    case .number(let number): return .number(isGreatest ? number.greatest : number.least)
    case .date(let first, let last): return .date(isGreatest ? last : first)
    case .instant:
      return CivilInstant(.earliest, hour: 0, minute: 0).map { .instant($0) } ?? .absent
    case .choice(let choice): return .choice(isGreatest ? choice.values.count - 1 : 0)
    case .text: return .text(isGreatest ? "文字" : "")
    case .list, .invalid: return .absent
    }
  }
}
