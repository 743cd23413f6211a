import ArgumentParser
import EventStore
import ExpressionLanguage
import Registry

/// Makes the journal of a new office.
struct OfficeInit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the journal of a new office.",
    discussion: """
      The master key is 32 random bytes in hexadecimal or base64, in a file that only its owner can \
      read (anju store keys makes one), or in ANJU_MASTER_KEY. Whoever has it and the journal can \
      read everything; whoever loses it can read nothing.
      """
  )

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    try await OfficeFailures.telling(journal.language) {
      if FileStatus(journal.path) != nil {
        throw BadInput(
          english: "\(journal.path) is there already; name another with --store",
          chinese: "\(journal.path) 已存在；请用 --store 另取文件名"
        )
      }
      let store = try journal.open(.writing)
      store.close()
      let words =
        journal.language == .chinese
        ? "已建立\(journal.demo ? "演示" : "")日志 \(journal.path)"
        : "made \(journal.path), \(journal.demo ? "a demo journal" : "an empty journal")"
      Console.write(words + "\n")
    }
  }
}
