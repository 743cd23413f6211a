package import Foundation

/// A process of the program `StoreCrasher`, which writes to a journal until it is killed.
///
/// Unchecked: the process is only asked for its number.
package final class Crasher: @unchecked Sendable {
  private let process: Process
  private let output: URL
  private let ends: AsyncStream<Void>

  /// Starts it.
  ///
  /// - Parameters:
  ///   - mode: What it is to do.
  ///   - path: The journal.
  ///   - writers: How many write at once.
  ///   - folder: Where what it says is kept; beside the journal, unless another is given.
  ///   - fileBlocks: How large a file it may write, in blocks of the shell.
  /// - Throws: What starting a program throws.
  package init(
    _ mode: String,
    _ path: String,
    writers: Int,
    in folder: URL? = nil,
    fileBlocks: Int? = nil
  ) throws {
    output = (folder ?? URL(filePath: path).deletingLastPathComponent())
      .appending(path: "out-\(UUID().uuidString)")
    try Data().write(to: output)
    let process = Process()
    let program = ProgramRun.product("StoreCrasher").path
    process.executableURL = URL(filePath: "/bin/sh")
    let limit = fileBlocks.map { "ulimit -f \($0); " } ?? ""
    process.arguments = ["-c", limit + "exec \"$0\" \"$@\"", program, mode, path, "\(writers)"]
    process.standardOutput = try FileHandle(forWritingTo: output)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    self.process = process
    self.ends = ends
  }

  /// Waits until it has said a line.
  package func waits(for line: String, within limit: Duration = .seconds(30)) async throws {
    try await waits(within: limit) { $0.contains(line) }
  }

  /// Waits until it has said so many lines.
  package func waits(forLines count: Int, within limit: Duration = .seconds(30)) async throws {
    try await waits(within: limit) { $0.count >= count }
  }

  private func waits(within limit: Duration, _ isEnough: ([String]) -> Bool) async throws {
    let start = ContinuousClock.now
    while try !isEnough(lines()) {
      struct TooLate: Error {}
      if start.duration(to: .now) > limit { throw TooLate() }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Kills it as a loss of power would, and gives what was acknowledged.
  package func kill() async throws -> [String] {
    Foundation.kill(process.processIdentifier, SIGKILL)
    return try await end()
  }

  /// Waits until it ends by itself, and gives what was acknowledged.
  package func end() async throws -> [String] {
    for await _ in ends {}
    return try lines().filter { $0.hasPrefix("ack ") }.map { String($0.dropFirst(4)) }
  }

  /// What it has said, in whole lines.
  package func lines() throws -> [String] {
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
