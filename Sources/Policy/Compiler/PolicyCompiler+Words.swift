import ExpressionLanguage

extension PolicyCompiler {
  /// Applies limits and **when** to a rule.
  func applyWords(
    _ words: LeadWords,
    to rule: inout Rule,
    _ scope: RuleScope,
    _ section: Section
  ) {
    let measure = rule.measure
    if words.suspendedWhen != nil {
      fail(
        .suspendedOutsideService(at: words.suspendedWhenRange ?? section.heading.range),
        measure
      )
    }
    for limit in words.limits { apply(limit, to: &rule, scope) }
    checkCrossing(rule)
    guard let range = words.when else {
      if rule.exceptionTo != nil { fail(.exceptionWithoutWhen(at: rule.range), measure) }
      return
    }
    guard let when = condition(range, scope) else {
      broken.insert(rule.id)
      return
    }
    rule.when = when
    rule.references.formUnion(when.references)
    if rule.exceptionTo != nil { return }
    let place = words.whenRange ?? range
    switch rule.type.base {
    case .truth: fail(.valueChange(at: place), measure)
    case .number(var type):
      type.least = min(type.least, 0)
      type.greatest = max(type.greatest, 0)
      if let values = type.values { type.values = Set(values + [0]).sorted() }
      rule.type = ValueType(.number(type), isOptional: rule.type.isOptional)
      rule.node = .conditional(when.node, rule.node, .constant(.number(0)))
    case .list:
      rule.node = .conditional(when.node, rule.node, .constant(.list([])))
    default: fail(.whenOfNoNumber(at: place), measure)
    }
  }

  private func apply(_ limit: Limit, to rule: inout Rule, _ scope: RuleScope) {
    let measure = rule.measure
    func refuse(_ diagnostic: Diagnostic) {
      fail(diagnostic, measure)
      broken.insert(rule.id)
    }
    guard let type = rule.type.number, !rule.type.isOptional else {
      refuse(.limitOfNoNumber(at: limit.range))
      return
    }
    let typed: Typed
    let text: String
    switch limit.amount {
    case .expression(let range):
      guard let formula = formula(range, scope) else {
        broken.insert(rule.id)
        return
      }
      rule.references.formUnion(formula.references)
      typed = Typed(formula.node, formula.type, range)
      text = formula.text
    case .literal(let number, let unitName, let range):
      // The reader has refused a limit without a unit.
      if unitName.isEmpty { return }
      guard let unit = scope.known.unit(unitName) else {
        refuse(.unknownLimitUnit(unitName, at: range))
        return
      }
      typed = Typed(
        .constant(.number(number.units)),
        ValueType(.number(NumberType(number, unit: unit))),
        range
      )
      text = source(measure).text(range)
    }
    guard let amount = typed.type.number, !typed.type.isOptional else {
      refuse(.notANumberItem(text, typed.type, at: typed.range))
      return
    }
    guard amount.unit.isLike(type.unit) else {
      refuse(unlikeLimit(rule, type.unit, amount.unit, text))
      return
    }
    let unit = amount.unit == type.unit ? type.unit : type.unit.base
    let scale = max(amount.scale, type.scale)
    guard let wide = type.converted(toScale: scale, unit: unit),
      let most = amount.converted(toScale: scale, unit: unit)
    else {
      refuse(.limitTooFine(at: typed.range))
      return
    }
    let inner = Coercion.number(rule.node, type, to: wide)
    let bound = Coercion.number(typed.node, amount, to: most)
    var limited = wide
    limited.values = nil
    if limit.kind == .atMost {
      limited.least = min(wide.least, most.least)
      limited.greatest = min(wide.greatest, most.greatest)
      rule.node = .least([inner, bound])
    } else {
      limited.least = max(wide.least, most.least)
      limited.greatest = max(wide.greatest, most.greatest)
      rule.node = .greatest([inner, bound])
    }
    rule.bodyNode = Coercion.number(rule.bodyNode, type, to: wide)
    rule.limits = rule.limits.map { old in
      var old = old
      old.node = Coercion.number(old.node, type, to: wide)
      return old
    }
    rule.limits.append(
      RuleLimit(kind: limit.kind, node: bound, text: text, range: limit.range)
    )
    rule.type = ValueType(.number(limited))
  }
}

extension PolicyCompiler {
  /// A limit of another unit than the rule's, shown at what counts the wrong unit.
  private func unlikeLimit(
    _ rule: Rule,
    _ unit: Unit,
    _ wanted: Unit,
    _ limit: String
  ) -> Diagnostic {
    var place = rule.range
    var fix: String?
    if case .formula(let formula) = rule.body {
      let source = source(rule.measure)
      let scope = scope(rule.id)
      let (syntax, _) = ExpressionParser.parse(formula.range, of: source, known: scope.known)
      place = syntax.range
      if case .call("round", _, let arguments, _) = syntax, let first = arguments.first {
        place = first.range
        fix = converted(first.value, to: wanted, source)
      }
    }
    let isSummed = sections(rule.measure).contains { section in
      guard section.operators.list == .sumOf, case .list(let list) = section.blocks.first else {
        return false
      }
      return list.items.contains { item in
        item.test.map { NameKey.of(source(rule.measure).text($0)) == NameKey.of(rule.name.english) }
          ?? false
      }
    }
    return .limitUnit(rule.name, unit, wanted, limit, isSummed: isSummed, fix, at: place)
  }

  /// How `months * 3 / 12` would give points: `months * 3 points / 1 year`.
  private func converted(_ syntax: Syntax, to unit: Unit, _ source: SourceText) -> String? {
    guard case .binary(.divide, let top, .literal(.number(let bottom, let by), _), _) = syntax,
      by.isNone, bottom.scale == 0,
      case .binary(.multiply, _, .literal(.number(_, let times), _), let range) = top, times.isNone
    else { return nil }
    let isYear = bottom.units == 12
    return source.text(range) + " " + unit.name(.english) + " / "
      + (isYear ? "1 year" : "\(bottom) months")
  }

  /// Limits written out may not exclude everything.
  private func checkCrossing(_ rule: Rule) {
    func bound(_ kind: Limit.Kind) -> (Int64, SourceRange)? {
      for limit in rule.limits where limit.kind == kind {
        if case .constant(.number(let number)) = limit.node { return (number, limit.range) }
      }
      return nil
    }
    guard let (most, range) = bound(.atMost), let (least, other) = bound(.atLeast), least > most
    else { return }
    fail(.crossedLimits(at: range.start > other.start ? range : other), rule.measure)
  }
}

extension Diagnostic {
  static func crossedLimits(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "crossed-limits",
      at: range,
      Bilingual("the least is more than the most", "最低限高于最高限"),
      reason: Bilingual("No number keeps within both.", "没有数能同时符合两者。"),
      fix: Bilingual("amend one of them", "改正其中一处")
    )
  }

  static func limitTooFine(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "limit-too-fine",
      at: range,
      Bilingual("the limit and the rule do not fit one number", "限额与规则无法用同一个数表示"),
      reason: Bilingual(
        "With the decimals of both the number would pass 18 digits.",
        "按两者的小数位数，数值会超过18位。"
      ),
      fix: Bilingual("fewer decimals", "减少小数位")
    )
  }

  static func unknownLimitUnit(_ unit: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-unit",
      at: range,
      Bilingual("\(unit) is not a unit", "没有“\(unit)”这个单位"),
      fix: Bilingual(
        "points, months, years, days, yuan, people or one of the dictionary",
        "分、个月、年、天、元、人，或数据字典中的单位"
      )
    )
  }

  static func limitUnit(
    _ name: Bilingual,
    _ unit: Unit,
    _ limit: Unit,
    _ text: String,
    isSummed: Bool,
    _ fix: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let (own, other) = (Diagnostic.name(unit), Diagnostic.name(limit))
    return Diagnostic(
      "unlike-units",
      at: range,
      Bilingual(
        "\(own.english) where \(other.english) are wanted",
        "单位不符：\(own.chinese)与\(other.chinese)"
      ),
      reason: Bilingual(
        "\(name.english) is limited to \(text)"
          + (isSummed ? " and summed with \(other.english)" : "")
          + ", but this counts \(own.english).",
        "“\(name[.chinese])”以\(text)为限" + (isSummed ? "，并与\(other.chinese)相加" : "")
          + "，而这里计的是\(own.chinese)。"
      ),
      fix: (fix ?? (unit.isLike(.months) ? "… months * 3 \(other.english) / 1 year" : nil))
        .map { Bilingual($0, $0) }
    )
  }
}
