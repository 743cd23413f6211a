import Foundation
import TestSupport
import Testing

@Suite struct ProgramRunTests {
  private let shell = URL(filePath: "/bin/sh")

  @Test func `exit code, both outputs, input, environment and folder arrive`() async throws {
    let script = "cat; printf %s \"$GREETING\" >&2; [ -f Package.swift ] && exit 3"
    let run = try await ProgramRun.of(
      shell,
      ["-c", script],
      environment: ["GREETING": "你好"],
      input: "facts\n"
    )
    #expect(run.exitCode == 3)
    #expect(run.output == "facts\n")
    #expect(run.errors == "你好")
  }

  @Test func `much output does not block`() async throws {
    let run = try await ProgramRun.of(shell, ["-c", "head -c 1000000 /dev/zero | tr '\\0' x"])
    #expect(run.output.utf8.count == 1_000_000)
  }

  @Test func `a program over its time is killed`() async throws {
    await #expect(throws: ProgramRun.TimeLimitExceeded.self) {
      _ = try await ProgramRun.of(shell, ["-c", "exec sleep 60"], timeLimit: .milliseconds(200))
    }
  }

  @Test func `a signal counts from 128`() async throws {
    let run = try await ProgramRun.of(shell, ["-c", "kill -KILL $$"])
    #expect(run.exitCode == 137)
  }

  @Test func `a program that is not there throws`() async {
    await #expect(throws: (any Error).self) {
      _ = try await ProgramRun.of(PackageRoot.file("no/such/program"))
    }
  }
}
