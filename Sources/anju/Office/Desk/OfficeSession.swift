import ArgumentParser
import Casework
import EventStore
import ExpressionLanguage
import Policy
import Registry

/// One open office, for the time of one command of the terminal.
struct OfficeSession {
  /// The office.
  let office: Office
  /// What the command says of itself.
  let desk: DeskOptions
  /// Who asks.
  let actor: Actor

  /// Opens the journal and does something with the office.
  ///
  /// What is wrong is told, and ends the run with the code for it. What is for anybody is the
  /// machine's work: nobody says who they are.
  static func with(
    _ desk: DeskOptions,
    isForAnybody: Bool = false,
    _ work: (OfficeSession) async throws -> Void
  ) async throws {
    try await OfficeFailures.telling(desk.language) {
      let actor = try isForAnybody ? Actor(account: "anju", role: .system) : desk.actor
      let store = try desk.journal.open(.writingExisting)
      defer { store.close() }
      let office = Office.open(store: store, laws: try desk.laws(), clock: try desk.clock())
      try await work(OfficeSession(office: office, desk: desk, actor: actor))
    }
  }

  /// Carries out a command on a file and tells what came of it.
  func carryOut(_ command: Command, on resident: String?) async throws {
    let receipt = try await office.run(
      Request(
        command,
        on: try resident.map(OfficeSession.file),
        by: actor,
        for: desk.purpose(for: command.action, by: actor),
        key: desk.key
      )
    )
    Console.write(ReceiptReport(receipt, office.today).text(desk.format, desk.language))
  }

  /// The file that an argument names.
  static func file(_ text: String) throws -> ResidentID {
    guard let id = ResidentID(text) else {
      throw BadInput(
        english: "that is no file's name; it has ten letters and digits: anju office search",
        chinese: "这不是档案编号；编号为十位字母数字，可用 anju office search 查找"
      )
    }
    return id
  }
}

/// A command on one file, which is all it is.
protocol FileCommand: AsyncParsableCommand {
  var desk: DeskOptions { get }
  /// The file.
  var resident: String { get }
  /// What is asked.
  func command() throws -> Command
}

extension FileCommand {
  func run() async throws {
    // Before the journal is opened: whoever types the input keeps nobody from writing.
    let command = try await OfficeFailures.telling(desk.language) { try self.command() }
    try await OfficeSession.with(desk) { session in
      try await session.carryOut(command, on: resident)
    }
  }

  /// A day that an option gives, or today.
  func day(_ text: String?, _ option: String) throws -> CivilDate {
    guard let text else { return desk.day }
    guard let day = CivilDate(text) else {
      throw BadInput(
        english: "\(option) wants a day such as 2026-11-23, not '\(text)'",
        chinese: "\(option) 应为日期，如 2026-11-23，而不是“\(text)”"
      )
    }
    return day
  }
}
