import ExpressionLanguage
import Policy

extension Explainer {
  /// The conditions of a channel: those of the rule that it names, or its own as one.
  func conditions(_ channel: ExplainedChannel) throws(EvaluationFault) -> [ConditionResult] {
    if let index = channel.rule {
      let rule = book.rules[index]
      if case .list(let list) = rule.body, rule.rule.exceptions.isEmpty, list.joining == .allOf {
        return try items(list)
      }
      return [try condition(rule, words: rule.rule.name, place: rule.rule.place)]
    }
    return [
      try leaf(
        channel.channel.openWhen.node,
        channel.mentions,
        words: channel.words,
        place: channel.channel.place,
        standing: channel.standing
      )
    ]
  }

  /// A rule as a condition, with the items of its list below.
  func condition(
    _ rule: ExplainedRule,
    words: Bilingual,
    place: Place
  ) throws(EvaluationFault) -> ConditionResult {
    let value = try value(of: rule)
    var result = ConditionResult(
      words: words,
      place: place,
      status: Explainer.status(value),
      joining: nil,
      children: [],
      exception: nil,
      isDiscretion: false,
      standing: rule.standing,
      uses: [],
      missing: names(value.missing)
    )
    for index in rule.rule.exceptions {
      let exception = book.rules[index]
      guard let when = exception.rule.when, let mentions = exception.when else { continue }
      let holds = try self.value(when.node)
      if holds == .truth(false) { continue }
      let waives = if case .waiver = exception.body { true } else { false }
      let told = ExceptionResult(
        name: exception.rule.name,
        place: exception.rule.place,
        uses: try uses(mentions.all),
        holds: holds == .truth(true),
        waives: waives,
        missing: names(holds.missing)
      )
      if told.holds {
        result.exception = told
        if waives {
          result.status = .waived
        } else {
          result.uses = try uses(exception.mentions.all)
        }
        return result
      }
      // Whether an exception holds is not known, and that keeps the condition undecided.
      if result.exception == nil, result.status == .unknown { result.exception = told }
    }
    switch rule.body {
    case .list(let list):
      result.joining = list.joining
      result.children = try items(list)
    case .formula(let mentions): result.uses = try uses(mentions.all)
    case .table, .dated: result.uses = try uses(rule.mentions.all)
    case .waiver: break
    }
    return result
  }

  /// The items of a list, each with what is below it.
  func items(_ list: ExplainedList) throws(EvaluationFault) -> [ConditionResult] {
    var results: [ConditionResult] = []
    results.reserveCapacity(list.items.count)
    for item in list.items { results.append(try self.item(item)) }
    return results
  }

  private func item(_ item: ExplainedItem) throws(EvaluationFault) -> ConditionResult {
    if let sublist = item.sublist {
      let value = try value(item.item.node)
      let children = try items(sublist)
      return ConditionResult(
        words: item.item.words,
        place: item.place,
        status: Explainer.status(value),
        joining: sublist.joining,
        children: children,
        exception: nil,
        isDiscretion: item.item.isDiscretion,
        standing: children.reduce(item.standing) { min($0, $1.standing) },
        uses: [],
        missing: names(value.missing)
      )
    }
    var result: ConditionResult
    if let index = item.condition {
      result = try condition(book.rules[index], words: item.item.words, place: item.place)
      result.standing = min(result.standing, item.standing)
    } else {
      result = try leaf(
        item.item.node,
        item.mentions,
        words: item.item.words,
        place: item.place,
        standing: min(item.standing, item.mentions?.standing ?? .enacted)
      )
    }
    result.isDiscretion = item.item.isDiscretion
    return result
  }

  /// One condition without others below, but for those that have headings of their own.
  func leaf(
    _ node: Node,
    _ mentions: Mentions?,
    words: Bilingual,
    place: Place,
    standing: Standing
  ) throws(EvaluationFault) -> ConditionResult {
    let value = try value(node)
    var children: [ConditionResult] = []
    for index in mentions?.explained ?? [] {
      let rule = book.rules[index]
      children.append(try condition(rule, words: rule.rule.name, place: rule.rule.place))
    }
    var used: [UsedValue] = []
    if let mentions {
      used.reserveCapacity(mentions.plain.count + mentions.attributes.count)
      try use(mentions.plain, &used)
      if let item { use(mentions.attributes, of: item, &used) }
    }
    return ConditionResult(
      words: words,
      place: place,
      status: Explainer.status(value),
      joining: nil,
      children: children,
      exception: nil,
      isDiscretion: false,
      standing: standing,
      uses: used,
      missing: names(value.missing)
    )
  }

  /// Adds the attributes of the record in hand that a condition uses.
  private func use(
    _ attributes: [Int],
    of item: (records: Int, position: Int),
    _ uses: inout [UsedValue]
  ) {
    let subjects = book.attributes[item.records]
    for index in attributes
    where subjects.indices.contains(index) && frame.record.indices.contains(index) {
      let key = MissingFact.attribute(
        records: item.records,
        item: item.position,
        attribute: index
      )
      uses.append(UsedValue(subjects[index], frame.record[index], provenance: provenance(key)))
    }
  }
}
