package import Foundation
package import Testing

/// Texts kept under `Tests/<room>/Golden`, which a test's output must equal byte for byte.
///
/// `UPDATE_GOLDENS=1 swift test` rewrites them; the reviewer reads the diff.
package enum Golden {
  /// How an output compares with the text that is kept.
  package enum Outcome: Equatable, Sendable {
    /// The two are the same bytes.
    case same
    /// There was no such text; the output was written as one, to be read before it is committed.
    case written
    /// The text was rewritten because `UPDATE_GOLDENS` is 1.
    case updated
    /// The two differ; the difference, as a person reads it.
    case different(String)
  }

  /// Records an issue if `actual` differs from the golden file `name` of the calling test's room.
  ///
  /// - Parameters:
  ///   - actual: What the program printed.
  ///   - name: The file's path in the room's `Golden` folder, such as `help/assess.txt`.
  ///   - file: The calling test's file, which tells the room.
  ///   - sourceLocation: Where the issue is shown.
  package static func expect(
    _ actual: String,
    equals name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let golden = PackageRoot.room(of: file).appending(path: "Golden/\(name)")
    let update = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
    do {
      switch try compare(actual, with: golden, update: update) {
      case .same, .updated: break
      case .written:
        let text: Comment = "\(name) was missing and has been written: read it, then commit it."
        Issue.record(text, sourceLocation: sourceLocation)
      case .different(let difference):
        let text: Comment =
          "\(name) differs (- expected, + actual; `make goldens` rewrites it):\n\(difference)"
        Issue.record(text, sourceLocation: sourceLocation)
      }
    } catch {
      Issue.record(error, "\(name) could not be compared", sourceLocation: sourceLocation)
    }
  }

  /// Compares `actual` with the file at `golden`, and writes that file where it is missing.
  ///
  /// - Parameters:
  ///   - actual: What the program printed.
  ///   - golden: The file that holds what it should print.
  ///   - update: Whether to rewrite a file that differs.
  /// - Returns: How the two compare, after any writing.
  /// - Throws: What reading or writing the file throws.
  package static func compare(_ actual: String, with golden: URL, update: Bool) throws -> Outcome {
    let bytes = Data(actual.utf8)
    guard FileManager.default.fileExists(atPath: golden.path) else {
      let folder = golden.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try bytes.write(to: golden)
      return update ? .updated : .written
    }
    let kept = try Data(contentsOf: golden)
    if kept == bytes { return .same }
    if update {
      try bytes.write(to: golden)
      return .updated
    }
    let expected = String(decoding: kept, as: UTF8.self)
    return .different(LineDiff.between(expected: expected, actual: actual))
  }
}
