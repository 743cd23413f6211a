import Accounts
import ArgumentParser
import ExpressionLanguage
import Foundation
import Registry
import WebService

/// Whose accounts are kept.
struct AccountOptions: ParsableArguments {
  @OptionGroup var service: ServiceOptions

  @Flag(help: "The accounts of the demo.")
  var demo = false

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  /// Opens the accounts, does something with them, and closes them; what goes wrong is told.
  func open(_ work: (AccountStore, ServiceSettings) async throws -> Void) async throws {
    try await OfficeFailures.telling(language) {
      let configuration = try service.configuration(isDemo: demo)
      let settings = try ServeSettings.read(configuration, isDemo: demo)
      let folder = ServeFolder(path: configuration["folder"] ?? ".")
      guard FileStatus(folder.path)?.isFolder == true else {
        throw BadInput(
          english: "there is no folder \(folder.path); name the service's with --folder",
          chinese: "没有文件夹 \(folder.path)；请用 --folder 指明服务的文件夹"
        )
      }
      let environment = ProcessInfo.processInfo.environment
      let keys = try ServeFolder.keys(configuration, environment: environment, isDemo: demo)
      do {
        let accounts = try await AccountStore.open(
          path: folder.accounts,
          key: keys.accounts,
          options: try ServeSettings.accounts(configuration, isDemo: demo)
        ) { OfficeClock.system.now().milliseconds }
        defer { try? accounts.close() }
        try await work(accounts, settings)
      } catch let fault as AccountFault {
        throw BadInput(english: fault.text.english, chinese: fault.text.chinese)
      } catch let fault as AccountStoreFault {
        throw BadInput(english: fault.text.english, chinese: fault.text.chinese)
      }
    }
  }

  /// The half of a text in the language of messages, as a line.
  func say(_ english: String, _ chinese: String) {
    Console.write((language == .chinese ? chinese : english) + "\n")
  }

  /// Tells the one-time link, until when it is good, and whose it is.
  func tell(_ token: OneTimeToken, of name: String, _ settings: ServiceSettings) {
    let tongue = language == .chinese ? "zh" : "en"
    let link = "\(settings.address(port: settings.port))/\(tongue)/set-password/\(token.text)"
    let until = Date(timeIntervalSince1970: Double(token.expiresAt) / 1_000)
      .formatted(.iso8601)
    say(
      "give \(name) this link, which sets the password once, until \(until):",
      "请把此链接交给 \(name)，用以设置密码一次，有效至 \(until)："
    )
    Console.write(link + "\n")
  }
}
