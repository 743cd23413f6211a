import ArgumentParser
import EventStore

/// Says where a journal ends.
struct StoreHeadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: "Say where a journal ends, with the hash over everything up to it.",
    discussion: """
      Written down elsewhere, it proves later that nothing before it was changed. No key is \
      needed, and nothing is verified.

      Exit codes: 0 done, 64 usage, 65 no journal.
      """
  )

  @OptionGroup var options: StoreOptionGroup

  func run() async throws {
    let head = try await options.run { try JournalVerifier.head(path: options.store) }
    Self.say(head, options)
  }

  static func say(_ head: JournalHead, _ options: StoreOptionGroup) {
    options.say(
      "head: \(head.position) \(head.hexadecimal)",
      "末端：\(head.position) \(head.hexadecimal)"
    )
  }
}
