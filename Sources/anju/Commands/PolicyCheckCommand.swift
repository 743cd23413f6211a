import ArgumentParser
import ExpressionLanguage
import Policy

/// Checks every measure of a folder and says what is proved, what is not and what is wrong.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove tables, find mistakes, count what is official and what is not.",
    discussion: """
      Names, types, units and circles; tables complete and without overlap over what facts can \
      be, or the person who falls through; rows that nobody reaches; exceptions proved apart; \
      articles bound to nothing; the two languages against each other, and words against tests.

      Exit codes: 0 no error, 65 an error in a measure.
      """
  )

  @Argument(help: "The folder that holds the measures. Without it, those in the program.")
  var path: String?

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  @Flag(help: "Fail on warnings too.")
  var strict = false

  func run() throws {
    let chosen = try PolicyFolder.choose(path, language)
    let checker = PolicyChecker(chosen.library)
    let report = chosen.limited(checker.report)
    let formatter = DiagnosticFormatter(language: language, colour: Console.hasColour(2))
    Console.complain(report.text(formatter))
    Console.write(CheckSummary(checker, chosen, report, language).text)
    if report.hasErrors || strict && report.count(.warning) > 0 { throw ExitCode.badData }
  }
}
