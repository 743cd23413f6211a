package import ExpressionLanguage

/// One input of a proof: a fact or a rule, with the values that it can take.
package struct ProofVariable: Sendable {
  /// What it is called.
  package var name: Bilingual
  /// Its type; its bounds, values and optionality are the domain.
  package var type: ValueType
  /// Whether a rule computes it, so that not every combination need occur.
  package var isComputed: Bool

  /// Creates an input.
  package init(name: Bilingual, type: ValueType, isComputed: Bool) {
    self.name = name
    self.type = type
    self.isComputed = isComputed
  }
}

/// A test of one input, such as a cell or a guard.
package struct ProofTest: Hashable, Sendable {
  /// The position of the input.
  package var variable: Int
  /// The test, on values of the input's type.
  package var test: CellTest

  /// Creates a test.
  package init(variable: Int, test: CellTest) {
    self.variable = variable
    self.test = test
  }
}

/// When a guarded column counts.
package enum ProofGuard: Hashable, Sendable {
  /// When a test passes.
  case when(ProofTest)
  /// When none of the other columns' tests pass: `otherwise`.
  case noneOf([ProofTest])
}

/// A decision table as its proof sees it.
package struct ProofTable: Sendable {
  /// One input column.
  package struct Column: Sendable {
    /// The position of its input.
    package var variable: Int
    /// When it counts; `nil` always.
    package var guarding: ProofGuard?

    /// Creates a column.
    package init(variable: Int, guarding: ProofGuard?) {
      self.variable = variable
      self.guarding = guarding
    }
  }

  /// The guarded columns of one name, input or output, of which exactly one must count.
  package struct GuardGroup: Sendable {
    /// The name that stands before `if`.
    package var name: String
    /// The guards, in the order of the columns.
    package var guards: [ProofGuard]

    /// Creates a group.
    package init(name: String, guards: [ProofGuard]) {
      self.name = name
      self.guards = guards
    }
  }

  /// How rows make one result.
  package var hit: HitPolicy
  /// The inputs, of columns and of guards, each once.
  package var variables: [ProofVariable]
  /// The input columns.
  package var columns: [Column]
  /// The cells of each row, one for each column; empty in an `otherwise` row, which is last.
  package var rows: [[CellTest]]
  /// Whether the last row is `otherwise`.
  package var hasOtherwise: Bool
  /// The groups of guarded columns.
  package var groups: [GuardGroup]

  /// Creates a table.
  package init(
    hit: HitPolicy,
    variables: [ProofVariable],
    columns: [Column],
    rows: [[CellTest]],
    hasOtherwise: Bool,
    groups: [GuardGroup]
  ) {
    self.hit = hit
    self.variables = variables
    self.columns = columns
    self.rows = rows
    self.hasOtherwise = hasOtherwise
    self.groups = groups
  }
}

/// One person of a proof: a value for each input that matters, `nil` for those that do not.
package struct ProofPerson: Hashable, Sendable {
  /// The values, by input.
  package var values: [Value?]
  /// Whether a computed input is among those that matter, so that the person may not exist.
  package var isOnlyPossible: Bool

  /// Creates a person.
  package init(values: [Value?], isOnlyPossible: Bool) {
    self.values = values
    self.isOnlyPossible = isOnlyPossible
  }
}

/// What a proof found.
package enum ProofFinding: Hashable, Sendable {
  /// No row applies to this person.
  case gap(ProofPerson)
  /// Two rows apply to this person.
  case overlap(Int, Int, ProofPerson)
  /// A row applies to nobody, or every person of it is taken by rows above.
  case unreachable(row: Int)
  /// No column of the group counts for this person.
  case guardGap(group: Int, ProofPerson)
  /// Two columns of the group count for this person.
  case guardOverlap(group: Int, Int, Int, ProofPerson)
  /// Too many combinations to go through; nothing is proved.
  case notProved
}
