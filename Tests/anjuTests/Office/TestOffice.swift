import Foundation
import TestSupport
import Testing

/// An office in a folder of its own, worked from the terminal; its journal is a demonstration, so
/// that a test says what day it is.
final class TestOffice: Sendable {
  static let clerk = ["--as", "clerk", "--account", "li", "--office", "window 1"]
  static let reviewer = ["--as", "reviewer", "--account", "wang", "--office", "permits"]
  static let supervisor = ["--as", "supervisor", "--account", "zhao", "--office", "permits"]
  static let auditor = ["--as", "auditor", "--account", "sun", "--office", "audit"]
  static let department = ["--as", "department", "--account", "ps", "--office", "public service"]
  static let agency = ["--as", "agency", "--account", "school", "--office", "school"]

  /// Nobody's; region 139999 is nowhere.
  static let number = "139999199003070119"
  static let phone = "13900000000"

  let scratch: Scratch

  /// Makes the journal.
  init() async throws {
    scratch = try Scratch()
    let run = try await Program.run(
      ["office", "init", "--demo", "--store", "office.anju"],
      in: scratch.url
    )
    try #require(run.exitCode == 0, "\(run.errors)")
  }

  /// The bytes of the journal, with all that lies beside it.
  func bytes() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
      .filter { $0.hasPrefix("office.anju") }.sorted()
      .reduce(into: Data()) { $0 += try Data(contentsOf: scratch.url.appending(path: $1)) }
  }

  /// Runs a command of the office on a day.
  func run(
    _ day: String,
    _ actor: [String],
    _ arguments: String...,
    language: String = "en",
    input: String = ""
  ) async throws -> ProgramRun {
    try await Program.run(
      ["office"] + arguments + ["--demo", "--store", "office.anju", "--on", day]
        + ["--language", language] + actor,
      environment: TestOffice.nobody,
      input: input,
      in: scratch.url
    )
  }

  /// Runs a command of the journal.
  func store(_ arguments: String..., language: String = "en") async throws -> ProgramRun {
    try await Program.run(
      ["store"] + arguments + ["--demo", "--language", language],
      environment: TestOffice.nobody,
      in: scratch.url
    )
  }

  /// Registers the person and where they live; gives the name of the file.
  func register(_ day: String = "2026-01-05") async throws -> String {
    let person = """
      姓名: 陈志远
      公民身份号码: "\(TestOffice.number)"
      电话: "\(TestOffice.phone)"
      户籍地: beijing
      """
    let run = try await run(day, TestOffice.clerk, "register", "-", input: person)
    try #require(run.exitCode == 0, "\(run.errors)")
    let file = String(run.output.dropFirst(2).prefix(10))
    #expect(run.output == "✓ \(file) · \(day) · file opened\n")
    let address = "address: 奥威东路 1 号\ndistrict: 容东片区\nplace: xiongan\nproof: lease\n"
    let living = try await self.run(day, TestOffice.clerk, "residence", file, "-", input: address)
    try #require(living.exitCode == 0, "\(living.errors)")
    return file
  }

  /// Variables of the person who runs the tests say nothing here.
  static let nobody = [
    "ANJU_ROLE": "", "ANJU_ACCOUNT": "", "ANJU_OFFICE": "", "ANJU_MASTER_KEY": "",
  ]
}
