import ArgumentParser
import ExpressionLanguage
import PermitCredential

/// Makes a new key that signs from now on.
struct PermitRotateKeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate-keys",
    abstract: "Make a new key, which signs permits from now on; the older ones still verify.",
    discussion: """
      A service that runs must be told to read its keys again, or be started anew. Take an old \
      key's file away when no code that it signed is in use, or at once if somebody saw it.

      Exit codes: 0 done, 64 usage, 65 a key that is there is not sound, 73 cannot be written.
      """
  )

  @Option(help: "The folder of the keys; it is made if it is not there.")
  var keys: String

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  func run() async throws {
    do throws(KeyFault) {
      let all = try await SigningKeys.rotate(folder: keys, now: Today.instant)
      let text = Bilingual(
        "\(all.newest.kid) signs from now on; \(all.all.count - 1) older keys still verify\n",
        "自即日起由 \(all.newest.kid) 签名；另有\(all.all.count - 1)把旧密钥仍可验证\n"
      )
      Console.write(text[language])
    } catch {
      Console.complain("anju: \(error.text[language])\n")
      if case .unwritten = error { throw ExitCode.cannotWrite }
      throw ExitCode.badData
    }
  }
}
