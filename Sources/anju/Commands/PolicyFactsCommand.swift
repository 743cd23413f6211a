import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Writes the dictionary of a jurisdiction as a table for spreadsheets.
struct PolicyFactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Write the dictionary as CSV: every fact, its type, who verifies it, what uses it.",
    discussion: """
      Comma-separated values by RFC 4180, in UTF-8. A cell that a spreadsheet would run as a \
      formula begins with an apostrophe.

      Exit codes: 0 done, 64 usage, 65 a measure has errors.
      """
  )

  @Argument(help: "The folder that holds the measures. Without it, those in the program.")
  var path: String?

  @Option(help: "The jurisdiction, where the folder holds several.")
  var jurisdiction: String?

  @Option(help: "The legal date, such as 2026-11-23. Without it, today in Asia/Shanghai.")
  var on: String?

  @Option(help: "The language of headers, types and messages: en or zh.")
  var language: Language = Console.language

  @Flag(help: "Begin with a byte order mark, by which Excel tells UTF-8.")
  var bom = false

  func run() throws {
    var law = LawOptions()
    law.policies = path
    law.jurisdiction = jurisdiction
    law.on = on
    law.language = language
    try law.validate()
    let prepared = try law.prepare()
    let sheet = FactSheet(prepared.assessor.set, of: prepared.library, language)
    Console.write((bom ? CSVText.byteOrderMark : "") + sheet.csv)
  }
}
