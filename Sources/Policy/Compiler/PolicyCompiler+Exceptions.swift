import ExpressionLanguage

extension PolicyCompiler {
  /// Puts a rule's exceptions before it, the first to apply outermost.
  func applyExceptions(to rule: inout Rule) {
    let found = drafts.indices.filter { drafts[$0].exceptionTo == rule.id }
    if found.isEmpty { return }
    if rule.exceptionTo != nil {
      fail(.exceptionOfException(at: drafts[found[0]].range), rule.measure)
      return
    }
    let ordered = order(found)
    var exceptions: [Rule] = []
    for index in ordered {
      guard let exception = self.rule(index) else {
        broken.insert(rule.id)
        continue
      }
      exceptions.append(exception)
    }
    for exception in exceptions where isAlike(exception, rule) { unify(&rule, with: exception) }
    guard !broken.contains(rule.id) else { return }
    for exception in exceptions.reversed() {
      guard let when = exception.when else { continue }
      var value = exception.node
      if let from = exception.type.number, let to = rule.type.number,
        let wide = from.converted(toScale: to.scale, unit: to.unit)
      {
        value = Coercion.number(value, from, to: wide)
      } else if let from = exception.type.choice, let to = rule.type.choice {
        value = Coercion.choice(value, from, to: to)
      }
      rule.node = .conditional(when.node, value, rule.node)
      rule.references.definitions.insert(exception.id)
      rule.references.formUnion(when.references)
    }
    rule.exceptions = exceptions.map(\.id)
    proveApart(exceptions)
  }

  /// Whether an exception is decided for what its rule is decided for.
  private func isAlike(_ exception: Rule, _ rule: Rule) -> Bool {
    let isSame = exception.records == rule.records || exception.records == nil
    let (given, wanted) = (exception.parameters, rule.parameters)
    let isGivenSame =
      given.isEmpty
      || given.count == wanted.count
        && zip(given, wanted).allSatisfy { $0.name == $1.name && $0.type == $1.type }
    if isSame, isGivenSame { return true }
    fail(.exceptionGivenOther(rule.name.english, at: exception.range), rule.measure)
    broken.insert(rule.id)
    return false
  }

  /// Widens the rule's type so that the exception's value fits it.
  private func unify(_ rule: inout Rule, with exception: Rule) {
    if case .waiver = exception.body, rule.type != .truth {
      fail(.waiverOfNoCondition(rule.name.english, at: exception.range), rule.measure)
      broken.insert(rule.id)
      return
    }
    let isOptional = rule.type.isOptional || exception.type.isOptional
    switch (rule.type.base, exception.type.base) {
    case (.number(let own), .number(let other)) where own.unit.isLike(other.unit):
      let unit = own.unit == other.unit ? own.unit : own.unit.base
      let scale = max(own.scale, other.scale)
      guard let wide = own.converted(toScale: scale, unit: unit),
        let second = other.converted(toScale: scale, unit: unit)
      else { break }
      rule.node = Coercion.number(rule.node, own, to: wide)
      rule.bodyNode = Coercion.number(rule.bodyNode, own, to: wide)
      for limit in rule.limits.indices {
        rule.limits[limit].node = Coercion.number(rule.limits[limit].node, own, to: wide)
      }
      rule.type = ValueType(.number(wide.union(second)), isOptional: isOptional)
      return
    case (.choice(let own), .choice(let other)):
      let union = own.union(other)
      rule.node = Coercion.choice(rule.node, own, to: union)
      rule.bodyNode = Coercion.choice(rule.bodyNode, own, to: union)
      rule.type = ValueType(.choice(union), isOptional: isOptional)
      return
    case (.date(let low, let high), .date(let low2, let high2)):
      let base = ValueType.Base.date(min(low, low2), max(high, high2))
      rule.type = ValueType(base, isOptional: isOptional)
      return
    case (.truth, .truth), (.instant, .instant), (.text, .text):
      rule.type.isOptional = isOptional
      return
    case (.list(let own), .list(let other)) where own == other: return
    default: break
    }
    fail(.unlikeValue(rule.name, rule.type, at: exception.range), rule.measure)
    broken.insert(rule.id)
  }

  /// The exceptions in the order that their `{before:}` marks give.
  private func order(_ exceptions: [Int]) -> [Int] {
    var ordered: [Int] = []
    var rest = exceptions
    while !rest.isEmpty {
      let next = rest.first { candidate in
        !rest.contains { other in other != candidate && precedes(other, candidate) }
      }
      guard let next else {
        let draft = drafts[rest[0]]
        fail(.circular(rest.map { drafts[$0].name.english }, at: draft.range), draft.measure)
        return ordered + rest
      }
      ordered.append(next)
      rest.removeAll { $0 == next }
    }
    for index in exceptions {
      for (name, range) in drafts[index].before
      where !exceptions.contains(where: { drafts[$0].key == name }) {
        fail(
          .unknownRule(name, exceptions.map { drafts[$0].key }, at: range),
          drafts[index].measure
        )
      }
    }
    return ordered
  }

  /// Whether one exception is marked to come before another, directly or through others.
  private func precedes(_ first: Int, _ second: Int) -> Bool {
    var open = [first]
    var seen: Set<Int> = []
    while let index = open.popLast() {
      for (name, _) in drafts[index].before {
        guard
          let next = drafts.indices.first(where: {
            drafts[$0].key == name && drafts[$0].exceptionTo == drafts[first].exceptionTo
          })
        else { continue }
        if next == second { return true }
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return false
  }

  /// Two exceptions that are not ordered may never hold for one person.
  private func proveApart(_ exceptions: [Rule]) {
    let facts = model.facts.map { fact in
      ProofVariable(name: fact.name, type: fact.type, isComputed: false)
    }
    for (position, second) in exceptions.enumerated() {
      for first in exceptions[..<position]
      where !precedes(first.id, second.id) && !precedes(second.id, first.id) {
        guard let one = first.when, let other = second.when else { continue }
        switch Apartness.whoMeetsBoth(one.node, other.node, facts: facts) {
        case .apart: break
        case .together(let values):
          let person = values.keys.sorted().map { fact in
            (
              model.facts[fact].name.english,
              model.facts[fact].type.canonical(values[fact] ?? .absent)
            )
          }
          fail(.bothExceptions(first, second, person, at: second.range), second.measure)
        case .notProved:
          fail(.bothExceptions(first, second, [], at: second.range), second.measure)
        }
      }
    }
  }
}

extension Diagnostic {
  static func exceptionGivenOther(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "exception-given-other",
      at: range,
      Bilingual("an exception for something else", "例外的对象不同"),
      reason: Bilingual(
        "\(name) is decided for each person, each record or each parameter; its exception must be "
          + "decided for the same.",
        "“\(name)”按人、按记录或按参数判定；其例外必须按同样的对象判定。"
      ),
      fix: Bilingual(
        "the same {given: …} or {each of: …} as the rule, or none",
        "与原规则相同的 {given: …} 或 {each of: …}，或都不写"
      )
    )
  }

  static func bothExceptions(
    _ first: Rule,
    _ second: Rule,
    _ person: [(String, String)],
    at range: SourceRange
  ) -> Diagnostic {
    let who = person.map { "\($0.0) = \($0.1)" }.joined(separator: ", ")
    let reason =
      person.isEmpty
      ? Bilingual(
        "It could not be proved that nobody falls under \(first.name.english) as well.",
        "无法证明没有人同时适用“\(first.name[.chinese])”。"
      )
      : Bilingual(
        "A person with \(who) falls under \(first.name.english) and \(second.name.english).",
        "\(who) 的人同时适用“\(first.name[.chinese])”和“\(second.name[.chinese])”。"
      )
    return Diagnostic(
      "two-exceptions",
      at: range,
      Bilingual("two exceptions at once", "两项例外同时适用"),
      reason: reason,
      fix: Bilingual(
        "{before: \(second.name.english)} on the one that goes first",
        "在先适用的一项标 {before: \(second.name.english)}"
      )
    )
  }
}
