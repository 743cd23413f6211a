package import ExpressionLanguage
package import Policy

/// What would change the answers of one person: by what the person can do, and by time.
package struct Changes: Sendable {
  /// The day from which it is looked for.
  package var on: CivilDate
  /// The last day that is looked at.
  package var through: CivilDate
  /// The first day for which what is in force could not be compiled, if that ends the search.
  package var brokenFrom: CivilDate?
  /// For each channel what opens it, or what reaches the line; in the order of the assessment.
  package var goals: [GoalChanges]
}

/// What would bring one goal about.
package struct GoalChanges: Sendable {
  /// The stable name of the channel.
  package var id: String
  /// Its label.
  package var name: Bilingual
  /// The measure that declares it.
  package var policy: String
  /// Where it is declared.
  package var place: Place
  /// Whether it is open today.
  package var outcome: Outcome
  /// Its total today, as text; `nil` where it does not rank or the total is unknown.
  package var total: String?
  /// The line that is to be reached, as text; `nil` where the channel is to be opened.
  package var line: String?
  /// Whether the goal is reached today.
  package var isReached: Bool
  /// The smallest change of each fact that alone reaches it, the best first.
  package var single: [Suggestion]
  /// The best combination of each two facts, the best first; only the first few.
  package var combined: [Suggestion]
  /// How many combinations are left out.
  package var more: Int
  /// What must be known before any change can be said to reach it; empty where that is not why.
  package var missing: [MissingName]
  /// The first day on which it is reached if facts go on as they are.
  package var waiting: Waiting?
  /// Changes that bring that day nearer, the best first; only the first few.
  package var sooner: [Suggestion]
  /// The first day on which the outcome is another, if facts go on as they are.
  package var nextOutcome: NextOutcome?
}

/// A day that comes by itself, with what is met then.
package struct Waiting: Sendable {
  /// The day.
  package var on: CivilDate
  /// The outcome then.
  package var outcome: Outcome
  /// The total then, as text; `nil` where there is none.
  package var total: String?
  /// The conditions that are in the way today and met then.
  package var met: [ConditionResult]
}

/// A day on which an outcome turns by itself.
package struct NextOutcome: Sendable {
  /// The day.
  package var on: CivilDate
  /// The outcome from then on; `nil` where the channel is gone.
  package var outcome: Outcome?
  /// The conditions that are no longer met, or met from then on.
  package var turned: [ConditionResult]
}

/// A change that reaches a goal, checked by assessing the changed facts.
package struct Suggestion: Sendable {
  /// One fact to change.
  package struct Step: Sendable {
    /// What is changed.
    package enum Kind: String, Sendable {
      /// A fact, or an attribute of a record without time.
      case fact
      /// An attribute of a spell that runs: another begins.
      case next = "next spell"
      /// A spell where none runs.
      case new = "new spell"
    }

    /// The stable name of the fact, or of the records with position and attribute.
    package var id: String
    /// The label.
    package var name: Bilingual
    /// What is changed.
    package var kind: Kind
    /// The present value; `nil` of a new spell.
    package var from: Bilingual?
    /// The new values, any of which does.
    package var to: [Bilingual]
    /// The new values as machines read them.
    package var canonical: [String]
    /// The first day of a spell that begins; `nil` of facts.
    package var begins: CivilDate?
    /// Whether the spell counts by months.
    package var isByMonths: Bool
    /// The channel by which it is changed, which must be open; `nil` where none is needed.
    package var through: Bilingual?
    /// The first day on which it can be changed: today, or when that channel opens by itself.
    package var possibleFrom: CivilDate
    /// Who verifies the new value.
    package var verifiedBy: Bilingual
  }

  /// What is to be changed, in order of declaration.
  package var steps: [Step]
  /// How many steps: more than one for an ordered value that goes up several.
  package var cost: Int
  /// The day on which the goal is reached; later than today where time is part of it.
  package var on: CivilDate
  /// The outcome then.
  package var outcome: Outcome
  /// The total then, as text; `nil` where there is none.
  package var total: String?
  /// The conditions that are in the way today and met then.
  package var met: [ConditionResult]
  /// The lines of the score sheet that give other points then.
  package var lines: [ChangedLine]
  /// The channels that are open today and would not be.
  package var closes: [Bilingual]
}

/// A line of a score sheet that gives other points than before.
package struct ChangedLine: Sendable {
  /// The stable name.
  package var id: String
  /// The label.
  package var name: Bilingual
  /// Where it stands, after the change.
  package var place: Place
  /// How well it is founded.
  package var standing: Standing
  /// The points before, as text; `nil` where they were unknown or the line was not there.
  package var before: String?
  /// The points after.
  package var after: String?
  /// The row that applied before, such as `(2)`, where another does now.
  package var rowBefore: String?
  /// Whether it counts after the change.
  package var counts: Bool
  /// How much more it gives, at the sheet's scale; `nil` where either side is unknown.
  package var difference: Int64?
}
