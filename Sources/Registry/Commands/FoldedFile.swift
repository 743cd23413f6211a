import Casework
import EventStore
import ExpressionLanguage

/// A file as folded from its stream, with what only its entries tell.
struct FoldedFile: Sendable {
  private(set) var file: ResidentFile
  /// The legal date of the last entry; no later one may lie before it.
  private(set) var lastDay: CivilDate?
  /// The legal date of each notice, in order.
  private(set) var noticeDays: [CivilDate] = []

  /// The rows that it makes in each of the read models, as far as they were worked out already.
  var rows: [[ReadRow]?] = []

  init(id: ResidentID) { file = ResidentFile(id: id) }

  mutating func apply(_ entry: FileEntry) {
    file.apply(entry)
    rows = []
    lastDay = entry.on
    if case .notice = entry.event { noticeDays.append(entry.on) }
  }

  /// Folds what the stream holds beyond what is folded already.
  ///
  /// - Throws: `Rejection` `data-destroyed`; `UnreadableEvent`.
  mutating func catchUp(_ events: (StreamID, Int64) throws -> [StoredEvent]) throws {
    for event in try events(file.id.stream, Int64(file.version)) {
      apply(try EventCodec.decode(event))
    }
  }
}

extension ResidentID {
  /// The stream that holds the entries of the file.
  var stream: StreamID { stream(in: "resident") }
  /// The stream that holds who read the file.
  var accessStream: StreamID { stream(in: "access") }
  /// The stream that holds which of the file's notices went out.
  var deliveryStream: StreamID { stream(in: "delivery") }

  private func stream(in family: String) -> StreamID {
    guard let stream = StreamID("\(family)/\(text)") else {
      preconditionFailure("a file's name fits into a stream's")
    }
    return stream
  }

  /// The file of a resident's stream; `nil` for any other stream.
  init?(_ stream: StreamID) {
    let prefix = "resident/"
    guard stream.text.hasPrefix(prefix) else { return nil }
    self.init(String(stream.text.dropFirst(prefix.count)))
  }
}
