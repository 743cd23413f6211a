import Dispatch
package import Foundation
import Synchronization

/// What a program that was run to its end did.
package struct ProgramRun: Sendable {
  /// The status it exited with; for a program ended by a signal, 128 and the signal's number.
  package let exitCode: Int32
  /// What it wrote to standard output.
  package let output: String
  /// What it wrote to standard error.
  package let errors: String

  /// A program that had to be stopped because its time was up.
  package struct TimeLimitExceeded: Error, CustomStringConvertible {
    /// The program, its limit and what it had written.
    package let description: String
  }

  /// The executable product `name`, which the same build put beside the running tests.
  package static func product(_ name: String) -> URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }

  /// Runs `program` to its end.
  ///
  /// Standard output and error go to files, so a program that writes much never waits for a reader.
  ///
  /// - Parameters:
  ///   - program: The executable file.
  ///   - arguments: Its arguments, without its own name.
  ///   - environment: Variables to set beside those inherited from the tests.
  ///   - input: What it reads on standard input.
  ///   - folder: The folder it runs in; the package's root unless another is given.
  ///   - timeLimit: How long it may take before it is killed.
  /// - Returns: What it did.
  /// - Throws: `TimeLimitExceeded`, or what starting the program throws.
  package static func of(
    _ program: URL,
    _ arguments: [String] = [],
    environment: [String: String] = [:],
    input: String = "",
    in folder: URL = PackageRoot.url,
    timeLimit: Duration = .seconds(60)
  ) async throws -> ProgramRun {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let inputFile = scratch.appending(path: "input")
    let outputFile = scratch.appending(path: "output")
    let errorFile = scratch.appending(path: "errors")
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)

    let inTime = try await finish(process, within: timeLimit)
    let output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    let errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    guard inTime else {
      let call = ([program.lastPathComponent] + arguments).joined(separator: " ")
      throw TimeLimitExceeded(
        description: "`\(call)` took over \(timeLimit); it wrote:\n\(output)\n\(errors)"
      )
    }
    let signalled = process.terminationReason == .uncaughtSignal
    let code = process.terminationStatus + (signalled ? 128 : 0)
    return ProgramRun(exitCode: code, output: output, errors: errors)
  }

  /// Runs `process` to its end, killing it at its limit; tells whether it ended by itself.
  private static func finish(_ process: Process, within limit: Duration) async throws -> Bool {
    enum Fate { case running, ended, killed }
    let fate = Mutex(Fate.running)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in
      fate.withLock { if $0 == .running { $0 = .ended } }
      end.finish()
    }
    try process.run()
    let number = process.processIdentifier
    // A thread of its own: tests that compute may hold every thread that tasks run on, so that
    // neither a task's sleep nor what follows the end of the program comes in time.
    let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
    DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: .now() + seconds) {
      fate.withLock { fate in
        guard fate == .running else { return }
        fate = .killed
        kill(number, SIGKILL)
      }
    }
    for await _ in ends {}
    return fate.withLock { $0 == .ended }
  }
}
