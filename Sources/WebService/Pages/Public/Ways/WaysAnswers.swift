package import ExpressionLanguage
package import Policy
package import Scoring

/// What a visitor has said on the way to an answer: by stable names, as the dictionaries write it.
///
/// It is kept in the visitor's own browser and nowhere else; see `WaysCookie`. What the measures in
/// force no longer know, or type otherwise, is passed over when it is read as facts.
package struct WaysAnswers: Hashable, Sendable {
  /// One thing that was said, or left open.
  package enum Entry: Hashable, Sendable {
    /// A value; `none` is known to be none.
    case value(String)
    /// The visitor can't tell.
    case skipped
    /// All records of a kind, a value each attribute; `?` for what the visitor can't tell.
    case records([[String]])
    /// Some records of a kind, which are not all yet.
    case begun([[String]])
  }

  /// What is being found out.
  package var goal: WaysGoal?
  /// How far it is to be looked into.
  package var reach = WaysReach.firstWay
  /// What was said, by stable name, in the order of saying.
  package private(set) var entries: [(name: String, entry: Entry)] = []

  /// Creates answers of which none is given.
  package init() {}

  /// What was said of a fact or of a kind of records.
  package subscript(_ name: String) -> Entry? {
    get { entries.first { $0.name == name }?.entry }
    set {
      let place = entries.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let entry?): entries[place].entry = entry
      case (let place?, nil): entries.remove(at: place)
      case (nil, let entry?): entries.append((name, entry))
      case (nil, nil): break
      }
    }
  }

  /// What is not known to the visitor, by stable name.
  var skipped: Set<String> {
    Set(entries.filter { $0.entry == .skipped }.map(\.name))
  }

  /// The facts that they say, under the dictionaries of a set.
  ///
  /// - Complexity: O(*n* · *f*) for *n* answers and *f* declared facts.
  package func facts(_ model: FactModel, on day: CivilDate) -> Facts {
    var facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
    for (name, entry) in entries {
      if let index = model.fact(named: name), case .value(let text) = entry {
        let slot = AnswerSlot(.fact(index), model)
        if let value = slot.value(text) { facts.values[index] = value }
      }
      if let kind = model.records(named: name), case .records(let rows) = entry {
        facts.records[kind] = .known(
          rows.enumerated().map { item, row in row.values(of: kind, item: item, model) }
        )
      }
    }
    return facts
  }

  /// The facts that the visitor's browser holds, under the measures of today.
  ///
  /// - Throws: `Rejection` where no measures are in force.
  static func facts(of visit: Visit) throws -> Facts { try WaysTalk(visit).facts }

  /// Whether both say the same in the same order.
  package static func == (one: WaysAnswers, other: WaysAnswers) -> Bool {
    one.goal == other.goal && one.reach == other.reach
      && one.entries.elementsEqual(other.entries) { $0.name == $1.name && $0.entry == $1.entry }
  }

  /// Hashes what was said.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(goal)
    hasher.combine(reach)
    for (name, entry) in entries {
      hasher.combine(name)
      hasher.combine(entry)
    }
  }
}

extension [String] {
  /// The values of a record's attributes; what does not read is unknown.
  func values(of kind: Int, item: Int, _ model: FactModel) -> [Value] {
    model.records[kind].attributes.indices.map { attribute in
      let key = MissingFact.attribute(records: kind, item: item, attribute: attribute)
      guard attribute < count else { return .unknown(Missing(key)) }
      return AnswerSlot(key, model).value(self[attribute]) ?? .unknown(Missing(key))
    }
  }
}

extension FactModel {
  /// The fact of a stable name.
  func fact(named name: String) -> Int? {
    facts.firstIndex { NameKey.identifier($0.name.english) == name }
  }

  /// The kind of records of a stable name.
  func records(named name: String) -> Int? {
    records.firstIndex { NameKey.identifier($0.name.english) == name }
  }
}
