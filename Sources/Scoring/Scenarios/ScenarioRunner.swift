import ExpressionLanguage
package import Policy

/// Runs the scenarios of a library: examples with the results they must have.
package struct ScenarioRunner {
  /// What was run.
  package struct Summary: Sendable {
    /// How many scenarios, each row of an edge table one.
    package var scenarios = 0
    /// How many expectations.
    package var expectations = 0
    /// How many scenarios failed.
    package var failed = 0
    /// What the scenarios exercise, where it was asked for.
    package var coverage = Coverage()
    /// What failed, at the cell that expects it.
    package var report = Report()
  }

  private let library: PolicyLibrary
  private var assessors: [String: Assessor] = [:]
  private var broken: Set<String> = []
  private let measuresCoverage: Bool

  /// Prepares to run the scenarios of a library.
  package init(_ library: PolicyLibrary, measuresCoverage: Bool = false) {
    self.library = library
    self.measuresCoverage = measuresCoverage
  }

  /// Runs every scenario of the files whose names begin with `scope`.
  ///
  /// - Complexity: linear in the scenarios; each set of versions is compiled once.
  package mutating func run(_ scope: String = "") -> Summary {
    var summary = Summary()
    for (_, document) in library.scenarios where document.source.name.hasPrefix(scope) {
      for scenario in ScenarioReader.scenarios(document, &summary.report) {
        summary.scenarios += 1
        summary.expectations += scenario.expectations.count
        let failures = run(scenario, document, &summary.coverage)
        if !failures.isEmpty { summary.failed += 1 }
        for failure in failures { summary.report.insert(failure, in: document.source) }
      }
    }
    return summary
  }

  private mutating func run(
    _ scenario: Scenario,
    _ document: Document,
    _ coverage: inout Coverage
  ) -> [Diagnostic] {
    let id = document.front.id
    let day = scenario.day
    guard let assessor = assessor(id, on: day),
      let measure = assessor.set.measures.firstIndex(where: { $0.id == id })
    else { return [.noSet(id, day, at: scenario.range)] }
    var player = ScenarioPlayer(assessor: assessor, measure: measure, scenario: scenario)
    guard measuresCoverage else { return player.play() }
    player.recorder = CoverageRecorder(assessor, measure: measure, coverage: coverage)
    let failures = player.play()
    if let recorder = player.recorder { coverage = recorder.coverage }
    return failures
  }

  /// The measures in force on a day, compiled once for each set of versions.
  private mutating func assessor(_ id: String, on day: CivilDate) -> Assessor? {
    let jurisdiction = id.split(separator: "/").first.map(String.init) ?? id
    let key = library.inForce(jurisdiction, on: day).map(\.path).joined(separator: "|")
    if let known = assessors[key] { return known }
    if broken.contains(key) { return nil }
    guard
      let set = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day).set
    else {
      broken.insert(key)
      return nil
    }
    let assessor = Assessor(set)
    assessors[key] = assessor
    return assessor
  }
}

extension Diagnostic {
  static func noSet(_ id: String, _ day: CivilDate, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-measure-in-force",
      at: range,
      Bilingual("\(id) cannot decide on \(day)", "\(id)在\(day)不能作出判定"),
      reason: Bilingual(
        "No version is in force that day, or the measures have errors.",
        "该日没有有效版本，或办法有错误。"
      ),
      fix: Bilingual("anju policy check names the errors", "用 anju policy check 查看错误")
    )
  }
}
