import ExpressionLanguage
import Policy

/// Holds an assessment against what a scenario expects.
struct ScenarioJudge {
  let set: PolicySet
  let measure: Int
  let assessment: Assessment
  let evaluator: Evaluator

  /// What is not as expected; `because` and `missing` speak of the channel or service above them.
  func failures(
    _ expectations: [Scenario.Expectation]
  ) throws(EvaluationFault) -> [Diagnostic] {
    var failures: [Diagnostic] = []
    var reasons: Set<String> = []
    var missing: Set<String> = []
    for expectation in expectations {
      let name = expectation.name
      if let channel = channel(name) {
        (reasons, missing) = (citations(channel.conditions), Set(channel.missing.map(\.id)))
        let found = ScenarioJudge.words[channel.outcome] ?? ""
        check(expectation, found, &failures)
      } else if let service = service(name) {
        (reasons, missing) = ([], Set(service.missing.map(\.id)))
        check(expectation, service.answer.rawValue, &failures)
      } else if name == "because" {
        let wanted = expectation.cell.text.split(separator: ",").map { NameKey.of(String($0)) }
        let absent = wanted.filter { !reasons.contains($0) }
        if !absent.isEmpty {
          let found = reasons.isEmpty ? "nothing" : reasons.sorted().joined(separator: ", ")
          failures.append(.unexpected(expectation.cell.text, found, at: expectation.cell.range))
        }
      } else if name == "missing" {
        let wanted = Set(
          expectation.cell.text.split(separator: ",").map { NameKey.identifier(String($0)) }
        )
        if wanted != missing {
          let found = missing.isEmpty ? "nothing" : missing.sorted().joined(separator: ", ")
          failures.append(.unexpected(expectation.cell.text, found, at: expectation.cell.range))
        }
      } else if name.hasPrefix("family of "), let channel = channel(String(name.dropFirst(10))) {
        let found = channel.family.filter { $0.outcome == .open }.map { "(\($0.position))" }
        check(expectation, found.isEmpty ? "none" : found.joined(separator: ", "), &failures)
      } else if case .rule(let index) = set.names[measure][name] {
        let rule = set.rules[index]
        if rule.standsAlone {
          try self.rule(rule, expectation, &failures)
        } else {
          failures.append(.needsMore(rule.name, at: expectation.nameRange))
        }
      } else {
        let known =
          set.names[measure].keys.sorted() + set.channels.map { NameKey.of($0.name.english) }
        failures.append(.unknownExpectation(name, known, at: expectation.nameRange))
      }
    }
    return failures
  }

  private static let words: [Outcome: String] = [
    .open: "eligible", .closed: "not eligible", .undetermined: "undetermined",
  ]

  private func channel(_ name: String) -> ChannelResult? {
    assessment.channels.first { NameKey.of($0.name.english) == name }
  }

  private func service(_ name: String) -> ServiceResult? {
    assessment.services.first { NameKey.of($0.name.english) == name }
  }

  /// The citations of every condition that is not met, and of every exception that holds.
  private func citations(_ conditions: [ConditionResult]) -> Set<String> {
    var found: Set<String> = []
    for condition in conditions {
      if condition.status == .notMet {
        found.insert(NameKey.of(condition.place.citation(.english)))
      }
      if let exception = condition.exception {
        found.insert(NameKey.of(exception.place.citation(.english)))
      }
      found.formUnion(citations(condition.children))
    }
    return found
  }

  private func check(
    _ expectation: Scenario.Expectation,
    _ found: String,
    _ failures: inout [Diagnostic]
  ) {
    if NameKey.of(expectation.cell.text) != found {
      failures.append(.unexpected(expectation.cell.text, found, at: expectation.cell.range))
    }
  }

  private func rule(
    _ rule: Rule,
    _ expectation: Scenario.Expectation,
    _ failures: inout [Diagnostic]
  ) throws(EvaluationFault) {
    let (text, quoted) = ScenarioPlayer.unquoted(expectation.cell.text)
    let value = try evaluator.value(of: rule.id)
    if text == "?", !quoted {
      if value.isKnown {
        failures.append(.unexpected("?", rule.type.canonical(value), at: expectation.cell.range))
      }
      return
    }
    if case .list(let element) = rule.type.base {
      let wanted = Glossed.split(expectation.cell.text, at: ",").map {
        ScenarioPlayer.unquoted($0.trimmingSpaces).text
      }
      var found: [String] = []
      if case .list(let values) = value {
        found = values.map { ValueType(element).canonical($0) }
      }
      let isNone = wanted == ["none"] && found.isEmpty && value.isKnown
      if wanted != found, !isNone {
        failures.append(
          .unexpected(
            expectation.cell.text,
            rule.type.canonical(value),
            at: expectation.cell.range
          )
        )
      }
      return
    }
    var reader = ScalarReader(fact: rule.asFact, key: .fact(0))
    guard let wanted = reader.value(text, quoted: quoted, at: expectation.cell.range) else {
      failures += reader.diagnostics.sorted
      return
    }
    if wanted != value {
      let found =
        rule.type.number == nil ? rule.type.canonical(value) : rule.type.text(value, .english)
      failures.append(
        .unexpected(expectation.cell.text, found, at: expectation.cell.range)
      )
    }
  }
}

extension Diagnostic {
  static func unexpected(_ wanted: String, _ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unexpected-result",
      at: range,
      Bilingual("expected \(wanted), found \(found)", "预期\(wanted)，实得\(found)")
    )
  }

  static func unknownExpectation(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: name, among: known)
    return Diagnostic(
      "unknown-expectation",
      at: range,
      Bilingual("nothing here is called \(name)", "没有名为“\(name)”的规则、渠道或服务"),
      fix: near.map { Bilingual($0, $0) }
    )
  }
}
