package import ExpressionLanguage

/// All that was ever stated of a person, with when it was known: bitemporal.
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
    package var ended: CivilDate?
    /// The open dispute.
    package var dispute: Dispute?
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

  /// Nothing known.
  package init() {}

  /// The statements that were known on a day.
  package func known(on day: CivilDate) -> [Item] {
    items.filter { $0.known <= day && ($0.ended.map { $0 > day } ?? true) }
  }

  mutating func apply(_ event: FactEvent, _ entry: FileEntry) {}
}
