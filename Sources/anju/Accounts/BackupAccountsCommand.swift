import Accounts
import ArgumentParser

/// Copies the accounts into a file of its own, beside a running service.
struct BackupAccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the accounts as they are at one moment into a new file.",
    discussion: """
      It works beside a running service. The copy opens with the same service key; the journal has \
      `anju store backup`.
      """
  )

  @Argument(help: "The new file; one that is there stays as it is.")
  var target: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      try await accounts.backup(to: target)
      options.say("copied to \(target)", "已备份至 \(target)")
    }
  }
}
