package import ExpressionLanguage

/// A way to settle or to a permit: its conditions, and what goes with it.
package struct Channel: Sendable {
  /// How equal totals are ordered.
  package enum Ties: Sendable {
    /// All are admitted.
    case admitAll
    /// None is admitted.
    case excludeAll
    /// The earliest first.
    case earliest(Formula)
    /// The highest first.
    case highest(Formula)
  }

  /// How many people may come by it.
  package enum Plan: Sendable {
    /// A number of people, set by date.
    case number(Formula)
    /// No plan binds it.
    case outside
  }

  /// The measure's index in the set.
  package var measure: Int
  /// Its label.
  package var name: Bilingual
  /// Where it stands.
  package var place: Place
  /// The condition under which it is open.
  package var openWhen: Formula
  /// The total by which it ranks people; `nil` where it does not.
  package var rankedBy: Formula?
  /// How equal totals are ordered.
  package var ties: Ties?
  /// Its line of the plan.
  package var plan: Plan?
  /// The rule that says which family members come along.
  package var family: Int?
  /// Who must confirm.
  package var confirmedBy: Bilingual?
  /// What it leads to.
  package var leadsTo: Bilingual?
  /// Its order among the channels; the lower the better for the person.
  package var order: Int64?
  /// How to apply, and what to do against a refusal.
  package var steps = NextSteps()
  /// The standing of each key that is set, by key.
  package var standings: [String: StandingNote]
  /// What each key cites, by key.
  package var sources: [String: [SourceReference]]
  /// The line of the heading.
  package var range: SourceRange
}

/// A service that a permit or points open.
package struct Service: Sendable {
  /// The measure's index in the set.
  package var measure: Int
  /// Its label.
  package var name: Bilingual
  /// Where it stands, with its clause.
  package var place: Place
  /// The label of the article that lists it.
  package var article: Bilingual
  /// The condition under which it is open.
  package var openWhen: Node
  /// The condition under which it is suspended.
  package var suspendedWhen: Node?
  /// Who provides it.
  package var providedBy: Bilingual
  /// How well it is founded.
  package var standing: StandingNote
  /// What it cites.
  package var sources: [SourceReference]
  /// What its conditions use directly.
  package var references: References
  /// The row.
  package var range: SourceRange
}

/// One name and value that casework reads.
package struct OfficeEntry: Sendable {
  /// The measure's index in the set.
  package var measure: Int
  /// Its label.
  package var name: Bilingual
  /// The year of the round that it is for, if it is for one.
  package var round: Int?
  /// The values, usually one.
  package var values: [Value]
  /// The type of each value.
  package var types: [ValueType]
  /// Where it stands.
  package var place: Place
  /// How well it is founded.
  package var standing: StandingNote
  /// What it cites.
  package var sources: [SourceReference]
  /// The row.
  package var range: SourceRange
}
