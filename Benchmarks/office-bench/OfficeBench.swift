import ExpressionLanguage
import Foundation

/// Measures the office: durable commands, and a whole city.
///
///     office-bench writers [ROUNDS] [SECONDS] [WRITERS]
///                                                 beside raw inserts by GRDB, in turn
///     office-bench city PEOPLE [FACTS] [FOLDER]   queue, search, file; rebuild of the read models
///     office-bench rebuild FOLDER                 the last alone, of a city that was kept
///
/// Run in the package's folder; the measures are read from `Policies`. Figures are on the clock:
/// what is measured waits for a disk.
@main
struct OfficeBench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func number(_ index: Int, _ otherwise: Int) -> Int {
      arguments.indices.contains(index) ? Int(arguments[index]) ?? otherwise : otherwise
    }
    switch arguments.first {
    case "writers":
      let counts = arguments.indices.contains(3) ? [max(1, number(3, 1))] : [1, 8, 64]
      try await Writers(rounds: number(1, 5), seconds: Double(number(2, 2)), counts: counts).run()
    case "city":
      try await City(
        people: number(1, 100_000),
        facts: number(2, 800_000),
        folder: arguments.indices.contains(3) ? arguments[3] : nil
      ).run()
    case "rebuild" where arguments.count == 2:
      try await City(people: 0, facts: 0, folder: arguments[1]).rebuildAlone()
    default:
      FileHandle.standardError.write(
        Data(
          """
          usage: office-bench writers [ROUNDS] [SECONDS] [WRITERS] | city PEOPLE [FACTS] [FOLDER]
                 | rebuild FOLDER

          """.utf8
        )
      )
      exit(64)
    }
  }
}
