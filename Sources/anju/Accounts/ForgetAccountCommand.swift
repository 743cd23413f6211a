import Accounts
import ArgumentParser
import Casework

/// Destroys the account of a person whose data were destroyed.
struct ForgetAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Destroy the account of the person of a file: name, sessions, drafts, codes.",
    discussion: """
      The service does so by itself for everybody whose data were destroyed by `anju office destroy` \
      or `anju store destroy`, at its next start at the latest; this is for doing it at once. Copies \
      made before keep the account.
      """
  )

  @Argument(help: "The file.")
  var file: String

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      guard let resident = ResidentID(file) else {
        throw BadInput(
          english: "that is no file's name; it has ten letters and digits",
          chinese: "这不是档案编号；编号为十位字母数字"
        )
      }
      if try await accounts.forget(resident: resident) {
        options.say("the account is destroyed", "账号已销毁")
      } else {
        options.say(
          "no account is bound to that file; codes that waited for it are gone",
          "没有账号与该档案绑定；为其发出的激活码已作废"
        )
      }
    }
  }
}
