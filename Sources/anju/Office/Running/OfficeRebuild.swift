import ArgumentParser
import ExpressionLanguage
import Registry

/// Makes every read model anew from the journal.
struct OfficeRebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make the queues, the search and the statistics anew from the journal."
  )

  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await OfficeSession.with(desk, isForAnybody: true) { session in
      let report = try await session.office.rebuild()
      let words =
        desk.language == .chinese
        ? "读取\(report.events)项记录，折叠\(report.files)份档案，\(report.destroyed)份已销毁"
        : "read \(report.events) events of \(report.files) files; \(report.destroyed) destroyed"
      Console.write(words + "\n")
    }
  }
}
