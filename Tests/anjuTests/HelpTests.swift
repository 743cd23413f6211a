import Foundation
import TestSupport
import Testing

/// Every command teaches how it is used.
@Suite struct HelpTests {
  @Test(arguments: [
    [], ["assess"], ["ask"], ["verify"], ["verify", "permit"], ["permit"], ["policy"],
    ["policy", "check"], ["policy", "test"],
    ["policy", "diff"], ["policy", "new"], ["policy", "format"], ["policy", "facts"],
    ["policy", "render"], ["office"], ["office", "init"], ["office", "register"],
    ["office", "show"], ["office", "destroy"], ["serve"], ["accounts"],
    ["accounts", "add-staff"], ["store"], ["store", "destroy"],
  ])
  func `help is given and exits with 0`(command: [String]) async throws {
    let run = try await ProgramRun.of(ProgramRun.product("anju"), command + ["--help"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("USAGE: anju"))
  }

  @Test func `a wrong flag exits with 64`() async throws {
    let run = try await ProgramRun.of(ProgramRun.product("anju"), ["policy", "check", "--no"])
    #expect(run.exitCode == 64)
  }

  @Test(arguments: ["office", "store"])
  func `the office and its journal list their commands`(command: String) async throws {
    let run = try await Program.run([command, "--help"], environment: ["COLUMNS": "80"])
    Golden.expect(run.output, equals: "help/\(command).txt")
  }
}
