import ExpressionLanguage
import Foundation

/// What the benchmarks of the service need beside the service itself.
///
///     service-bench people FOLDER RESIDENTS CLERKS   accounts with open sessions, for a city that
///                                                    `office-bench city` made; tells them as JSON
///     service-bench empty PORT                       an empty route of the same framework
///
/// Run in the package's folder; the measures are read from `Policies`.
@main
struct ServiceBench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func number(_ index: Int) -> Int? {
      arguments.indices.contains(index) ? Int(arguments[index]) : nil
    }
    switch arguments.first {
    case "people":
      guard arguments.count > 3, let residents = number(2), let clerks = number(3) else { usage() }
      let made = try await CityAccounts(
        folder: URL(filePath: arguments[1]),
        residents: residents,
        clerks: clerks
      ).make()
      FileHandle.standardOutput.write(try JSONEncoder().encode(made))
    case "empty":
      guard let port = number(1) else { usage() }
      try await EmptyService(port: port).run()
    default: usage()
    }
  }

  private static func usage() -> Never {
    let text = "usage: service-bench people FOLDER RESIDENTS CLERKS | empty PORT\n"
    FileHandle.standardError.write(Data(text.utf8))
    exit(64)
  }
}
