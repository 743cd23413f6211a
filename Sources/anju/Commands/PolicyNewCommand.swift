import ArgumentParser
import ExpressionLanguage
import Policy

/// Writes a small measure to begin from.
struct PolicyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a commented measure to begin from, which passes every check.",
    discussion: """
      A dictionary, a measure with one article of each kind, scenarios, a person and a README \
      with the next steps, in both languages, all made up. The folder must be new or empty.

      Exit codes: 0 done, 64 usage, 73 the folder cannot be used, and nothing was written.
      """
  )

  @Argument(help: "The folder to write, new or empty.")
  var folder: String

  @Option(help: "The jurisdiction: lower-case words joined by -.")
  var jurisdiction = "newtown"

  @Option(help: "The measure's name: lower-case words joined by -.")
  var measure = "settlement"

  @Option(help: "The first day in force. Without it, the first of this year.")
  var from: String?

  @Option(help: "The language of messages: en or zh; the files have both.")
  var language: Language = Console.language

  func validate() throws {
    for (option, name) in [("--jurisdiction", jurisdiction), ("--measure", measure)] {
      if !Identifier.isSound(name) || name.contains("/") {
        throw ValidationError(
          "\(option) wants lower-case words joined by -, such as rent-support, not '\(name)'"
        )
      }
      if name.utf8.count > 60 { throw ValidationError("\(option) has more than 60 letters") }
    }
    if let from, CivilDate(from) == nil {
      throw ValidationError("--from wants a day such as 2026-01-01, not '\(from)'")
    }
  }

  func run() throws {
    let scaffold = Scaffold(jurisdiction: jurisdiction, measure: measure, from: firstDay)
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    try Console.reading(language, failing: .cannotWrite) { () throws(BadInput) in
      try NewFolder.write(scaffold.files, to: path)
    }
    for file in scaffold.files { Console.write("\(path)/\(file.path)\n") }
    Console.write(
      language == .chinese
        ? "均为虚构内容。接下来：anju policy check \(path) --strict，然后看 \(path)/README.md\n"
        : "All of it is made up. Next: anju policy check \(path) --strict, "
          + "then read \(path)/README.md\n"
    )
  }

  private var firstDay: CivilDate {
    if let from, let day = CivilDate(from) { return day }
    let today = Today.inShanghai
    return CivilDate(year: today.parts.year, month: 1, day: 1) ?? today
  }
}
