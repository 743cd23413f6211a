import ArgumentParser
import Casework
import Registry

/// Says whether a holder may have a service.
struct OfficeServices: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "services",
    abstract: "Say whether a holder may have a service: yes, no, suspended or unknown.",
    discussion: "As an agency: --as agency. Unknown is not no; it says what is missing."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The service by its name for programs, such as compulsory-education.")
  var service: String

  func run() async throws {
    try await OfficeSession.with(desk) { session in
      let entitlement = try await session.office.entitlement(
        of: try OfficeSession.file(resident),
        to: service,
        by: session.actor,
        for: desk.purpose(for: .askEntitlement, by: session.actor)
      )
      Console.write(EntitlementReport([entitlement]).text(desk.format, desk.language))
    }
  }
}
