package import ExpressionLanguage
package import Policy

/// The same people decided by two versions of law on the same day.
package struct PeopleComparison: Sendable {
  /// One thing that a person gets differently.
  package struct Difference: Hashable, Sendable {
    /// The channel or service.
    package var what: Bilingual
    /// What the older version gives.
    package var old: Bilingual
    /// What the newer version gives.
    package var new: Bilingual
  }

  /// One person who gets something else.
  package struct Person: Sendable {
    /// The file, or the scenario with its place.
    package var name: String
    /// What is different.
    package var differences: [Difference]
  }

  /// How many people were decided by both.
  package private(set) var compared = 0
  /// How many could not be put to both, because a fact or rule is in one of them only.
  package private(set) var notCompared = 0
  /// Those who get something else.
  package private(set) var differing: [Person] = []

  private let old: Assessor
  private let new: Assessor
  /// The rules whose values are compared too.
  private let rules: [(old: Rule, new: Rule)]

  /// Prepares to compare two sets; of the rules that differ, what they give is compared too.
  package init(_ old: Assessor, _ new: Assessor, rules: [(old: Int, new: Int)] = []) {
    self.old = old
    self.new = new
    self.rules = rules.map { (old.set.rules[$0.old], new.set.rules[$0.new]) }
      .filter { $0.old.standsAlone && $0.new.standsAlone }
  }

  /// Decides a person by both, each with the facts as its dictionaries type them.
  package mutating func add(
    _ name: String,
    _ before: (facts: Facts, given: [Int: Value]),
    _ after: (facts: Facts, given: [Int: Value]),
    on day: CivilDate
  ) {
    do throws(EvaluationFault) {
      var one = told(try old.decide(before.facts, on: day, given: before.given), old.set)
      var other = told(try new.decide(after.facts, on: day, given: after.given), new.set)
      one += try values(of: rules.map(\.old), before, old.set, on: day)
      other += try values(of: rules.map(\.new), after, new.set, on: day)
      compared += 1
      let differences = PeopleComparison.differences(one, other)
      if !differences.isEmpty { differing.append(Person(name: name, differences: differences)) }
    } catch {
      notCompared += 1
    }
  }

  /// Decides the people of all scenarios of a library that are about a measure of both sets.
  ///
  /// - Complexity: linear in the scenarios.
  package mutating func addScenarios(of library: PolicyLibrary) {
    for (_, document) in library.scenarios {
      let id = document.front.id
      guard let mine = old.set.measures.firstIndex(where: { $0.id == id }),
        let yours = new.set.measures.firstIndex(where: { $0.id == id })
      else { continue }
      var report = Report()
      for scenario in ScenarioReader.scenarios(document, &report) {
        var one = ScenarioPlayer(assessor: old, measure: mine, scenario: scenario)
        var other = ScenarioPlayer(assessor: new, measure: yours, scenario: scenario)
        guard let before = one.person(), let after = other.person() else {
          notCompared += 1
          continue
        }
        let line = document.source.line(at: scenario.range.start)
        add("\(document.source.name):\(line) \(scenario.name)", before, after, on: scenario.day)
      }
    }
  }

  // MARK: Outcomes

  /// What some rules give; what is not known is told by the facts that are missing elsewhere.
  private func values(
    of rules: [Rule],
    _ person: (facts: Facts, given: [Int: Value]),
    _ set: PolicySet,
    on day: CivilDate
  ) throws(EvaluationFault) -> Told {
    let evaluator = Evaluator(
      program: set.program,
      facts: person.facts.values,
      records: person.facts.records,
      legalDate: day,
      given: person.given
    )
    var told: Told = []
    for (rule, name) in zip(rules, self.rules.map(\.new.name)) {
      let value = try evaluator.value(of: rule.id)
      told.append(
        (name, Bilingual(rule.type.text(value, .english), rule.type.text(value, .chinese)))
      )
    }
    return told
  }

  private typealias Told = [(name: Bilingual, answer: Bilingual)]

  private func told(_ decision: Decision, _ set: PolicySet) -> Told {
    var told: Told = []
    for (channel, way) in zip(set.channels, decision.channels) {
      var answer = PeopleComparison.words(way.outcome)
      if let total = way.total, let type = channel.rankedBy?.type, total.isKnown {
        answer.english += ", " + type.text(total, .english)
        answer.chinese += "，" + type.text(total, .chinese)
      }
      told.append((channel.name, answer))
    }
    for (service, answer) in zip(set.services, decision.services) {
      told.append((service.name, PeopleComparison.words(answer)))
    }
    return told
  }

  private static func differences(_ one: Told, _ other: Told) -> [Difference] {
    let none = Bilingual("not there", "无此项")
    var differences: [Difference] = []
    for (name, after) in other {
      let before = one.first { $0.name == name }?.answer ?? none
      if before != after { differences.append(Difference(what: name, old: before, new: after)) }
    }
    for (name, before) in one where !other.contains(where: { $0.name == name }) {
      differences.append(Difference(what: name, old: before, new: none))
    }
    return differences
  }

  private static func words(_ outcome: Outcome) -> Bilingual {
    switch outcome {
    case .open: Bilingual("open", "可以办理")
    case .undetermined: Bilingual("undetermined", "尚不能确定")
    case .closed: Bilingual("closed", "不能办理")
    }
  }

  private static func words(_ answer: ServiceResult.Answer) -> Bilingual {
    switch answer {
    case .open: Bilingual("open", "可以享受")
    case .closed: Bilingual("closed", "不能享受")
    case .suspended: Bilingual("suspended", "中止")
    case .unknown: Bilingual("unknown", "尚不能确定")
    }
  }
}
