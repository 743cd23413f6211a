import ArgumentParser
import Casework
import ExpressionLanguage
import Registry

/// Destroys what the office knows of a person.
struct OfficeDestroy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: "Destroy what the office knows of a person, for ever, as a supervisor.",
    discussion: """
      The key, the entries, the rows of lists and searches and the person's share of statistics go; \
      the journal tells that they went, why, and who ordered it. The person's account at the service \
      goes when that next starts. Backups made before still hold the data: destroy those too, or \
      change the master key and destroy the old one.
      """
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(help: "Why, as a code without blanks, such as retention-over.")
  var reason: String

  @Flag(help: "Yes, for ever.")
  var forEver = false

  func validate() throws {
    if !forEver { throw ValidationError("what is destroyed never comes back: add --for-ever") }
  }

  func run() async throws {
    try await OfficeSession.with(desk) { session in
      let file = try OfficeSession.file(resident)
      try await session.office.destroyPerson(
        file,
        by: session.actor,
        for: desk.purpose(for: .destroyPerson, by: session.actor),
        reason: reason
      )
      let words = desk.language == .chinese ? "数据已销毁" : "data destroyed"
      Console.write(
        OfficeJSON.text(desk.format, ["resident": file.text, "destroyed": reason])
          ?? "✓ \(file.text) · \(session.office.today) · \(words)\n"
      )
    }
  }
}
