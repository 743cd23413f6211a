/// Gives every part of an expression a type, and settles names, units and scales.
///
/// Comes after the parser; its output is what the evaluator runs. Where a part is wrong the
/// error is reported once and its type is `invalid`, about which nothing more is said.
package struct ExpressionChecker {
  let resolver: any Resolver
  let source: SourceText
  /// The records whose attributes are names at this place, innermost last.
  var recordsInHand: [Int] = []
  /// What has been found wrong.
  package var diagnostics = DiagnosticSet()
  /// What has been used.
  package var references = References()
  /// Whether a bare number takes the unit of what it is compared with, as in a guard.
  package var lendsUnits = false
  /// Whether a division is in place here: only on top of the first argument of `round`.
  var allowsDivision = false

  /// Creates a checker of expressions in `source`.
  package init(resolver: any Resolver, source: SourceText) {
    self.resolver = resolver
    self.source = source
  }

  /// Reports an error and gives an invalid expression.
  mutating func fail(_ diagnostic: Diagnostic) -> Typed {
    diagnostics.insert(diagnostic)
    return .invalid(diagnostic.range)
  }

  /// The type of an expression, and the expression ready to run.
  ///
  /// - Complexity: O(*n*) in the size of the expression.
  package mutating func check(_ syntax: Syntax) -> Typed {
    let mayDivide = allowsDivision
    allowsDivision = false
    switch syntax {
    case .literal(let literal, let range): return self.literal(literal, range)
    case .name(let name, let range): return self.name(name, range)
    case .call(let function, let nameRange, let arguments, let range):
      return call(function, nameRange, arguments, range)
    case .records(let name, _, _, _, let range):
      return fail(.bareRecords(name, at: range))
    case .not(let operand, let range):
      let typed = truth(operand)
      return Typed(.not(typed.node), typed.type, range)
    case .negate(let operand, let range): return negate(operand, range)
    case .binary(let operation, let lhs, let rhs, let range):
      switch operation {
      case .and, .or: return junction(operation, syntax, range)
      case .add, .subtract: return addition(syntax, range)
      case .multiply: return product(lhs, rhs, range)
      case .divide:
        if !mayDivide { diagnostics.insert(.divisionOutsideRound(at: range)) }
        return .invalid(range)
      default: return comparison(operation, lhs, rhs, range)
      }
    case .within(let subject, let set, let range): return within(subject, set, range)
    case .conditional(let condition, let then, let alternative, let range):
      return conditional(condition, then, alternative, range)
    case .otherwise(let first, let second, let range):
      return otherwise(first, second, range)
    case .phrase(let text, let range): return fail(.strayPhrase(text, at: range))
    case .invalid(let range): return .invalid(range)
    }
  }

  /// An expression that must be yes or no.
  package mutating func truth(_ syntax: Syntax) -> Typed {
    let typed = something(syntax)
    if typed.type.isInvalid { return typed }
    guard case .truth = typed.type.base else {
      return fail(.notATruth(typed.type, source.text(syntax.range), at: syntax.range))
    }
    if typed.type.isOptional {
      return fail(.mayBeNone(source.text(syntax.range), at: syntax.range))
    }
    return typed
  }

  /// An expression that is more than the word `none`, which has no type of its own.
  package mutating func something(_ syntax: Syntax) -> Typed {
    let typed = check(syntax)
    return typed.isNone ? fail(.bareNone(at: typed.range)) : typed
  }

  func literal(_ literal: Literal, _ range: SourceRange) -> Typed {
    switch literal {
    case .number(let number, let unit):
      return Typed(
        .constant(.number(number.units)),
        ValueType(.number(NumberType(number, unit: unit))),
        range
      )
    case .date(let date):
      return Typed(.constant(.date(date)), ValueType(.date(date, date)), range)
    case .instant(let instant):
      return Typed(.constant(.instant(instant)), ValueType(.instant), range)
    case .truth(let truth): return Typed(.constant(.truth(truth)), .truth, range)
    case .none:
      return Typed(.constant(.absent), ValueType(.invalid, isOptional: true), range)
    case .string(let label):
      let type = ChoiceType(values: [ChoiceValue(label: label)], isOrdered: false)
      return Typed(.constant(.choice(0)), ValueType(.choice(type)), range)
    }
  }

  private mutating func name(_ name: String, _ range: SourceRange) -> Typed {
    let innermost = recordsInHand.last.flatMap { resolver.reference(to: name, of: $0) }
    guard let reference = innermost ?? resolver.reference(to: name) else {
      return fail(.unresolved(source.text(range), at: range))
    }
    if innermost == nil, !recordsInHand.isEmpty, reference.isOfRecord {
      return fail(.ofAnotherRecord(source.text(range), at: range))
    }
    switch reference {
    case .fact(let fact, let type):
      references.facts.insert(fact)
      return Typed(.fact(fact), type, range)
    case .legalDate: return Typed(.legalDate, .legalDate, range)
    case .parameter(let index, let type): return Typed(.parameter(index), type, range)
    case .attribute(let index, let type): return Typed(.attribute(index), type, range)
    case .recordDefinition(let definition, let type):
      references.definitions.insert(definition)
      return Typed(.recordDefinition(definition), type, range)
    case .records: return fail(.bareRecords(source.text(range), at: range))
    case .invalid: return .invalid(range)
    case .definition(let definition, let signature):
      references.definitions.insert(definition)
      if let records = signature.records {
        let owner = resolver.signature(ofRecords: records).name
        return fail(.needsRecord(source.text(range), of: owner, at: range))
      }
      if !signature.parameters.isEmpty {
        let wanted = signature.parameters.map(\.name)
        return fail(.needsArguments(source.text(range), wanted, at: range))
      }
      return Typed(.definition(definition), signature.type, range)
    }
  }

  private mutating func junction(
    _ operation: BinaryOperator,
    _ syntax: Syntax,
    _ range: SourceRange
  ) -> Typed {
    var operands: [Node] = []
    var isInvalid = false
    for operand in syntax.operands(of: [operation]) {
      let typed = truth(operand.syntax)
      isInvalid = isInvalid || typed.type.isInvalid
      operands.append(typed.node)
    }
    if isInvalid { return .invalid(range) }
    return Typed(operation == .and ? .all(operands) : .any(operands), .truth, range)
  }

  private mutating func conditional(
    _ condition: Syntax,
    _ then: Syntax,
    _ alternative: Syntax,
    _ range: SourceRange
  ) -> Typed {
    let test = truth(condition)
    let (lhs, rhs) = (check(then), check(alternative))
    if lhs.isNone, rhs.isNone { return fail(.bareNone(at: range)) }
    guard let (left, right, type) = unify(lhs, rhs), !test.type.isInvalid else {
      return .invalid(range)
    }
    return Typed(.conditional(test.node, left, right), type, range)
  }

  private mutating func otherwise(
    _ first: Syntax,
    _ second: Syntax,
    _ range: SourceRange
  ) -> Typed {
    let (lhs, rhs) = (something(first), check(second))
    if lhs.type.isInvalid { return .invalid(range) }
    if rhs.isNone { return fail(.bareNone(at: rhs.range)) }
    if rhs.type.isInvalid { return .invalid(range) }
    guard lhs.type.isOptional else {
      return fail(.neverNone(source.text(first.range), at: range))
    }
    var bare = lhs
    bare.type.isOptional = false
    guard let (left, right, type) = unify(bare, rhs) else { return .invalid(range) }
    return Typed(.otherwise(left, right), type, range)
  }
}
