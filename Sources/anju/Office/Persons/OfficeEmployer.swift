import ArgumentParser
import Casework

/// Write down an employer, or none.
struct OfficeEmployer: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "employer",
    abstract: "Write down an employer, or none."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "Its unified social credit code; leave it out where there is none any more.")
  var code: String?

  @Option(help: "Its name.")
  var name: String?

  @Option(help: "The first day; today without it.")
  var from: String?

  func command() throws -> Command {
    let employer = code.map { Employer(code: $0, name: name ?? $0) }
    return .person(.changeEmployer(employer: employer, from: try day(from, "--from")))
  }
}
