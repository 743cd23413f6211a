import ArgumentParser
import Casework
import Registry

/// Shows who read what.
struct OfficeAccess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Show who read a file, when and what for; or what an account has read."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String?

  @Option(name: .customLong("of-account"), help: "Instead: what an account has read.")
  var readBy: String?

  @Option(help: "The most readings.")
  var limit: Int = 100

  func validate() throws {
    guard (resident == nil) != (readBy == nil) else {
      throw ValidationError("name a file, or --of-account")
    }
    guard limit > 0 else { throw ValidationError("--limit wants a number above 0") }
  }

  func run() async throws {
    try await OfficeSession.with(desk) { session in
      let purpose = desk.purpose(for: .readAccessLog, by: session.actor)
      let entries =
        if let readBy {
          try await session.office.accesses(
            ofAccount: readBy,
            limit: limit,
            by: session.actor,
            for: purpose
          )
        } else {
          try await session.office.accesses(
            to: try OfficeSession.file(resident ?? ""),
            limit: limit,
            by: session.actor,
            for: purpose
          )
        }
      Console.write(AccessReport(entries).text(desk.format, desk.language))
    }
  }
}
