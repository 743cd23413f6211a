package import ExpressionLanguage
package import Policy

extension Facts {
  /// The facts after some changes on a day, or `nil` where they cannot be made.
  ///
  /// The past is never rewritten: a spell that runs ends the day (the month) before, and one with
  /// the new value begins; only what began on the very day is changed in place. A person cannot
  /// have more records than the dictionary allows.
  ///
  /// - Complexity: O(*n*) in the facts and records.
  package func making(_ moves: [Move], on day: CivilDate, model: FactModel) -> Facts? {
    makingCells(moves, on: day, model: model)?.facts
  }

  /// The facts after some changes, and where the new values of each change stand.
  func makingCells(
    _ moves: [Move],
    on day: CivilDate,
    model: FactModel
  ) -> (facts: Facts, cells: [[FactCell]])? {
    var facts = self
    var cells: [[FactCell]] = []
    // A spell that is changed in two attributes is followed by one spell with both.
    var followers: [ChangeTarget: Int] = [:]
    for move in moves {
      switch move.target {
      case .fact(let index):
        facts.values[index] = move.values[0]
        facts.provenance[.fact(index)] = nil
        cells.append([.fact(index)])
      case .attribute(let kind, let item, let attribute):
        guard
          let row = facts.row(toChange: item, kind, on: day, model.records[kind], &followers),
          case .known(var rows) = facts.records[kind]
        else { return nil }
        rows[row][attribute] = move.values[0]
        facts.records[kind] = .known(rows)
        cells.append([.record(kind: kind, item: row, attribute: attribute)])
      case .beginning(let kind):
        guard case .known(var rows) = facts.records[kind], rows.count < model.records[kind].most,
          let first = model.records[kind].grain?.firstDay(of: day)
        else { return nil }
        rows.append([.date(first), .absent] + move.values)
        facts.records[kind] = .known(rows)
        cells.append(
          move.values.indices.map {
            .record(kind: kind, item: rows.count - 1, attribute: $0 + 2)
          }
        )
      }
    }
    return (facts, cells)
  }

  /// The record in which an attribute is changed: the record itself, or the spell that follows it.
  private mutating func row(
    toChange item: Int,
    _ kind: Int,
    on day: CivilDate,
    _ model: RecordKind,
    _ followers: inout [ChangeTarget: Int]
  ) -> Int? {
    guard let grain = model.grain else { return item }
    let key = ChangeTarget.attribute(records: kind, item: item, attribute: 0)
    if let follower = followers[key] { return follower }
    guard case .known(var rows) = records[kind], case .date(let from) = rows[item][0],
      let first = grain.firstDay(of: day), let eve = first.adding(days: -1)
    else { return nil }
    if from >= first {
      followers[key] = item
      return item
    }
    guard rows.count < model.most else { return nil }
    var follower = rows[item]
    follower[0] = .date(first)
    rows[item][1] = .date(eve)
    rows.append(follower)
    records[kind] = .known(rows)
    followers[key] = rows.count - 1
    return rows.count - 1
  }
}

extension Grain {
  /// The first day of the day, or of its month.
  func firstDay(of day: CivilDate) -> CivilDate? {
    self == .months ? day.month.firstDay : day
  }

  /// Whether a spell surely runs on a day.
  func runs(_ row: [Value], on day: CivilDate) -> Bool {
    guard let first = firstDay(of: day), case .date(let from) = row[0], from <= day else {
      return false
    }
    switch row[1] {
    case .absent: return true
    case .date(let to): return to >= first
    default: return false
    }
  }

  /// Whether a spell may run on a day, as far as is known.
  func mayRun(_ row: [Value], on day: CivilDate) -> Bool {
    if case .date(let from) = row[0], from > day { return false }
    if let first = firstDay(of: day), case .date(let to) = row[1], to < first { return false }
    return true
  }
}
