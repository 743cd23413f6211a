extension ExpressionChecker {
  mutating func call(
    _ function: String,
    _ nameRange: SourceRange,
    _ arguments: [SyntaxArgument],
    _ range: SourceRange
  ) -> Typed {
    if let reference = resolver.reference(to: function),
      case .definition(let id, let signature) = reference,
      !signature.parameters.isEmpty || !KnownNames.functions.contains(function)
    {
      return rule(function, id, signature, arguments, range)
    }
    guard let shape = CallShape.of(function) else {
      return fail(.notCallable(source.text(nameRange), at: nameRange))
    }
    guard let bound = bind(arguments, to: shape, function, range) else { return .invalid(range) }
    switch function {
    case "round": return round(bound, range)
    case "age": return age(bound, range)
    case "add": return add(bound, range)
    case "date": return date(bound, range)
    case "year":
      guard let date = day(bound.values[0]) else { return .invalid(range) }
      return Typed(
        .year(date.typed.node),
        wholeNumber(date.low.parts.year, date.high.parts.year),
        range
      )
    case "min": return extreme(bound.values, isLeast: true, range)
    case "max": return extreme(bound.values, isLeast: false, range)
    case "abs":
      guard let (typed, type) = number(bound.values[0]) else { return .invalid(range) }
      if type.least == .min { return fail(.mayOverflow(at: range)) }
      let greatest = max(abs(type.least), abs(type.greatest))
      let least =
        type.least <= 0 && type.greatest >= 0 ? 0 : min(abs(type.least), abs(type.greatest))
      let positive = NumberType(
        scale: type.scale,
        unit: type.unit,
        least: least,
        greatest: greatest
      )
      return Typed(.absolute(typed.node), ValueType(.number(positive)), range)
    case "count", "any", "sum", "largest", "smallest":
      return aggregate(function, bound.values[0], range)
    default: return measure(function, bound, range)
    }
  }

  func wholeNumber(_ least: Int, _ greatest: Int, unit: Unit = .none) -> ValueType {
    ValueType(.number(NumberType(unit: unit, least: Int64(least), greatest: Int64(greatest))))
  }

  /// A call of a rule with parameters.
  private mutating func rule(
    _ name: String,
    _ id: Int,
    _ signature: DefinitionSignature,
    _ arguments: [SyntaxArgument],
    _ range: SourceRange
  ) -> Typed {
    references.definitions.insert(id)
    let wanted = signature.parameters
    guard arguments.count == wanted.count, !wanted.isEmpty else {
      return fail(.wrongArguments(name, wanted.map(\.name), found: arguments.count, at: range))
    }
    var nodes: [Node] = []
    var isInvalid = signature.type.isInvalid
    for (argument, parameter) in zip(arguments, wanted) {
      if !argument.label.isEmpty {
        diagnostics.insert(.needlessLabel(argument.label, at: argument.range))
      }
      if let node = self.argument(argument.value, for: parameter) {
        nodes.append(node)
      } else {
        isInvalid = true
      }
    }
    return isInvalid ? .invalid(range) : Typed(.call(id, nodes), signature.type, range)
  }

  /// An argument brought to the parameter's type, or `nil` (reported).
  private mutating func argument(
    _ syntax: Syntax,
    for parameter: (name: String, type: ValueType)
  ) -> Node? {
    var typed = check(syntax)
    if parameter.type.isInvalid { return nil }
    if typed.isNone {
      if parameter.type.isOptional { return typed.node }
      _ = fail(.bareNone(at: typed.range))
    }
    if typed.type.isInvalid { return nil }
    if case .literal(.string, _) = syntax {
      typed = value(typed, in: Typed(.constant(.absent), parameter.type, syntax.range))
      if typed.type.isInvalid { return nil }
    }
    if typed.type.isOptional, !parameter.type.isOptional {
      _ = fail(.mayBeNone(source.text(syntax.range), at: syntax.range))
      return nil
    }
    switch (typed.type.base, parameter.type.base) {
    case (.number(let from), .number(let to)):
      guard from.unit.isLike(to.unit), from.scale <= to.scale,
        from.unit == to.unit || to.unit == to.unit.base,
        let wide = from.converted(toScale: to.scale, unit: to.unit),
        wide.least >= to.least, wide.greatest <= to.greatest
      else {
        _ = fail(.argumentOutside(source.text(syntax.range), parameter, at: syntax.range))
        return nil
      }
      return scaled(typed.node, from, to: to)
    case (.choice(let from), .choice(let to)):
      guard from.values.allSatisfy({ to.index(of: $0.label) != nil }) else {
        _ = fail(.argumentOutside(source.text(syntax.range), parameter, at: syntax.range))
        return nil
      }
      return recoded(typed.node, from, to: to)
    case (.truth, .truth), (.date, .date), (.instant, .instant), (.text, .text):
      return typed.node
    default:
      _ = fail(.unlikeTypes(parameter.type, typed.type, at: syntax.range))
      return nil
    }
  }
}

/// What a function takes.
struct CallShape {
  /// The fewest arguments without label.
  var fewest: Int
  /// The most.
  var most: Int
  /// The labels it knows.
  var labels: Set<String> = []
  /// Those that must stand.
  var required: Set<String> = []

  /// The shape of a function of the language.
  static func of(_ function: String) -> CallShape? {
    switch function {
    case "round": CallShape(fewest: 3, most: 3)
    case "age": CallShape(fewest: 1, most: 1, labels: ["on", "full"], required: ["on", "full"])
    case "add": CallShape(fewest: 2, most: 2, labels: ["month end"])
    case "date": CallShape(fewest: 3, most: 3)
    case "year", "abs", "count", "any", "sum", "largest", "smallest", "first", "last":
      CallShape(fewest: 1, most: 1)
    case "min", "max": CallShape(fewest: 2, most: 16)
    case "months":
      CallShape(fewest: 1, most: 1, labels: ["from", "to", "counting"], required: ["to"])
    case "days": CallShape(fewest: 1, most: 1, labels: ["from", "to"], required: ["to"])
    case "current run": CallShape(fewest: 1, most: 1, labels: ["to", "gap"], required: ["to"])
    case "longest run":
      CallShape(fewest: 1, most: 1, labels: ["from", "to", "gap"], required: ["to"])
    case "covers": CallShape(fewest: 1, most: 1, labels: ["on", "from", "to"])
    default: nil
    }
  }
}

/// The arguments of a call, sorted.
struct BoundArguments {
  var values: [Syntax] = []
  var labelled: [String: Syntax] = [:]
}

extension ExpressionChecker {
  private mutating func bind(
    _ arguments: [SyntaxArgument],
    to shape: CallShape,
    _ function: String,
    _ range: SourceRange
  ) -> BoundArguments? {
    var bound = BoundArguments()
    var isGood = true
    for argument in arguments {
      if argument.label.isEmpty {
        bound.values.append(argument.value)
      } else if !shape.labels.contains(argument.label) {
        diagnostics.insert(
          .unknownLabel(argument.label, of: function, shape.labels, at: argument.range)
        )
        isGood = false
      } else if bound.labelled.updateValue(argument.value, forKey: argument.label) != nil {
        diagnostics.insert(.doubledLabel(argument.label, at: argument.range))
        isGood = false
      }
    }
    for label in shape.required.sorted() where bound.labelled[label] == nil {
      diagnostics.insert(.missingLabel(label, of: function, at: range))
      isGood = false
    }
    if !(shape.fewest...shape.most).contains(bound.values.count) {
      diagnostics.insert(.wrongCount(function, shape, found: bound.values.count, at: range))
      isGood = false
    }
    return isGood ? bound : nil
  }

  /// The choice that a phrase makes from a closed list, or `nil` (reported).
  mutating func phrase<Choice: RawRepresentable & CaseIterable>(
    _ syntax: Syntax,
    _ choices: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let names = choices.allCases.map(\.rawValue)
    guard case .phrase(let text, let range) = syntax else {
      _ = fail(.unknownPhrase(source.text(syntax.range), names, at: syntax.range))
      return nil
    }
    guard let choice = Choice(rawValue: text) else {
      _ = fail(.unknownPhrase(text, names, at: range))
      return nil
    }
    return choice
  }
}
