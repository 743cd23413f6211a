import ExpressionLanguage
import Policy

/// Notes what one scenario exercises: of the rules on which what it expects depends, and no others,
/// because what nothing is expected of could change unnoticed.
struct CoverageRecorder {
  let assessor: Assessor
  let measure: Int
  private(set) var coverage: Coverage

  private var set: PolicySet { assessor.set }

  init(_ assessor: Assessor, measure: Int, coverage: Coverage) {
    self.assessor = assessor
    self.measure = measure
    self.coverage = coverage
    declare()
  }

  private func point(
    _ rule: Rule,
    _ event: CoveragePoint.Event,
    _ clause: String = ""
  ) -> CoveragePoint {
    CoveragePoint(
      policy: set.measures[rule.measure].id,
      name: rule.name,
      place: clause.isEmpty ? rule.place : rule.place.clause(clause),
      event: event
    )
  }

  /// Everything of the measure that a scenario could exercise.
  private mutating func declare() {
    for rule in set.rules where rule.measure == measure && rule.parameters.isEmpty {
      switch rule.body {
      case .table(let table):
        for row in table.rows { coverage.declare(point(rule, .row, row.clause)) }
      case .dated(let entries, _):
        for entry in entries {
          coverage.declare(point(rule, .inForce, "(\(entry.from))"))
        }
      case .list(let list): items(list, "") { self.coverage.declare(self.point(rule, $1, $0)) }
      case .formula, .waiver: break
      }
      for limit in rule.limits {
        for event in [CoveragePoint.Event.limited, .notLimited] {
          coverage.declare(point(rule, event, " " + limit.text))
        }
      }
      if rule.when != nil {
        let events: [CoveragePoint.Event] =
          rule.exceptionTo == nil ? [.applied, .notApplied] : [.held, .notHeld]
        for event in events { coverage.declare(point(rule, event)) }
      }
    }
    for channel in set.channels where channel.measure == measure {
      for event in [CoveragePoint.Event.open, .closed, .undetermined] {
        coverage.declare(
          CoveragePoint(
            policy: set.measures[measure].id,
            name: channel.name,
            place: channel.place,
            event: event
          )
        )
      }
    }
    for service in set.services where service.measure == measure {
      let events: [CoveragePoint.Event] =
        service.suspendedWhen == nil ? [.open, .closed] : [.open, .closed, .suspended]
      for event in events {
        coverage.declare(
          CoveragePoint(
            policy: set.measures[measure].id,
            name: service.name,
            place: service.place,
            event: event
          )
        )
      }
    }
  }

  /// Both events of each condition of a list, at every level.
  private func items(
    _ list: RuleList,
    _ prefix: String,
    _ visit: (String, CoveragePoint.Event) -> Void
  ) {
    for item in list.items {
      if item.type == .truth {
        visit(prefix + item.clause, .met)
        visit(prefix + item.clause, .notMet)
      }
      if let sublist = item.sublist { items(sublist, prefix + item.clause, visit) }
    }
  }

  /// Notes what a scenario has exercised of rules, channels and services.
  mutating func record(
    _ expectations: [String],
    _ assessment: Assessment,
    _ evaluator: Evaluator
  ) throws(EvaluationFault) {
    var roots: Set<Int> = []
    for name in expectations {
      let bare = name.hasPrefix("family of ") ? String(name.dropFirst(10)) : name
      if case .rule(let index) = set.names[measure][bare] { roots.insert(index) }
      for channel in set.channels where NameKey.of(channel.name.english) == bare {
        roots.formUnion(channel.openWhen.references.definitions)
        if name != bare, let family = channel.family { roots.insert(family) }
        outcome(channel, assessment)
      }
      for service in set.services where NameKey.of(service.name.english) == bare {
        roots.formUnion(service.references.definitions)
        answer(service, assessment)
      }
    }
    for index in reachable(roots).sorted() where set.rules[index].measure == measure {
      try record(set.rules[index], evaluator)
    }
  }

  private func reachable(_ roots: Set<Int>) -> Set<Int> {
    var seen = roots
    var open = Array(roots)
    while let index = open.popLast() {
      let rule = set.rules[index]
      for next in rule.references.definitions.union(rule.exceptions)
      where seen.insert(next).inserted {
        open.append(next)
      }
    }
    return seen
  }

  private mutating func outcome(_ channel: Channel, _ assessment: Assessment) {
    let id = NameKey.identifier(channel.name.english)
    guard let result = assessment.channels.first(where: { $0.id == id }) else { return }
    let event: CoveragePoint.Event =
      switch result.outcome {
      case .open: .open
      case .closed: .closed
      case .undetermined: .undetermined
      }
    coverage.reach(
      CoveragePoint(
        policy: result.policy,
        name: channel.name,
        place: channel.place,
        event: event
      )
    )
  }

  private mutating func answer(_ service: Service, _ assessment: Assessment) {
    let id = NameKey.identifier(service.name.english)
    guard let result = assessment.services.first(where: { $0.id == id }) else { return }
    let event: CoveragePoint.Event
    switch result.answer {
    case .open: event = .open
    case .closed: event = .closed
    case .suspended: event = .suspended
    case .unknown: return
    }
    coverage.reach(
      CoveragePoint(
        policy: result.policy,
        name: service.name,
        place: service.place,
        event: event
      )
    )
  }

  private mutating func record(
    _ rule: Rule,
    _ evaluator: Evaluator
  ) throws(EvaluationFault) {
    guard rule.parameters.isEmpty else { return }
    guard let kind = rule.records else {
      try record(rule, evaluator, Evaluator.Frame())
      return
    }
    guard case .known(let rows) = evaluator.records[kind] else { return }
    for row in rows { try record(rule, evaluator, Evaluator.Frame(record: row)) }
  }

  private mutating func record(
    _ rule: Rule,
    _ evaluator: Evaluator,
    _ frame: Evaluator.Frame
  ) throws(EvaluationFault) {
    if let when = rule.when {
      let value = try evaluator.evaluate(when.node, frame)
      let isException = rule.exceptionTo != nil
      if value == .truth(true) { coverage.reach(point(rule, isException ? .held : .applied)) }
      if value == .truth(false) {
        coverage.reach(point(rule, isException ? .notHeld : .notApplied))
        return
      }
    }
    switch rule.body {
    case .table(let table):
      let applied = try evaluator.rows(of: table.decision, frame)
      for (row, value) in zip(table.rows, applied) where value == .truth(true) {
        coverage.reach(point(rule, .row, row.clause))
      }
    case .dated(let entries, let isList):
      let day = evaluator.legalDate
      let current = entries.filter { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
      for entry in isList ? current : Array(current.suffix(1)) {
        coverage.reach(point(rule, .inForce, "(\(entry.from))"))
      }
    case .list(let list): try record(list, "", rule, evaluator, frame)
    case .formula, .waiver: break
    }
    try recordLimits(rule, evaluator, frame)
  }

  private mutating func record(
    _ list: RuleList,
    _ prefix: String,
    _ rule: Rule,
    _ evaluator: Evaluator,
    _ frame: Evaluator.Frame
  ) throws(EvaluationFault) {
    for item in list.items {
      if item.type == .truth {
        let value = try evaluator.evaluate(item.node, frame)
        if value == .truth(true) { coverage.reach(point(rule, .met, prefix + item.clause)) }
        if value == .truth(false) { coverage.reach(point(rule, .notMet, prefix + item.clause)) }
      }
      if let sublist = item.sublist {
        try record(sublist, prefix + item.clause, rule, evaluator, frame)
      }
    }
  }

  private mutating func recordLimits(
    _ rule: Rule,
    _ evaluator: Evaluator,
    _ frame: Evaluator.Frame
  ) throws(EvaluationFault) {
    guard case .number(var current) = try evaluator.evaluate(rule.bodyNode, frame) else { return }
    for limit in rule.limits {
      guard case .number(let bound) = try evaluator.evaluate(limit.node, frame) else { return }
      let next = limit.kind == .atMost ? min(current, bound) : max(current, bound)
      coverage.reach(point(rule, next == current ? .notLimited : .limited, " " + limit.text))
      current = next
    }
  }
}
