import ArgumentParser

/// Keeps the accounts of a service from the command line.
struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: "Keep the accounts of the office's people and of agencies' programs.",
    discussion: """
      Begin with the first supervisor, who makes the others' accounts on the pages:

        anju accounts add-staff --name chen --role supervisor --office permits

      It works beside a running service, on the folder and with the keys of its configuration.
      """,
    subcommands: [
      AddStaffCommand.self, ResetAccountCommand.self, BlockAccountCommand.self,
      UnblockAccountCommand.self, ListAccountsCommand.self, AddClientCommand.self,
      AddClientKeyCommand.self, RemoveClientKeyCommand.self, BlockClientCommand.self,
      UnblockClientCommand.self, ForgetAccountCommand.self, BackupAccountsCommand.self,
    ]
  )
}
