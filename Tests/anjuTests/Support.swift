import Foundation
import TestSupport
import Testing

/// The program as people run it.
enum Program {
  /// When a program that never ends is ended; no test is about it, for on a busy machine anything
  /// may take long.
  static let limit = Duration.seconds(300)
  /// The most memory that it may take, in kilobytes.
  static let memory = 500 * 1_024

  /// Runs `anju` to its end, in English unless `environment` says otherwise.
  static func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = "",
    in folder: URL = PackageRoot.url
  ) async throws -> ProgramRun {
    let quiet = ["LC_ALL": "C", "NO_COLOR": "", "TERM": "xterm-256color"]
    return try await ProgramRun.of(
      ProgramRun.product("anju"),
      arguments,
      environment: quiet.merging(environment) { $1 },
      input: input,
      in: folder,
      timeLimit: limit
    )
  }

  /// Runs `anju` on so many seconds of a processor, however long others keep it waiting for one.
  ///
  /// The system ends a program that wants more by a signal, as which the exit code tells it.
  static func run(_ arguments: [String], onSeconds seconds: Int) async throws -> ProgramRun {
    try await ProgramRun.of(
      URL(filePath: "/bin/sh"),
      ["-c", "ulimit -t \(seconds) && exec \"$0\" \"$@\"", ProgramRun.product("anju").path]
        + arguments,
      environment: ["LC_ALL": "C", "NO_COLOR": "", "TERM": "xterm-256color"],
      timeLimit: limit
    )
  }

  /// Assesses a file on a fixed day.
  static func assess(_ files: [String], _ more: [String] = []) async throws -> ProgramRun {
    try await run(["assess"] + files + ["--on", "2026-11-23"] + more)
  }

  /// The most memory, in kilobytes, that any program run by these tests has held at once.
  static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return usage.ru_maxrss
  }

  /// The example people of the package.
  static let residents = [
    "engineer", "graduate", "relocated-from-beijing", "relocated-talent", "special-channel",
  ]

  /// The file of one of them.
  static func resident(_ name: String, _ type: String = "yaml") -> String {
    PackageRoot.file("Examples/residents/\(name).\(type)").path
  }
}

/// A folder that is there while a test runs.
struct Scratch: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "anju tests \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a text and gives its path.
  func file(_ name: String, _ text: String) throws -> String { try file(name, text.utf8) }
}
