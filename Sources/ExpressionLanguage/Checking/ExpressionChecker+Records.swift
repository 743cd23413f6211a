extension ExpressionChecker {
  /// The records that an argument names, with filter and attribute, or `nil` (reported).
  private mutating func recordsArgument(
    _ syntax: Syntax
  ) -> (records: Int, filter: Node?, attribute: Syntax.Attribute?)? {
    let name: String
    let nameRange: SourceRange
    var filter: Syntax?
    var attribute: Syntax.Attribute?
    switch syntax {
    case .name(let text, let range): (name, nameRange) = (text, range)
    case .records(let text, let range, let inner, let last, _):
      (name, nameRange, filter, attribute) = (text, range, inner, last)
    case .invalid: return nil
    default:
      _ = fail(.notRecords(source.text(syntax.range), at: syntax.range))
      return nil
    }
    guard case .records(let records) = resolver.reference(to: name) else {
      _ = fail(.notRecords(source.text(nameRange), at: nameRange))
      return nil
    }
    references.records.insert(records)
    guard let filter else { return (records, nil, attribute) }
    recordsInHand.append(records)
    let typed = truth(filter)
    recordsInHand.removeLast()
    return typed.type.isInvalid ? nil : (records, typed.node, attribute)
  }

  mutating func aggregate(_ function: String, _ argument: Syntax, _ range: SourceRange) -> Typed {
    guard let (records, filter, attribute) = recordsArgument(argument) else {
      return .invalid(range)
    }
    let signature = resolver.signature(ofRecords: records)
    if function == "count" || function == "any" {
      if let attribute { return fail(.needlessAttribute(function, at: attribute.range)) }
      let node = AggregateNode(
        kind: function == "any" ? .any : .count,
        records: records,
        filter: filter
      )
      let type = function == "any" ? .truth : wholeNumber(0, signature.most)
      return Typed(.aggregate(node), type, range)
    }
    guard let attribute else { return fail(.needsAttribute(function, signature.name, at: range)) }
    recordsInHand.append(records)
    let value = check(.name(attribute.name, attribute.range))
    recordsInHand.removeLast()
    if value.type.isInvalid { return .invalid(range) }
    if function == "sum" { return sum(value, records, filter, signature, range) }
    switch value.type.base {
    case .number, .date, .instant: break
    case .choice(let choice) where choice.isOrdered: break
    default: return fail(.noOrder(at: attribute.range))
    }
    let node = AggregateNode(
      kind: function == "largest" ? .largest : .smallest,
      records: records,
      filter: filter,
      value: value.node
    )
    return Typed(.aggregate(node), ValueType(value.type.base, isOptional: true), range)
  }

  private mutating func sum(
    _ value: Typed,
    _ records: Int,
    _ filter: Node?,
    _ signature: RecordsSignature,
    _ range: SourceRange
  ) -> Typed {
    guard let type = value.type.number else {
      return fail(.notANumber(value.type, at: value.range))
    }
    if value.type.isOptional {
      return fail(.mayBeNone(source.text(value.range), at: value.range))
    }
    let most = NumberType(least: 0, greatest: Int64(signature.most))
    guard let bounds = NumberType.corners(type, most) else {
      return fail(.mayOverflow(at: range))
    }
    let total = NumberType(
      scale: type.scale,
      unit: type.unit,
      least: min(0, bounds.least),
      greatest: max(0, bounds.greatest)
    )
    let node = AggregateNode(kind: .sum, records: records, filter: filter, value: value.node)
    return Typed(.aggregate(node), ValueType(.number(total)), range)
  }

  /// The times that an argument describes: spells joined by `and`, `or` and `not`.
  private mutating func timeline(_ syntax: Syntax) -> (node: TimelineNode, grain: Grain)? {
    switch syntax {
    case .binary(let operation, let lhs, let rhs, let range)
    where operation == .and || operation == .or:
      let (left, right) = (timeline(lhs), timeline(rhs))
      guard let left, let right else { return nil }
      guard left.grain == right.grain else {
        _ = fail(.mixedGrains(at: range))
        return nil
      }
      let node: TimelineNode =
        operation == .and ? .both(left.node, right.node) : .either(left.node, right.node)
      return (node, left.grain)
    case .not(let operand, _):
      return timeline(operand).map { (.not($0.node), $0.grain) }
    default:
      guard let (records, filter, attribute) = recordsArgument(syntax) else { return nil }
      if let attribute {
        _ = fail(.needlessAttribute("a measure of time", at: attribute.range))
        return nil
      }
      let signature = resolver.signature(ofRecords: records)
      guard let grain = signature.grain else {
        _ = fail(.notSpells(signature.name, at: syntax.range))
        return nil
      }
      return (.spells(records: records, filter: filter), grain)
    }
  }

  mutating func measure(
    _ function: String,
    _ bound: BoundArguments,
    _ range: SourceRange
  ) -> Typed {
    let timeline = timeline(bound.values[0])
    let (first, last) = (bound.labelled["from"] ?? bound.labelled["on"], bound.labelled["to"])
    let from = first.map { day($0) }
    let to = last.map { day($0) }
    guard let (times, grain) = timeline, from.map({ $0 != nil }) ?? true,
      to.map({ $0 != nil }) ?? true
    else { return .invalid(range) }
    guard let kind = kind(function, bound, grain, range) else { return .invalid(range) }
    let counts: [MeasureNode.Kind] = [.months, .days, .currentRun, .longestRun]
    if counts.contains(kind), from == nil, times.hasNoBeginning {
      return fail(.noBeginning(function, at: bound.values[0].range))
    }
    var node = MeasureNode(
      kind: kind,
      timeline: times,
      grain: grain,
      from: from??.typed.node,
      to: to??.typed.node,
      gap: 0
    )
    if let counting = bound.labelled["counting"] {
      if grain == .months { return fail(.needlessCounting(at: counting.range)) }
      guard let choice = phrase(counting, MeasureNode.Counting.self) else {
        return .invalid(range)
      }
      node.counting = choice
    }
    if let gap = bound.labelled["gap"] {
      guard let length = self.gap(gap, grain) else { return .invalid(range) }
      node.gap = length
    }
    let unit: Unit = kind == .months || grain == .months ? .months : .days
    switch kind {
    case .coversDay, .coversWindow: return Typed(.measure(node), .truth, range)
    case .first, .last:
      return Typed(
        .measure(node),
        ValueType(.date(.earliest, .latest), isOptional: true),
        range
      )
    default:
      // As long as the calendar between both ends of the window.
      let begin = from??.low.parts.year ?? CivilDate.earliest.parts.year
      let years = max(1, (to??.high ?? .latest).parts.year - begin + 1)
      let most = unit == .months ? 12 * years : 366 * years
      return Typed(.measure(node), wholeNumber(0, most, unit: unit), range)
    }
  }

  private mutating func kind(
    _ function: String,
    _ bound: BoundArguments,
    _ grain: Grain,
    _ range: SourceRange
  ) -> MeasureNode.Kind? {
    switch function {
    case "months":
      if grain == .days, bound.labelled["counting"] == nil {
        _ = fail(.missingCounting(at: range))
        return nil
      }
      return .months
    case "days":
      if grain == .months {
        _ = fail(.daysOfMonths(at: range))
        return nil
      }
      return .days
    case "current run": return .currentRun
    case "longest run": return .longestRun
    case "first": return .first
    case "last": return .last
    default:
      if bound.labelled["on"] != nil, bound.labelled["from"] == nil, bound.labelled["to"] == nil {
        return .coversDay
      }
      if bound.labelled["on"] == nil, bound.labelled["from"] != nil, bound.labelled["to"] != nil {
        return .coversWindow
      }
      _ = fail(.coversWhat(at: range))
      return nil
    }
  }

  private mutating func gap(_ syntax: Syntax, _ grain: Grain) -> Int32? {
    let wanted: Unit = grain == .months ? .months : .days
    guard case .literal(.number(let literal, let unit), _) = syntax,
      unit.isLike(wanted), let units = literal.units(atScale: 0), (0...1_200).contains(units)
    else {
      _ = fail(.badGap(grain, at: syntax.range))
      return nil
    }
    return Int32(units * unit.factor)
  }
}
