import ArgumentParser
import EventStore

/// Verifies a journal from its first event.
struct StoreVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Go through a journal and find what is not as it was written.",
    discussion: """
      Without a master key the chain is verified, but not what it covers of data about persons. \
      Another process may write meanwhile.

      Exit codes: 0 sound, 1 something is not as it was written, 64 usage, 65 no journal, or not \
      the key.
      """
  )

  @OptionGroup var options: StoreOptionGroup

  func run() async throws {
    let report = try await options.run {
      try JournalVerifier.verify(path: options.store, keys: try options.keysIfNamed())
    }
    StoreReportText.write(report, options)
    if !report.faults.isEmpty { throw ExitCode.failure }
  }
}
