import Logging
import Synchronization

/// What a log was told.
final class Lines: Sendable {
  private let text = Mutex("")

  var all: String { text.withLock { $0 } }

  func add(_ line: String) { text.withLock { $0 += line + "\n" } }
}

struct LineLog: LogHandler {
  let lines: Lines
  var logLevel = Logger.Level.trace
  var metadata = Logger.Metadata()

  init(lines: Lines) { self.lines = lines }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.add("\(event.message) \(event.metadata ?? [:]) \(metadata)")
  }
}
