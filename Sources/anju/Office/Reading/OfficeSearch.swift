import ArgumentParser
import Casework
import ExpressionLanguage
import Registry

/// Finds people.
struct OfficeSearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find people by name, pinyin, initials, identity number, phone or file.",
    discussion: """
      陈志远, 志远, chenzhiyuan, "chen zhiyuan" and czy find the same person. With - the query is \
      read from standard input: an identity number belongs there.
      """
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "What is known, or -.")
  var query: String

  @Option(help: "The most people.")
  var limit: Int = 20

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit wants a number above 0") }
  }

  func run() async throws {
    let text = try await OfficeFailures.telling(desk.language) {
      query == "-" ? try PersonInput.line("-") ?? "" : query
    }
    try await OfficeSession.with(desk) { session in
      let page = try await session.office.search(
        text,
        limit: limit,
        by: session.actor,
        for: desk.purpose(for: .search, by: session.actor)
      )
      Console.write(SearchReport(page).text(desk.format, desk.language))
    }
  }
}
