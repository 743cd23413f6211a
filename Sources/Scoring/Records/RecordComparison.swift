/// A record beside what the same facts and texts give when they are decided again.
package struct RecordComparison: Sendable {
  /// What the comparison says.
  package enum Answer: Sendable {
    /// The same, byte for byte.
    case same
    /// The same decision for the same reasons, told in other words.
    case otherWords
    /// Something else.
    case different
  }

  /// What it says.
  package let answer: Answer
  /// The differences, what causes others first.
  package let differences: [RecordDifference]
  /// The keys that the program writes today and the record does not have; they are passed over.
  package let newKeys: [String]
  /// Whether every outcome, total and answer is the same, whatever else differs.
  package let hasSameOutcome: Bool

  /// Compares a record with one made again.
  ///
  /// Both are taken as JSON. Keys that only the new one has are passed over: within one version of
  /// the format and of the assessment's schema keys are only ever added. Everything else counts.
  ///
  /// - Complexity: O(*n*) in the size of both.
  package init(_ recorded: DecisionRecord, _ recomputed: DecisionRecord) {
    var again = recomputed
    again.engine = recorded.engine
    let (old, new) = (recorded.value, again.value)
    var keys: [String] = []
    let projected = new.projected(onto: old, passingOver: &keys)
    newKeys = keys
    if JSONWriter.text(projected) == JSONWriter.text(old) {
      (answer, differences, hasSameOutcome) = (.same, [], true)
      return
    }
    var walk = RecordWalk()
    walk.compare(old, projected, key: "", parent: nil)
    differences = walk.differences
    answer = differences.allSatisfy(\.isWording) && !differences.isEmpty ? .otherWords : .different
    hasSameOutcome = RecordComparison.outcomes(old) == RecordComparison.outcomes(projected)
  }

  /// Every outcome, total and answer, by name.
  private static func outcomes(_ record: JSONValue) -> [String: [String?]] {
    var outcomes: [String: [String?]] = [:]
    for list in ["channels", "services"] {
      guard case .list(let elements)? = record[key: "outcome"]?[key: list] else { continue }
      for element in elements {
        let id = list + "/" + (element[key: "id"]?.string ?? "")
        outcomes[id] = ["outcome", "total", "answer"].map { element[key: $0]?.string }
        guard case .list(let family)? = element[key: "family"] else { continue }
        outcomes[id + "/family"] = family.map { $0[key: "outcome"]?.string }
      }
    }
    return outcomes
  }
}

extension JSONValue {
  /// The value with the keys of `old` alone, in its order; what is left out is named.
  func projected(onto old: JSONValue, passingOver keys: inout [String]) -> JSONValue {
    switch (self, old) {
    case (.object(let new), .object(let old)):
      for entry in new where !old.contains(where: { $0.key == entry.key }) {
        if !keys.contains(entry.key) { keys.append(entry.key) }
      }
      return .object(
        old.compactMap { entry in
          self[key: entry.key].map { value in
            (entry.key, value.projected(onto: entry.value, passingOver: &keys))
          }
        }
      )
    case (.list(let new), .list(let old)):
      return .list(
        new.enumerated().map { index, value in
          // Elements are matched by name where they have one, as they are compared.
          let twin =
            old.first { value.id != nil && $0.id == value.id }
            ?? (old.indices.contains(index) ? old[index] : nil)
          return twin.map { value.projected(onto: $0, passingOver: &keys) } ?? value
        }
      )
    default: return self
    }
  }

  /// The stable name of an element of a list.
  var id: String? { self[key: "id"]?.string }
}
