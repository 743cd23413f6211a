import Accounts
import ArgumentParser

/// Prints a one-time link for a new password.
struct ResetAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Print a link by which somebody sets a new password, good for half an hour."
  )

  @Argument(help: "The sign-in name.")
  var name: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, settings in
      let account = try await accounts.known(name)
      let token = try await accounts.makeResetToken(of: account.id, by: nil)
      options.tell(token, of: account.name ?? name, settings)
    }
  }
}

/// 停用: shuts an account and ends its sessions.
struct BlockAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block",
    abstract: "Shut an account and end its sessions."
  )

  @Argument(help: "The sign-in name.")
  var name: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      try await accounts.block(accounts.known(name).id, by: nil)
      options.say("the account is shut", "账号已停用")
    }
  }
}

/// 启用: opens an account again.
struct UnblockAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock",
    abstract: "Open an account again that was shut."
  )

  @Argument(help: "The sign-in name.")
  var name: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      try await accounts.unblock(accounts.known(name).id, by: nil)
      options.say("the account is open again", "账号已启用")
    }
  }
}
