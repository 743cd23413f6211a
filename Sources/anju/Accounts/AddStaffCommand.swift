import Accounts
import ArgumentParser
import Casework
import ExpressionLanguage

/// Makes an account for one of the office's people.
struct AddStaffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-staff",
    abstract: "Make an account for one of the office's people, and print the link for its password."
  )

  @Option(help: "The sign-in name.")
  var name: String

  @Option(help: "What it acts as, such as supervisor, clerk, reviewer, auditor, department.")
  var role: Role

  @Option(help: "The office, department or employer that it belongs to.")
  var office: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, settings in
      let invitation = try await accounts.createStaff(
        name: name,
        role: role,
        office: office,
        language: options.language,
        by: nil
      )
      options.tell(invitation.token, of: invitation.account.name ?? name, settings)
    }
  }
}
