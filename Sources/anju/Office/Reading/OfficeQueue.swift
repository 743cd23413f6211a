import ArgumentParser
import Casework
import Registry

/// Shows what waits for a role.
struct OfficeQueue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Show what waits, the nearest legal deadline first."
  )

  @OptionGroup var desk: DeskOptions

  @Option(name: .customLong("for"), help: "For whom it waits; without it, for your own role.")
  var waiting: Role?

  @Option(help: "Only the tasks of a department.")
  var department: String?

  @Option(help: "Only the people of a district.")
  var district: String?

  @Option(help: "The most tasks.")
  var limit: Int = 50

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit wants a number above 0") }
  }

  func run() async throws {
    try await OfficeSession.with(desk) { session in
      let query = QueueQuery(
        waiting ?? session.actor.role,
        office: department,
        district: district,
        limit: limit
      )
      let page = try await session.office.queue(
        query,
        by: session.actor,
        for: desk.purpose(for: .readQueue, by: session.actor)
      )
      Console.write(QueueReport(page, session.office.today).text(desk.format, desk.language))
    }
  }
}
