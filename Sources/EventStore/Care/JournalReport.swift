/// What a verification found.
package struct JournalReport: Hashable, Sendable {
  /// How many events were looked at.
  package var events: Int64 = 0
  /// How many subjects have a key.
  package var subjects: Int64 = 0
  /// How many subjects were destroyed.
  package var destroyed: Int64 = 0
  /// How many payloads could not be compared with their commitments, for want of a key.
  package var unreadable: Int64 = 0
  /// Where the journal ends, as the events say.
  package var head = EventChain.start
  /// What is wrong, in the order in which it was found.
  package var faults: [JournalFault] = []
  /// Whether there were more faults than are listed.
  package var isCut = false

  /// The most faults that are listed.
  static let mostFaults = 100

  mutating func add(_ kind: JournalFault.Kind, _ place: JournalFault.Place, _ detail: String = "") {
    guard faults.count < Self.mostFaults else {
      isCut = true
      return
    }
    faults.append(JournalFault(kind, at: place, detail: detail))
  }
}
