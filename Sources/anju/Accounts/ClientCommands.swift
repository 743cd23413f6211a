import Accounts
import ArgumentParser
import Casework
import Foundation
import Registry

/// Makes a client for an agency's program.
struct AddClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-client",
    abstract:
      "Let an agency's program ask whether holders may have services; keys come with add-key."
  )

  @Argument(help: "Its id: 3 to 40 of a to z, 0 to 9 and hyphens.")
  var id: String

  @Option(help: "What it is called.")
  var name: String

  @Option(help: "The agency.")
  var office: String

  @Option(
    help: "A service that it may ask about, by its short name in /en/services; may be given again."
  )
  var service: [String]

  @OptionGroup var options: AccountOptions

  func run() async throws {
    try await options.open { accounts, _ in
      try checkServices()
      let client = try await accounts.registerClient(
        id,
        name: name,
        office: office,
        services: service,
        by: nil
      )
      options.say(
        "made the client \(client.id); give it a key with `anju accounts add-key \(client.id) FILE`",
        "已创建客户端 \(client.id)；请用 `anju accounts add-key \(client.id) 文件` 添加密钥"
      )
    }
  }
}

extension AddClientCommand {
  /// A client that may ask about nothing there is would be answered nothing, and nobody would see why.
  private func checkServices() throws {
    let configuration = try options.service.configuration(isDemo: options.demo)
    let laws = LawCabinet(
      try PolicyFolder.library(configuration["policies"], options.language),
      jurisdiction: configuration["jurisdiction"] ?? "xiongan"
    )
    let known = try laws.law(on: OfficeClock.system.now().date).serviceNames
    guard let unknown = service.first(where: { !known.contains($0) }) else { return }
    throw BadInput(
      english: """
        no measure in force opens a service `\(unknown)`; the services are: \
        \(known.joined(separator: ", "))
        """,
      chinese: "现行办法没有“\(unknown)”这项服务；现有服务：\(known.joined(separator: "、"))"
    )
  }
}

/// Adds a public key to an agency's client.
struct AddClientKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-key",
    abstract:
      "Add the public key that an agency's program signs with: P-256, PEM or a JSON web key."
  )

  @Argument(help: "The client's id.")
  var id: String

  @Argument(help: "The file with the public key.")
  var file: String

  @Option(help: "The key's name, the `kid` of what it signs.")
  var kid: String

  @Option(help: "For how many days it is good.")
  var days: Int = 365

  @OptionGroup var options: AccountOptions

  func validate() throws {
    guard (1...3_650).contains(days) else {
      throw ValidationError("--days wants a number from 1 to 3650")
    }
  }

  func run() async throws {
    try await options.open { accounts, _ in
      let now = OfficeClock.system.now().milliseconds
      try await accounts.addKey(
        try FileBytes.read(file),
        named: kid,
        valid: now..<now + Int64(days) * 86_400_000,
        to: id,
        by: nil
      )
      options.say("the key \(kid) is good for \(days) days", "密钥 \(kid) 有效\(days)天")
    }
  }
}
