import Accounts
import ArgumentParser

/// Takes a key away from an agency's client, such as one that leaked.
struct RemoveClientKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-key",
    abstract: "Take a key away from an agency's program, and the access tokens it has."
  )

  @Argument(help: "The client's id.")
  var id: String

  @Option(help: "The key's name.")
  var kid: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      let client = try await accounts.client(id)
      if let client, !client.keys.contains(where: { $0.kid == kid }) {
        throw BadInput(
          english: "\(id) has no key of the name \(kid); nothing was changed",
          chinese: "\(id) 没有名为 \(kid) 的密钥；未作任何更改"
        )
      }
      try await accounts.removeKey(named: kid, of: id, by: nil)
      options.say("the key \(kid) is gone", "密钥 \(kid) 已移除")
    }
  }
}

/// 停用: shuts an agency's client and ends its access tokens.
struct BlockClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block-client",
    abstract: "Shut an agency's program out, and end the access tokens it has."
  )

  @Argument(help: "The client's id.")
  var id: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      try await accounts.blockClient(id, by: nil)
      options.say("the client is shut out", "客户端已停用")
    }
  }
}

/// 启用: lets an agency's client in again.
struct UnblockClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock-client",
    abstract: "Let an agency's program in again that was shut out."
  )

  @Argument(help: "The client's id.")
  var id: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      try await accounts.unblockClient(id, by: nil)
      options.say("the client may come in again", "客户端已启用")
    }
  }
}
