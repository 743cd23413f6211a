import ExpressionLanguage

/// Records of one kind while they are being told, one attribute after the other.
struct RecordsDialogue: Sendable {
  /// What is asked next.
  enum Turn: Hashable, Sendable {
    /// Whether there are any.
    case any
    /// One attribute of the record in hand.
    case attribute(Int)
    /// Whether there is another.
    case more
  }

  /// The kind.
  let kind: Int
  /// The records told so far.
  var rows: [[Value]] = []
  /// The record in hand.
  var row: [Value] = []
  /// Which of the records is told anew; `nil` for a further one.
  var place: Int?
  /// What is asked next.
  var turn = Turn.any

  init(kind: Int) { self.kind = kind }

  /// The key of the attribute in hand.
  func key(_ attribute: Int) -> MissingFact {
    .attribute(records: kind, item: place ?? rows.count, attribute: attribute)
  }

  /// Begins a record; the one at `place` anew, or a further one.
  mutating func begin(at place: Int? = nil, attributes: Int) {
    self.place = place
    row = (0..<attributes).map { .unknown(Missing(key($0))) }
    turn = .attribute(0)
  }

  /// Takes an attribute of the record in hand, and the record once it is whole.
  mutating func take(_ value: Value, of attribute: Int) {
    row[attribute] = value
    if attribute + 1 < row.count {
      turn = .attribute(attribute + 1)
      return
    }
    if let place { rows[place] = row } else { rows.append(row) }
    row = []
    place = nil
    turn = .more
  }

  /// Takes a record away.
  mutating func remove(_ place: Int) {
    rows.remove(at: place)
    for item in rows.indices {
      for attribute in rows[item].indices where !rows[item][attribute].isKnown {
        let key = MissingFact.attribute(records: kind, item: item, attribute: attribute)
        rows[item][attribute] = .unknown(Missing(key))
      }
    }
    turn = rows.isEmpty ? .any : .more
  }
}
