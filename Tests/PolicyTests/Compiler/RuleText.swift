import ExpressionLanguage
import Policy

/// Writes a compiled set of measures as text, so that a golden file can hold it.
struct RuleText {
  let set: PolicySet
  private let nodes: NodeText

  init(_ set: PolicySet) {
    self.set = set
    nodes = NodeText(
      facts: set.model.facts.map(\.name.english),
      records: set.model.records.map { ($0.name.english, $0.attributes.map(\.name.english)) },
      rules: set.rules.map(\.name.english)
    )
  }

  var text: String {
    var parts = set.rules.map(rule) + set.channels.map(channel) + set.services.map(service)
    parts += set.office.map(office)
    parts += set.measures.flatMap { measure in
      measure.articles.map { "article \(both($0.heading)): \($0.binding.rawValue)\n" }
    }
    parts += set.model.impossible.map {
      "impossible \(both($0.words))\n    \(nodes.text($0.node))\n"
    }
    return parts.joined()
  }

  private func both(_ text: Bilingual) -> String { "\(text.english) · \(text.chinese)" }

  private func rule(_ rule: Rule) -> String {
    var text = "rule \(both(rule.name))\n"
    text += "    at \(rule.place.citation(.english)) · \(rule.place.citation(.chinese))"
    text += ", \(standing(rule.standing))\(sources(rule.sources))\n"
    text += "    gives \(type(rule.type))\n"
    for parameter in rule.parameters {
      text += "    given \(parameter.name): \(type(parameter.type))\n"
    }
    if let records = rule.records {
      text += "    each of \(set.model.records[records].name.english)\n"
    }
    text += body(rule.body)
    for limit in rule.limits {
      text += "    \(limit.kind) \(limit.text): \(nodes.text(limit.node))\n"
    }
    if let when = rule.when { text += "    when \(when.text)\n" }
    for exception in rule.exceptions {
      text += "    except \(set.rules[exception].name.english)\n"
    }
    if let other = rule.exceptionTo {
      text += "    exception to \(set.rules[other].name.english)\n"
    }
    return text + "    \(nodes.text(rule.node))\n" + sample(rule)
  }

  /// What the rule gives for one person of whom everything is known, and for one unknown person.
  private func sample(_ rule: Rule) -> String {
    guard rule.parameters.isEmpty, let day = CivilDate(year: 2024, month: 6, day: 1) else {
      return ""
    }
    func value(_ person: SamplePerson) -> String {
      let evaluator = Evaluator(
        program: set.program,
        facts: person.facts,
        records: person.records,
        legalDate: day
      )
      do throws(EvaluationFault) {
        let found =
          if let kind = rule.records {
            try evaluator.value(of: rule.id, record: person.first(of: kind))
          } else {
            try evaluator.value(of: rule.id)
          }
        return rule.type.canonical(found)
      } catch {
        return "\(error.kind)"
      }
    }
    let known = value(SamplePerson(set.model))
    return "    = \(known), of somebody unknown \(value(SamplePerson(unknown: set.model)))\n"
  }

  private func standing(_ note: StandingNote) -> String {
    note.standing.word + (note.reason.isEmpty ? "" : " (\(note.reason))")
  }

  private func sources(_ sources: [SourceReference]) -> String {
    sources.map { ", [\($0.key) \($0.place)]" }.joined()
  }

  func type(_ type: ValueType) -> String {
    base(type.base) + (type.isOptional ? " or none" : "")
  }

  private func base(_ base: ValueType.Base) -> String {
    switch base {
    case .truth: return "yes/no"
    case .number(let number):
      let low = DecimalLiteral(units: number.least, scale: number.scale)
      let high = DecimalLiteral(units: number.greatest, scale: number.scale)
      let values = number.values.map { values in
        " in "
          + values.map { "\(DecimalLiteral(units: $0, scale: number.scale))" }
          .joined(separator: " ")
      }
      let unit = number.unit.isNone ? "" : " " + number.unit.name(.english)
      return "number \(low)..\(high)\(unit)\(values ?? "")"
    case .date(let low, let high): return "date \(low)..\(high)"
    case .instant: return "instant"
    case .text: return "text"
    case .choice(let choice):
      return choice.values.map { "\"\($0.label)\" \($0.chinese)" }
        .joined(separator: choice.isOrdered ? " < " : ", ")
    case .list(let element): return "list of " + self.base(element)
    case .invalid: return "invalid"
    }
  }

  private func body(_ body: RuleBody) -> String {
    switch body {
    case .formula(let formula): return "    formula \(formula.text)\n"
    case .list(let list): return self.list(list, "    ")
    case .table(let table):
      let rows = table.rows.map { row in
        row.clause + (row.standing.map { " " + standing($0) } ?? "") + sources(row.sources)
      }
      return "    table \(table.decision.hit.rawValue) of "
        + table.columns.map { both($0.name) }.joined(separator: ", ")
        + ": " + rows.joined(separator: "; ") + "\n"
    case .dated(let entries, let isList):
      return "    dated \(isList ? "list" : "value") "
        + entries.map { "\($0.from)..\($0.until.map(\.description) ?? "")" }
        .joined(separator: ", ") + "\n"
    case .waiver: return "    waiver\n"
    }
  }

  private func list(_ list: RuleList, _ indent: String) -> String {
    var text = "\(indent)\(list.joining)\n"
    for item in list.items {
      text += "\(indent)  \(item.clause) \(both(item.words))"
      if let formula = item.formula { text += " `\(formula.text)`" }
      if item.isDiscretion { text += " discretion" }
      if let note = item.standing { text += " " + standing(note) }
      text += "\(sources(item.sources))\n"
      if let sublist = item.sublist { text += self.list(sublist, indent + "    ") }
    }
    return text
  }

  private func channel(_ channel: Channel) -> String {
    var text = "channel \(both(channel.name))\n    open when \(channel.openWhen.text)\n"
    if let ranked = channel.rankedBy { text += "    ranked by \(ranked.text)\n" }
    switch channel.ties {
    case .earliest(let formula): text += "    ties earliest \(formula.text)\n"
    case .highest(let formula): text += "    ties highest \(formula.text)\n"
    case .some(let ties): text += "    ties \(ties)\n"
    case nil: break
    }
    switch channel.plan {
    case .number(let formula): text += "    plan \(formula.text)\n"
    case .outside: text += "    plan outside\n"
    case nil: break
    }
    if let family = channel.family { text += "    family \(set.rules[family].name.english)\n" }
    if let who = channel.confirmedBy { text += "    confirmed by \(both(who))\n" }
    if let what = channel.leadsTo { text += "    leads to \(both(what))\n" }
    if let order = channel.order { text += "    order \(order)\n" }
    for key in channel.standings.keys.sorted() {
      guard let note = channel.standings[key] else { continue }
      text += "    \(key): \(standing(note))\(sources(channel.sources[key] ?? []))\n"
    }
    return text
  }

  private func service(_ service: Service) -> String {
    var text = "service \(both(service.name))\n"
    text += "    at \(service.place.citation(.english)) · \(service.place.citation(.chinese))"
    text += ", \(standing(service.standing))\(sources(service.sources))\n"
    if !service.providedBy.isEmpty { text += "    provided by \(both(service.providedBy))\n" }
    text += "    open when \(nodes.text(service.openWhen))\n"
    if let suspended = service.suspendedWhen {
      text += "    suspended when \(nodes.text(suspended))\n"
    }
    return text
  }

  private func office(_ entry: OfficeEntry) -> String {
    let values = zip(entry.values, entry.types).map { value, type in
      type.text(value, .english)
    }
    let round = entry.round.map { " of \($0)" } ?? ""
    return "office \(both(entry.name))\(round): \(values.joined(separator: "; "))"
      + ", \(standing(entry.standing))\(sources(entry.sources))\n"
  }
}
