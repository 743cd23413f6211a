import ArgumentParser
import ExpressionLanguage
import PermitCredential

/// Writes what everybody may see of the keys.
struct PermitPublicKeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "public-keys",
    abstract: "Write the public keys, as the service gives them at /.well-known/jwks.json.",
    discussion: "Exit codes: 0 done, 64 usage, 65 there is no key, or one is not sound."
  )

  @Option(help: "The folder of the keys.")
  var keys: String

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  func run() async throws {
    do throws(KeyFault) {
      Console.write(try await SigningKeys.opened(folder: keys).publicKeys.jwks)
    } catch {
      Console.complain("anju: \(error.text[language])\n")
      throw ExitCode.badData
    }
  }
}
