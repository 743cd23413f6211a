import ArgumentParser
import ExpressionLanguage
import Registry

/// Does the day's work.
struct OfficeDay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "Do the day's work: all that time has made due.",
    discussion: """
      Deemed acceptance, closing of unanswered notices, suspension, reminders. Run it as often as \
      you like: what is done is not done again.
      """
  )

  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await OfficeSession.with(desk, isForAnybody: true) { session in
      let report = try await session.office.runDayWork(on: session.office.today)
      Console.write(DayText(report).text(desk.format, desk.language))
      if !report.rejections.isEmpty { throw ExitCode.failure }
    }
  }
}
