import ExpressionLanguage
import Policy
import Scoring
import Testing

/// What must hold of every assessment, whoever the person is.
struct AssessmentChecks {
  let prepared: Prepared
  let facts: Facts
  let assessment: Assessment
  let seed: UInt64

  private var set: PolicySet { prepared.set }
  private var who: Comment { "\(prepared.testDescription), seed \(seed)" }

  /// Checks everything; `openWhen` conditions are evaluated once more to be held against.
  func check() throws {
    listsEverythingOnce()
    for channel in assessment.channels {
      try check(channel)
      for member in channel.family { check(member) }
    }
    for service in assessment.services { check(service) }
  }

  private func listsEverythingOnce() {
    #expect(
      assessment.channels.map(\.name.english).sorted() == set.channels.map(\.name.english).sorted(),
      who
    )
    #expect(assessment.services.map(\.name) == set.services.map(\.name), who)
    let order: [Outcome: Int] = [.open: 0, .undetermined: 1, .closed: 2]
    let keys = assessment.channels.map { (order[$0.outcome] ?? 9, $0.order ?? .max) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }, who)
  }

  private func check(_ channel: ChannelResult) throws {
    #expect((channel.outcome == .undetermined) == !channel.missing.isEmpty, who)
    checkMissing(channel.missing)
    // What stands first in the list of conditions is joined by *all of*.
    #expect(
      AssessmentChecks.joined(channel.conditions, .allOf)
        == AssessmentChecks.truth(channel.outcome),
      "\(channel.id) \(who)"
    )
    for condition in channel.conditions {
      check(condition)
      #expect(channel.standing <= condition.standing, "\(channel.id) \(who)")
    }
    if let total = channel.total { check(total) }
    let step = channel.nextStep
    #expect((channel.outcome == .undetermined) == !step.first.isEmpty, who)
    #expect(step.first.allSatisfy(channel.missing.contains), who)
    for text in step.papers + step.remedy + step.applyAt {
      #expect(text.isCertain == text.missing.isEmpty, who)
      checkMissing(text.missing)
    }
  }

  private func check(_ member: FamilyResult) {
    #expect((member.outcome == .undetermined) == !member.missing.isEmpty, who)
    checkMissing(member.missing)
    for condition in member.conditions { check(condition) }
    let joined = AssessmentChecks.joined(member.conditions, member.joining)
    #expect(joined == AssessmentChecks.truth(member.outcome), who)
    #expect(!member.name.english.isEmpty && !member.name.chinese.isEmpty, who)
  }

  private func check(_ service: ServiceResult) {
    #expect((service.answer == .unknown) == !service.missing.isEmpty, "\(service.id) \(who)")
    checkMissing(service.missing)
    for use in service.uses { #expect(service.standing <= use.standing ?? .enacted, who) }
  }

  private func check(_ condition: ConditionResult) {
    let name: Comment = "\(condition.words.english) \(who)"
    #expect((condition.status == .unknown) == !condition.missing.isEmpty, name)
    checkMissing(condition.missing)
    if condition.status == .waived {
      #expect(condition.exception != nil, name)
      #expect(condition.children.isEmpty, name)
    }
    if let exception = condition.exception, exception.holds {
      #expect(holds(exception.name) && exception.missing.isEmpty, name)
    } else if let exception = condition.exception {
      #expect(isOpen(exception.name) && condition.status == .unknown, name)
      #expect(!exception.missing.isEmpty, name)
    }
    if let joining = condition.joining, condition.exception?.holds != true {
      let joined = AssessmentChecks.joined(condition.children, joining)
      // An exception that may yet apply keeps what is not met undecided, and is named.
      let mayBeWaived = condition.status == .unknown && condition.exception != nil
      #expect(joined == condition.status.truth || mayBeWaived, name)
    }
    for child in condition.children {
      check(child)
      #expect(condition.standing <= child.standing, name)
    }
    for use in condition.uses {
      #expect(condition.standing <= use.standing ?? .enacted, name)
      #expect(!use.value.english.isEmpty && !use.value.chinese.isEmpty, name)
    }
  }

  /// Whether the exception of a name holds, asked of the evaluator itself.
  private func holds(_ name: Bilingual) -> Bool {
    exceptions { $0 == name }.contains(.truth(true))
  }

  /// Whether it is unknown whether the exception of a name holds.
  private func isOpen(_ name: Bilingual) -> Bool {
    exceptions { $0 == name }.contains { !$0.isKnown }
  }

  private func exceptions(_ isWanted: (Bilingual) -> Bool) -> [Value] {
    let evaluator = Evaluator(
      program: set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: assessment.on
    )
    return set.rules.compactMap { rule in
      guard rule.exceptionTo != nil, isWanted(rule.name), let when = rule.when else { return nil }
      return try? evaluator.evaluate(when.node, Evaluator.Frame())
    }
  }

  /// Every line is what the lines below it that count make of it.
  func check(_ line: PointsLine) {
    let name: Comment = "\(line.id) \(who)"
    #expect((line.points == nil) == !line.missing.isEmpty, name)
    checkMissing(line.missing)
    for inner in line.lines {
      check(inner)
      #expect(inner.scale == line.scale, name)
      #expect(line.standing <= inner.standing, name)
    }
    guard let points = line.points, !line.lines.isEmpty else { return }
    let counting = line.lines.filter(\.counts)
    let known = counting.compactMap(\.points)
    #expect(known.count == counting.count, name)
    #expect(known.reduce(0, +) == points, name)
    let left = line.lines.filter { !$0.counts }.compactMap(\.points)
    guard let counted = counting.first?.points else { return }
    switch line.joining {
    case .highestOf: #expect(left.allSatisfy { $0 <= counted }, name)
    case .lowestOf: #expect(left.allSatisfy { $0 >= counted }, name)
    default: #expect(left.isEmpty, name)
    }
  }

  /// Nothing is missing that was given.
  private func checkMissing(_ missing: [MissingName]) {
    let open = Set(unknownNames)
    #expect(missing.allSatisfy { open.contains($0.id) }, "\(missing.map(\.id)) \(who)")
    #expect(Set(missing.map(\.id)).count == missing.count, who)
  }

  /// The names of all facts that are unknown.
  var unknownNames: [String] {
    let model = prepared.model
    var names: [String] = []
    for (fact, value) in zip(model.facts, facts.values) where !value.isKnown {
      names.append(NameKey.identifier(fact.name.english))
    }
    for (kind, records) in zip(model.records, facts.records) {
      let name = NameKey.identifier(kind.name.english)
      guard case .known(let rows) = records else {
        names.append(name)
        continue
      }
      for (item, row) in rows.enumerated() {
        for (attribute, value) in zip(kind.attributes, row) where !value.isKnown {
          names.append("\(name).\(item + 1).\(NameKey.identifier(attribute.name.english))")
        }
      }
    }
    return names
  }

  private static func truth(_ outcome: Outcome) -> Bool? {
    switch outcome {
    case .open: true
    case .closed: false
    case .undetermined: nil
    }
  }

  /// What conditions give together, by Kleene.
  private static func joined(_ conditions: [ConditionResult], _ joining: ListOperator) -> Bool? {
    let truths = conditions.map(\.status.truth)
    switch joining {
    case .allOf: return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .anyOf: return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .noneOf: return truths.contains(true) ? false : truths.contains(nil) ? nil : true
    default: return nil
    }
  }
}

extension ConditionStatus {
  /// Whether the condition stands in nobody's way; `nil` where that is not known.
  var truth: Bool? {
    switch self {
    case .met, .waived: true
    case .notMet: false
    case .unknown: nil
    }
  }
}
