import ArgumentParser
import Casework
import Registry

/// Shows a resident's whole file.
struct OfficeShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a resident's whole file: permit, terms, services, facts, history.",
    discussion: "The person can see who has read the file, when and what for."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  func run() async throws {
    try await OfficeSession.with(desk) { session in
      let file = try OfficeSession.file(resident)
      let isOwn = session.actor.role == .resident
      let view = try await session.office.file(
        file,
        by: session.actor,
        for: desk.purpose(for: isOwn ? .readOwnFile : .readFile, by: session.actor)
      )
      let labels = FactLabels(try session.office.law(on: view.day))
      Console.write(FileReport(view, labels, desk.language).text(desk.format))
    }
  }
}
