import Glibc
import Synchronization

/// Standard input, line by line; an interruption is heard between two lines and while one is awaited.
struct LineSource: ~Copyable {
  /// What came.
  enum Event: Equatable {
    /// A line, without its end.
    case line(String)
    /// A line that is not UTF-8.
    case unreadable
    /// The end of the input.
    case end
    /// Ctrl-C, or a request to end.
    case interruption
  }

  /// The most bytes of a line; what is longer is no answer.
  private static let most = 1 << 16
  /// Where a signal leaves its mark; a handler can reach nothing else.
  private static let signalled = Atomic<Int32>(-1)

  private var buffer: [UInt8] = []
  private var hasEnded = false
  private let mark: Int32

  /// Begins to listen for signals.
  init() {
    var ends: [Int32] = [-1, -1]
    mark = pipe(&ends) == 0 ? ends[0] : -1
    LineSource.signalled.store(ends[1], ordering: .sequentiallyConsistent)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      var byte: UInt8 = 0
      _ = write(LineSource.signalled.load(ordering: .sequentiallyConsistent), &byte, 1)
    }
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaction(signal, &action, nil) }
  }

  /// The next line, or what ended the waiting for it.
  mutating func next() -> Event {
    while true {
      if isInterrupted { return .interruption }
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        return LineSource.event(line)
      }
      if hasEnded || buffer.count > LineSource.most {
        defer { buffer = [] }
        return buffer.isEmpty ? .end : LineSource.event(buffer)
      }
      read()
    }
  }

  private var isInterrupted: Bool {
    var waiting = pollfd(fd: mark, events: Int16(POLLIN), revents: 0)
    return mark >= 0 && poll(&waiting, 1, 0) > 0
  }

  /// Waits for input or a signal, and takes what has come.
  private mutating func read() {
    var waiting = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mark, events: Int16(POLLIN), revents: 0),
    ]
    if poll(&waiting, mark >= 0 ? 2 : 1, -1) < 0 || waiting[1].revents != 0 { return }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(0, &bytes, bytes.count)
    if count > 0 {
      buffer += bytes[..<count]
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
  }

  private static func event(_ bytes: [UInt8]) -> Event {
    guard let line = String(validating: bytes, as: UTF8.self) else { return .unreadable }
    return .line(line.hasSuffix("\r") ? String(line.dropLast()) : line)
  }
}
