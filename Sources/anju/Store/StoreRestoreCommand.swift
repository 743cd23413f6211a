import ArgumentParser
import EventStore

/// Makes a journal of a backup.
struct StoreRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Verify a backup whole, then make a journal of it.",
    discussion: """
      A journal that is there stays, unless it is to be replaced; one that is in use always stays.

      Exit codes: 0 done, 1 the backup is not as it was written, and nothing was restored, 64 \
      usage, 65 no journal, or not the key, 73 the journal is there already, or cannot be written.
      """
  )

  @OptionGroup var options: StoreOptionGroup

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
  var backup: String

  @Flag(help: "Replace the journal that is there.")
  var replace = false

  func run() async throws {
    let outcome = try await options.run {
      try Restoration.restore(
        backup,
        to: options.store,
        keys: try options.keys(),
        replacing: replace
      )
    }
    switch outcome {
    case .restored(let head):
      options.say("\(options.store): restored", "\(options.store)：已恢复")
      StoreHeadCommand.say(head, options)
    case .refused(let report):
      StoreReportText.write(report, options)
      throw ExitCode.failure
    }
  }
}
