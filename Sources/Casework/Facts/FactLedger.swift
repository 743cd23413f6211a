package import ExpressionLanguage

/// All that was ever stated of a person, with when it was known: bitemporal.
///
/// What stands does not depend on the order in which statements arrive. Of two words of one source
/// about one fact, the one outranks the other that the source says for the later day (`asOf`); for
/// the same day, the one with the greater reference, then the greater text. A word takes the place
/// of every word that it outranks and whose time it covers; one that arrives after it was outranked
/// is kept as history and never stood. Where times overlap only in part, both stand, and on each
/// day the higher counts. A word that was withdrawn brings none back that it had replaced: what its
/// source said before it said something wrong is no better known. It is unknown until stated again.
package struct FactLedger: Hashable, Sendable {
  /// One statement and what became of it.
  package struct Item: Hashable, Sendable {
    /// Its number in the file, from 1.
    package var number: Int
    /// What was stated.
    package var statement: FactStatement
    /// The legal date from which it is known.
    package var known: CivilDate
    /// The legal date from which it is no longer what is known: superseded or withdrawn.
    ///
    /// It is the same day as `known` for what was outranked before it came.
    package var ended: CivilDate?
    /// The number of the statement that took its place.
    package var supersededBy: Int?
    /// Whether it was taken back.
    package var isWithdrawn = false
    /// The open dispute; it follows to the statement that takes this one's place.
    package var dispute: Dispute?
    /// Whose hand recorded it.
    package var by: Hand
  }

  /// What the person says against a fact.
  package struct Dispute: Hashable, Sendable {
    /// Why.
    package var why: String
    /// The day of it.
    package var on: CivilDate
    /// The last day for the answer.
    package var due: DueDate
  }

  /// Every statement, in the order of recording.
  package private(set) var items: [Item] = []
  /// The numbers of the statements of each fact and source that no other there replaces: only with
  /// these must a new one be compared.
  private var heads: [Slot: [Int]] = [:]

  /// What outranks what: only the words of one source about one fact.
  private struct Slot: Hashable {
    var fact: String
    var source: String

    init(_ statement: FactStatement) {
      fact = statement.fact
      source = statement.source
    }
  }

  /// Nothing known.
  package init() {}

  /// One statement by its number.
  package func item(_ number: Int) -> Item? {
    number > 0 && number <= items.count ? items[number - 1] : nil
  }

  /// The statements that were known on a day, whenever they are true.
  ///
  /// - Complexity: O(*n*) in the statements of the file.
  package func known(on day: CivilDate) -> [Item] {
    items.filter { $0.known <= day && ($0.ended.map { $0 > day } ?? true) }
  }

  /// The statements known on a day that are true on another, by fact: what counts, one for each.
  ///
  /// Where several sources speak of one fact, the later `asOf` counts, then the higher rank.
  ///
  /// - Complexity: O(*n*) in the statements of the file.
  package func standing(on day: CivilDate, known: CivilDate? = nil) -> [String: Item] {
    var standing: [String: Item] = [:]
    for item in items where item.isKnown(on: known ?? day) && item.statement.holds(on: day) {
      if let other = standing[item.statement.fact],
        !item.statement.outranks(other.statement)
      {
        continue
      }
      standing[item.statement.fact] = item
    }
    return standing
  }

  /// What counts of one fact.
  func standing(_ fact: String, on day: CivilDate, known: CivilDate? = nil) -> Item? {
    var standing: Item?
    for item in items where item.statement.fact == fact {
      guard item.isKnown(on: known ?? day), item.statement.holds(on: day) else { continue }
      if let other = standing, !item.statement.outranks(other.statement) { continue }
      standing = item
    }
    return standing
  }

  /// Every statement with an open dispute.
  package var disputed: [Item] { items.filter { $0.dispute != nil } }

  /// The statement on which a dispute of this one is open now: itself, or what took its place.
  ///
  /// - Complexity: O(*n*) in the statements that took the place of each other.
  func disputed(_ number: Int) -> Item? {
    var next = item(number)
    while let item = next, item.dispute == nil { next = item.supersededBy.flatMap(self.item) }
    return next
  }

  /// Whether exactly this is on file.
  ///
  /// - Complexity: O(*n*) in the statements of the file.
  func contains(_ statement: FactStatement) -> Bool {
    items.contains { $0.statement == statement }
  }

  /// The words of the same source about the same fact that no other of them replaces; some may
  /// have been withdrawn.
  func rivals(of statement: FactStatement) -> [Item] {
    (heads[Slot(statement)] ?? []).compactMap(item)
  }

  /// The numbers of those that a new statement takes the place of.
  func superseded(by statement: FactStatement) -> [Int] {
    rivals(of: statement)
      .filter { $0.ended == nil && statement.replaces($0.statement) }
      .map(\.number)
  }

  mutating func apply(_ event: FactEvent, _ entry: FileEntry) {
    switch event {
    case .stated(let statement, let supersedes): state(statement, supersedes, entry)
    case .withdrawn(let fact, _):
      guard items.indices.contains(fact - 1) else { return }
      items[fact - 1].isWithdrawn = true
      items[fact - 1].ended = min(items[fact - 1].ended ?? entry.on, entry.on)
      items[fact - 1].dispute = nil
    case .disputed(let fact, let why, let due):
      guard items.indices.contains(fact - 1) else { return }
      items[fact - 1].dispute = Dispute(why: why, on: entry.on, due: due)
    case .disputeAnswered(let fact, _, _):
      guard items.indices.contains(fact - 1) else { return }
      items[fact - 1].dispute = nil
    }
  }

  private mutating func state(
    _ statement: FactStatement,
    _ supersedes: [Int],
    _ entry: FileEntry
  ) {
    var item = Item(
      number: items.count + 1,
      statement: statement,
      known: entry.on,
      by: entry.by
    )
    let slot = Slot(statement)
    let higher = rivals(of: statement).first {
      !supersedes.contains($0.number) && $0.outweighs(statement)
    }
    if let higher {
      item.ended = entry.on
      item.supersededBy = higher.number
    }
    let replaced = Set(superseded(by: statement)).union(supersedes)
    if higher == nil {
      heads[slot, default: []].removeAll {
        replaced.contains($0) || statement.replaces(items[$0 - 1].statement)
      }
      heads[slot, default: []].append(item.number)
    }
    for number in replaced.sorted() where items.indices.contains(number - 1) {
      let index = number - 1
      items[index].ended = min(items[index].ended ?? entry.on, entry.on)
      if items[index].supersededBy == nil { items[index].supersededBy = item.number }
      guard let dispute = items[index].dispute else { continue }
      items[index].dispute = nil
      // Of two disputes the one that must be answered first stays.
      if let other = item.dispute, other.due.day <= dispute.due.day { continue }
      item.dispute = dispute
    }
    items.append(item)
  }
}

extension FactLedger.Item {
  func isKnown(on day: CivilDate) -> Bool { known <= day && (ended.map { $0 > day } ?? true) }

  /// Whether a statement that arrives now came too late: this one has taken its place already.
  ///
  /// What was withdrawn only stands above what is older: its source may say something for the same
  /// day again.
  func outweighs(_ statement: FactStatement) -> Bool {
    if isWithdrawn, statement.asOf >= self.statement.asOf { return false }
    return self.statement.replaces(statement)
  }
}
