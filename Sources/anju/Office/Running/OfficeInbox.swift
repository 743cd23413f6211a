import ArgumentParser
import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// Takes departments' files out of a watched folder.
struct OfficeInbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Take departments' tables out of a folder; bad rows go back with reasons.",
    discussion: """
      A table is taken when its manifest is there and fits. Without --watch the folder is passed \
      over once. Documentation/Guides/department-data.md says what a delivery looks like.
      """
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The folder; it is made if it is not there.")
  var folder: String

  @Option(help: "Pass over it again and again, resting so many seconds in between.")
  var watch: Int?

  func validate() throws {
    if let watch, !(1...86_400).contains(watch) {
      throw ValidationError("--watch wants a number of seconds from 1 to 86400")
    }
  }

  func run() async throws {
    try await OfficeSession.with(desk, isForAnybody: true) { session in
      let office = session.office
      var rules = ExchangeRules()
      // Who passes over it once wants to hear now what does not fit.
      if watch == nil { rules.patience = 0 }
      let watched = WatchedFolder(at: folder, desk: OfficeFactDesk(office), rules: rules) { day in
        try office.law(on: day).assessor.set.model
      }
      var needsLook = false
      repeat {
        let now = office.now
        let report = try await watched.poll(
          at: ExchangeMoment(seconds: now.milliseconds / 1_000, date: now.date)
        )
        let text = InboxReport(report).text(desk.format, desk.language)
        if watch == nil || !report.items.isEmpty { Console.write(text) }
        needsLook = report.needsLook
        if let watch { try await Task.sleep(for: .seconds(watch)) }
      } while watch != nil
      if needsLook { throw ExitCode.failure }
    }
  }
}

extension PollReport {
  /// Whether somebody has to look at something.
  var needsLook: Bool {
    isBusy || unreadableNames > 0
      || items.contains { item in
        switch item.news {
        case .taken(let receipt), .repeated(let receipt): receipt.returned > 0
        case .refused, .postponed: true
        case .waiting(_, let isOverdue): isOverdue
        case .stray: false
        }
      }
  }
}
