import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Compares two versions in the terms of law.
struct PolicyDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions of law: articles, rules, values, and whom they concern.",
    discussion: """
      A version is a file, a folder, a measure on a day (xiongan/points-settlement@2024-01-01), or \
      all of a jurisdiction (xiongan@2024-01-01), which --policies holds or the program. A folder \
      is compared as on --on, or as it is last in force.

      The people of the scenarios, or of the files named with --people, are decided by both.

      Exit codes: 0 nothing differs, 1 something does, 64 usage, 65 bad data.
      """
  )

  @Argument(help: "The older version.")
  var old: String

  @Argument(help: "The newer version.")
  var new: String

  @OptionGroup var law: LawOptions

  @Option(
    parsing: .upToNextOption,
    help: "Files of people to decide by both versions, in place of the scenarios' people."
  )
  var people: [String] = []

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let (one, other) = (try LawVersion(old, law), try LawVersion(new, law))
    let day = law.on.flatMap { CivilDate($0) } ?? max(one.day, other.day)
    let comparison = LawComparison(one.side, other.side, on: day)
    var persons = PeopleComparison(
      Assessor(one.side.set),
      Assessor(other.side.set),
      rules: comparison.differing
    )
    var isBad = false
    if people.isEmpty {
      if !comparison.decidesAlike { addScenarios(one, other, &persons) }
    } else {
      for file in people where !add(file, one, other, day, &persons) { isBad = true }
    }
    switch format {
    case .json: Console.write(ComparisonJSON.text(comparison, persons))
    case .text:
      Console.write(
        ComparisonText.text(comparison, persons, law.language, colour: Console.hasColour(1))
      )
    }
    if isBad { throw ExitCode.badData }
    if !comparison.isEqual { throw ExitCode.failure }
  }

  /// The scenarios of both libraries, each once.
  private func addScenarios(
    _ one: LawVersion,
    _ other: LawVersion,
    _ persons: inout PeopleComparison
  ) {
    persons.addScenarios(of: other.library)
    let known = Set(other.library.scenarios.map(\.document.source.name))
    if one.library.scenarios.contains(where: { !known.contains($0.document.source.name) }) {
      persons.addScenarios(of: one.library)
    }
  }

  /// Decides the person of a file by both; `false` where the file cannot be used.
  private func add(
    _ file: String,
    _ one: LawVersion,
    _ other: LawVersion,
    _ day: CivilDate,
    _ persons: inout PeopleComparison
  ) -> Bool {
    func facts(_ version: LawVersion) -> Facts? {
      let law = PreparedLaw(
        library: version.library,
        assessor: Assessor(version.side.set),
        day: day,
        foreign: version.library.declaredNames
      )
      return PersonFile(law: law, language: self.law.language).read(file)
    }
    guard let before = facts(one), let after = facts(other) else { return false }
    persons.add(file, (before, [:]), (after, [:]), on: day)
    return true
  }
}
