import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Runs the scenarios of a folder of measures.
struct PolicyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the scenarios that stand beside measures.",
    discussion: "Exit codes: 0 all as expected, 1 something is not, 65 a measure has errors."
  )

  @Argument(help: "The folder that holds the measures. Without it, those in the program.")
  var path: String?

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  @Flag(help: "Say which rows, conditions, exceptions, limits and outcomes no scenario exercises.")
  var coverage = false

  @Option(help: "How coverage is shown: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let chosen = try PolicyFolder.choose(path, language)
    let formatter = DiagnosticFormatter(language: language, colour: Console.hasColour(2))
    let checker = PolicyChecker(chosen.library)
    if checker.report.hasErrors {
      Console.complain(checker.report.text(formatter, from: .error))
      throw ExitCode.badData
    }
    var runner = ScenarioRunner(chosen.library, measuresCoverage: coverage)
    let summary = runner.run(chosen.scope)
    Console.complain(summary.report.text(formatter))
    if coverage {
      let report = CoverageReport(summary.coverage, language)
      Console.write(format == .json ? report.json : report.text)
    }
    if coverage, format == .json {
      if summary.failed > 0 || summary.report.hasErrors { throw ExitCode.failure }
      return
    }
    let passed = summary.scenarios - summary.failed
    Console.write(
      language == .chinese
        ? "情形\(summary.scenarios)个，预期\(summary.expectations)项：通过\(passed)个，不符\(summary.failed)个\n"
        : "\(summary.scenarios) scenarios, \(summary.expectations) expectations: "
          + "\(passed) passed, \(summary.failed) failed\n"
    )
    if summary.failed > 0 || summary.report.hasErrors { throw ExitCode.failure }
    if summary.scenarios == 0 {
      Console.complain(language == .chinese ? "没有情形可运行\n" : "there are no scenarios\n")
      throw ExitCode.failure
    }
  }
}
