import Accounts
import ArgumentParser
import Casework

/// Lists the accounts that are not residents', and the agencies' programs.
struct ListAccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the accounts of the office's people, and agencies' programs; never residents'."
  )

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      for account in try await accounts.staff() {
        let fields = [
          account.name ?? account.id.text, account.role.rawValue, account.office,
          account.state.rawValue, account.hasPassword ? "password" : "invited",
          account.hasSecondFactor ? "authenticator" : "-",
        ]
        Console.write(fields.joined(separator: "\t") + "\n")
      }
      for client in try await accounts.clients() {
        let fields = [
          client.id, "agency", client.office, client.state.rawValue, "\(client.keys.count) keys",
          client.services.joined(separator: ","),
        ]
        Console.write(fields.joined(separator: "\t") + "\n")
      }
    }
  }
}
