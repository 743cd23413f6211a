import Casework
import EventStore
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import Registry

struct EventCodecTests {
  /// One payload a line, with its type before it.
  ///
  /// Lines are added and never changed: journals hold
  /// such payloads, and whoever opens one in ten years has to read them.
  private static let kept = PackageRoot.file("Tests/RegistryTests/Kept/payloads.txt")

  private var lines: [(type: String, payload: String)] {
    get throws {
      try String(contentsOf: Self.kept, encoding: .utf8).split(separator: "\n").map { line in
        let parts = line.split(separator: " ", maxSplits: 1)
        return (String(parts[0]), String(parts[1]))
      }
    }
  }

  @Test func `every payload that was ever written can be read`() throws {
    for (type, payload) in try lines {
      let entry = try EventCodec.decode(stored(type, payload))
      #expect(entry.event.type == type)
      // And loses nothing: what it is written as now says the same.
      let again = try EventCodec.encode(entry, of: resident)
      let written = String(decoding: again.payload, as: UTF8.self)
      #expect(try EventCodec.decode(stored(type, written)) == entry)
    }
  }

  @Test func `every kind of event is among the payloads that are kept`() throws {
    let known = Set(try lines.map(\.payload))
    for event in EventSamples.all {
      let line = try EventCodec.encode(entry(event), of: resident)
      let payload = String(decoding: line.payload, as: UTF8.self)
      #expect(
        known.contains(payload),
        "add to \(Self.kept.lastPathComponent): \(line.type) \(payload)"
      )
      #expect(try EventCodec.decode(stored(line.type, payload)) == entry(event))
      #expect(line.subject == resident.text)
    }
  }

  @Test func `every stored name in Casework has a sample`() throws {
    let sampled = Set(EventSamples.all.map(\.type))
    let folders = [
      ("person", "Persons/PersonEvent"), ("fact", "Facts/FactEvent"),
      ("application", "Applications/ApplicationEvent"), ("permit", "Permits/PermitEvent"),
    ]
    for (family, file) in folders {
      let url = PackageRoot.file("Sources/Casework/\(file).swift")
      let source = try String(contentsOf: url, encoding: .utf8)
      let names = source.matches(of: /case \.\w+: "([a-z-]+)"/).map { String($0.1) }
      #expect(!names.isEmpty)
      for name in names { #expect(sampled.contains("\(family)/\(name)")) }
    }
  }

  @Test(arguments: [
    ("permit/taken-to-the-moon", "{}"), ("moon/landed", "{}"), ("permit/issued", "{}"),
    ("permit/issued", "no JSON"),
    (
      "permit/issued",
      #"{"by":{"account":"a","office":"","role":"clerk"},"event":{"suspended":{"from":"2024-01-01"}},"on":"2024-01-01"}"#
    ),
    (
      "permit/suspended",
      #"{"by":{"account":"a","office":"","role":"clerk"},"event":{"suspended":{"from":"2024-02-30"}},"on":"2024-01-01"}"#
    ),
  ])
  func `an event that cannot be read is named by its place and type`(
    type: String,
    payload: String
  ) throws {
    #expect(throws: UnreadableEvent(position: 42, type: type)) {
      try EventCodec.decode(stored(type, payload))
    }
    let text = UnreadableEvent(position: 42, type: type).description
    #expect(text.contains("42") && text.contains(type) && !text.contains("2024"))
  }

  @Test func `what was destroyed is no fault of the journal`() throws {
    var event = stored("permit/issued", "")
    event.payload = .destroyed
    let rejection = #expect(throws: Rejection.self) { try EventCodec.decode(event) }
    #expect(rejection?.id == "data-destroyed")
  }

  private var resident: ResidentID {
    ResidentID("0123456789") ?? ResidentIDs.system.next()
  }

  private func entry(_ event: Event) -> FileEntry {
    FileEntry(event, on: EventSamples.day, by: Actor.clerk.hand)
  }

  private func stored(_ type: String, _ payload: String) -> StoredEvent {
    StoredEvent(
      position: 42,
      stream: resident.stream,
      version: 7,
      type: type,
      recordedAt: 0,
      subject: resident.text,
      payload: .bytes(Array(payload.utf8))
    )
  }
}
