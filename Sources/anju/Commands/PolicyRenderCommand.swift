import ArgumentParser
import ExpressionLanguage
import MeasurePages
import Policy

/// Turns measures into pages that people read and print.
struct PolicyRenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write a measure as one HTML page, to read and to print.",
    discussion: """
      The page stands on its own: no script, nothing from elsewhere, both languages. Each rule is \
      linked to what it uses and to what uses it; what is a sample says so.

      One measure goes to standard output or to -o FILE; a folder of measures, or every measure, \
      goes to --to FOLDER, with an index.

      Exit codes: 0 written, 64 usage, 65 there is no such measure or it has errors, 73 a page \
      cannot be written.
      """
  )

  @Argument(
    help: """
      A measure's file, a folder of measures, or an identifier such as xiongan/points-settlement. \
      Without it, every measure.
      """
  )
  var subject: String?

  @Option(help: "The folder in which an identifier is looked up. Without it, those in the program.")
  var policies: String?

  @Option(
    help: """
      The day that the page speaks of, such as 2026-11-23; an identifier means its version in \
      force then. Without it, today in Asia/Shanghai.
      """
  )
  var on: String?

  @Option(help: "The language of the page: both, zh or en.")
  var language: PageLanguage = .both

  @Option(name: [.customShort("o"), .long], help: "The file that the page is written to.")
  var output: String?

  @Option(help: "The folder that the pages and their index are written to.")
  var to: String?

  func validate() throws {
    if let on, CivilDate(on) == nil {
      throw ValidationError("--on wants a day such as 2026-11-23, not '\(on)'")
    }
    if output != nil, to != nil {
      throw ValidationError("give -o for one page or --to for a folder of pages, not both")
    }
  }

  /// The language of messages: that of the page, or that of the terminal.
  private var messages: Language {
    switch language {
    case .both: Console.language
    case .chinese: .chinese
    case .english: .english
    }
  }

  func run() throws {
    let day = on.flatMap { CivilDate($0) } ?? Today.inShanghai
    let choice = try MeasureChoice.choose(subject, in: policies, on: day, messages)
    var printer = PagePrinter(choice.library, on: day, language, messages: messages)
    if to == nil, choice.measures.count != 1 {
      throw ValidationError(
        "\(choice.measures.count) measures are asked for; name the folder they go to with --to"
      )
    }
    for measure in choice.measures { try printer.prepare(measure) }
    if let to {
      try publish(printer.folder().map { (to + "/" + $0.path, $0.text) }, choice)
    } else if let output {
      try publish([(output, printer.single())], choice)
    } else {
      Console.write(printer.single())
    }
  }

  /// Writes pages to their files; one that cannot be written ends the run with code 73.
  private func publish(_ pages: [(path: String, text: String)], _ choice: MeasureChoice) throws {
    do throws(BadInput) {
      for page in pages { try choice.checkIsNoMeasure(page.path) }
      for page in pages { try WholeFile.publish(page.text, to: page.path) }
    } catch {
      Console.complain("anju: \(error.text[messages])\n")
      throw ExitCode.cannotWrite
    }
  }
}

extension PageLanguage: ExpressibleByArgument {}
