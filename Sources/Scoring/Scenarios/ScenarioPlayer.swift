import ExpressionLanguage
import Policy

/// Plays one scenario: gives the facts, assesses, and holds the result against what is expected.
struct ScenarioPlayer {
  let assessor: Assessor
  let measure: Int
  let scenario: Scenario
  var failures: [Diagnostic] = []
  /// Notes what is exercised, where that is asked for.
  var recorder: CoverageRecorder?

  init(assessor: Assessor, measure: Int, scenario: Scenario) {
    self.assessor = assessor
    self.measure = measure
    self.scenario = scenario
  }

  private var set: PolicySet { assessor.set }

  /// What is not as expected, or cannot be read.
  mutating func play() -> [Diagnostic] {
    guard let (facts, given) = person() else { return failures }
    let day = scenario.day
    do throws(EvaluationFault) {
      for words in try assessor.impossible(facts, on: day) {
        failures.append(.impossibleScenario(words, at: scenario.range))
      }
      let assessment = try assessor.assess(facts, on: day, given: given)
      let evaluator = Evaluator(
        program: set.program,
        facts: facts.values,
        records: facts.records,
        legalDate: day,
        given: given
      )
      let judge = ScenarioJudge(
        set: set,
        measure: measure,
        assessment: assessment,
        evaluator: evaluator
      )
      failures += try judge.failures(scenario.expectations)
      try recorder?.record(scenario.expectations.map(\.name), assessment, evaluator)
    } catch {
      let name = set.rules[error.definition].name
      failures.append(.scenarioFault(name, "\(error.kind)", at: scenario.range))
    }
    return failures
  }

  /// Who the scenario is about: the facts, and the values that stand in for rules; `nil` where
  /// something cannot be read, which `failures` then says.
  mutating func person() -> (facts: Facts, given: [Int: Value])? {
    var facts = Facts(
      factCount: set.model.facts.count,
      recordsCount: set.model.records.count
    )
    var given: [Int: Value] = [:]
    var names: Set<String> = []
    for entry in scenario.given {
      if !names.insert(entry.name).inserted {
        failures.append(.givenTwice(entry.name, at: entry.nameRange))
      }
      if entry.name != "legal date" {
        give(entry, &facts, &given)
      } else if CivilDate(entry.cell.text) == nil {
        failures.append(.unreadableExpectation(entry.cell.text, at: entry.cell.range))
      }
    }
    for entry in scenario.records {
      if !names.insert(entry.name).inserted {
        failures.append(.givenTwice(entry.name, at: entry.nameRange))
      }
      give(entry, &facts)
    }
    return failures.isEmpty ? (facts, given) : nil
  }

  private func fact(_ name: String) -> Int? {
    set.model.facts.firstIndex { NameKey.of($0.name.english) == name }
  }

  private func records(_ name: String) -> Int? {
    set.model.records.firstIndex { NameKey.of($0.name.english) == name }
  }

  private mutating func give(
    _ entry: Scenario.Given,
    _ facts: inout Facts,
    _ given: inout [Int: Value]
  ) {
    let (text, quoted) = ScenarioPlayer.unquoted(entry.cell.text)
    if let index = fact(entry.name) {
      facts.values[index] =
        read(text, quoted, set.model.facts[index], .fact(index), entry.cell.range)
        ?? facts.values[index]
    } else if let index = records(entry.name) {
      switch text {
      case "none": facts.records[index] = .known([])
      case "?": break
      default: failures.append(.notRecords(set.model.records[index].name, at: entry.cell.range))
      }
    } else if case .rule(let index) = set.names[measure][entry.name] {
      let rule = set.rules[index]
      guard rule.standsAlone else {
        failures.append(.needsMore(rule.name, at: entry.nameRange))
        return
      }
      let key = MissingFact.fact(set.model.facts.count + index)
      given[index] = read(text, quoted, rule.asFact, key, entry.cell.range)
    } else {
      let known =
        set.model.facts.map { NameKey.of($0.name.english) }
        + set.names[measure].keys.sorted()
      failures.append(.unknownFact(entry.name, known, at: entry.nameRange))
    }
  }

  private mutating func read(
    _ text: String,
    _ quoted: Bool,
    _ fact: Fact,
    _ key: MissingFact,
    _ range: SourceRange,
    grain: Grain? = nil,
    isEnd: Bool = false
  ) -> Value? {
    var reader = ScalarReader(fact: fact, key: key, grain: grain, isEnd: isEnd)
    let value = reader.value(text, quoted: quoted, at: range)
    failures += reader.diagnostics.sorted
    return value
  }

  /// A cell without its gloss and quotes, and whether it had quotes.
  static func unquoted(_ text: String) -> (text: String, quoted: Bool) {
    let bare = Glossed.parts(text).first ?? text
    guard bare.count >= 2, bare.hasPrefix("\""), bare.hasSuffix("\"") else { return (bare, false) }
    return (String(bare.dropFirst().dropLast()), true)
  }

  private mutating func give(_ entry: Scenario.GivenRecords, _ facts: inout Facts) {
    guard let index = records(entry.name) else {
      let known = set.model.records.map { NameKey.of($0.name.english) }
      failures.append(.unknownFact(entry.name, known, at: entry.nameRange))
      return
    }
    let kind = set.model.records[index]
    var columns: [Int?] = []
    for cell in entry.header.dropFirst() {
      let name = NameKey.of(Glossed.halves(cell.text).english)
      let column = kind.attributes.firstIndex { NameKey.of($0.name.english) == name }
      if column == nil {
        let known = kind.attributes.map { NameKey.of($0.name.english) }
        failures.append(.unknownFact(name, known, at: cell.range))
      }
      columns.append(column)
    }
    if entry.rows.count > kind.most {
      let count = entry.rows.count
      failures.append(.tooManyRecords(kind.name, kind.most, count, at: entry.nameRange))
      return
    }
    var rows: [[Value]] = []
    for (position, row) in entry.rows.enumerated() {
      var values = kind.attributes.indices.map { attribute in
        Value.unknown(
          Missing(.attribute(records: index, item: position, attribute: attribute))
        )
      }
      for (cell, column) in zip(row.dropFirst(), columns) {
        guard let column else { continue }
        let (text, quoted) = ScenarioPlayer.unquoted(cell.text)
        let key = MissingFact.attribute(records: index, item: position, attribute: column)
        let grain = column < 2 ? kind.grain : nil
        values[column] =
          read(
            text,
            quoted,
            kind.attributes[column],
            key,
            cell.range,
            grain: grain,
            isEnd: kind.grain != nil && column == 1
          ) ?? values[column]
      }
      if kind.grain != nil, case .date(let from) = values[0], case .date(let to) = values[1],
        to < from, let first = row.first
      {
        failures.append(.spellBackwards(kind.name, at: first.range))
      }
      rows.append(values)
    }
    facts.records[index] = .known(rows)
  }
}

extension Rule {
  /// Whether the rule has one value for a person, not one for each argument or record.
  var standsAlone: Bool { parameters.isEmpty && records == nil }

  /// The rule as something that can be given, without bounds.
  var asFact: Fact {
    var open = type
    switch open.base {
    case .number(var number):
      (number.least, number.greatest, number.values) = (.min, .max, nil)
      open.base = .number(number)
    case .date: open.base = .date(.earliest, .latest)
    default: break
    }
    return Fact(
      name: name,
      type: open,
      verifiedBy: Bilingual("", ""),
      isPersonal: false,
      change: .fixed,
      file: "",
      range: range
    )
  }
}
