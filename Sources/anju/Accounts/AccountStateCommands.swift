import Accounts
import ArgumentParser
import WebService

/// Prints a one-time link for a new password.
struct ResetAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Print a link by which somebody sets a new password, good for half an hour."
  )

  @OptionGroup var named: NamedAccount

  func run() async throws {
    try await named.open { accounts, account, settings in
      let token = try await accounts.makeResetToken(of: account.id, by: nil)
      named.options.tell(token, of: account.name ?? named.name, settings)
    }
  }
}

/// 停用: shuts an account and ends its sessions.
struct BlockAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block",
    abstract: "Shut an account and end its sessions."
  )

  @OptionGroup var named: NamedAccount

  func run() async throws {
    try await named.open { accounts, account, _ in
      try await accounts.block(account.id, by: nil)
      named.options.say("the account is shut", "账号已停用")
    }
  }
}

/// 启用: opens an account again.
struct UnblockAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock",
    abstract: "Open an account again that was shut."
  )

  @OptionGroup var named: NamedAccount

  func run() async throws {
    try await named.open { accounts, account, _ in
      try await accounts.unblock(account.id, by: nil)
      named.options.say("the account is open again", "账号已启用")
    }
  }
}

/// The account that a command is about, by its sign-in name.
struct NamedAccount: ParsableArguments {
  @Argument(help: "The sign-in name.")
  var name: String

  @OptionGroup var options: AccountOptions

  /// Opens the accounts, does something with this one, and closes them; what goes wrong is told.
  func open(_ work: (AccountStore, Account, ServiceSettings) async throws -> Void) async throws {
    try await options.open { accounts, settings in
      guard let account = try await accounts.account(named: name) else {
        throw AccountFault.unknownAccount
      }
      try await work(accounts, account, settings)
    }
  }
}
