import ArgumentParser
import ExpressionLanguage
import Foundation
import WebService

/// Runs the web service.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Run the web service: pages, API, sign-in.",
    discussion: """
      With --demo it plays a small made-up city into --folder (anju-demo, if none is named) the \
      first time, and prints the address to open; nothing in it is anybody's.

      An office's own service needs keys: `anju serve --make-keys FOLDER` makes them once. Settings \
      come from --config FILE (lines `name: value`), from the environment, and from --set \
      'name: value', which goes before the others:

      \(ServeSetting.list)
      """
  )

  @OptionGroup var options: ServiceOptions

  @Option(help: "The port; 0 for any that is free.")
  var port: Int?

  @Flag(help: "Play a made-up city, with people as whom anybody may sign in.")
  var demo = false

  @Option(help: "With --demo: how many people the city has, from 20 to 5000.")
  var people: Int = 120

  @Flag(help: "Print every route with who may come, as JSON, and end.")
  var routes = false

  @Option(
    name: .customLong("make-keys"),
    help: "Make the master and service keys in a folder, and end."
  )
  var makeKeys: String?

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  func validate() throws {
    guard (20...5_000).contains(people) else {
      throw ValidationError("--people wants a number from 20 to 5000")
    }
  }

  func run() async throws {
    if routes {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Console.write(String(decoding: try encoder.encode(RouteTable.rows), as: UTF8.self) + "\n")
      return
    }
    try await OfficeFailures.telling(language) {
      if let makeKeys {
        try ServeFolder.makeKeys(in: makeKeys)
        Console.write(
          language == .chinese
            ? "已生成 \(makeKeys)/master.key 和 \(makeKeys)/service.key；请妥善保管，勿与数据放在一起\n"
            : "made \(makeKeys)/master.key and \(makeKeys)/service.key; keep them apart from the data\n"
        )
        return
      }
      let configuration = try options.configuration(port: port, isDemo: demo)
      try await ServeRun(configuration, isDemo: demo, people: people, language).run()
    }
  }
}
