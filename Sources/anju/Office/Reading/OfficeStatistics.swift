import ArgumentParser
import Casework
import ExpressionLanguage
import Registry

/// Shows the population: counts, structure, flows.
struct OfficeStatistics: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Show the population: how many hold a permit, who they are, what happened by month."
  )

  @OptionGroup var desk: DeskOptions

  @Option(help: "The months back from today for which flows are shown.")
  var months: Int = 12

  func validate() throws {
    guard (0...600).contains(months) else {
      throw ValidationError("--months wants a number from 0 to 600")
    }
  }

  func run() async throws {
    try await OfficeSession.with(desk) { session in
      let report = try await StatisticsReport.of(session, months: months)
      Console.write(report.text(desk.format, desk.language))
    }
  }
}
