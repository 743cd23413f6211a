package import ExpressionLanguage

/// One residence permit: the legal status, and the cards that show it.
package struct Permit: Hashable, Sendable {
  /// Where it stands.
  package enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case active
    /// 使用功能中止: endorsement is late (Reg. Art. 10).
    case suspended
    /// 注销.
    case cancelled
    /// 收缴 (Reg. Art. 19).
    case confiscated

    /// Whether it can still be used or cured.
    package var isLive: Bool { self == .active || self == .suspended }
  }

  /// Its number in the file, from 1.
  package var number: Int
  /// Where it stands by what was recorded; ask `state(on:)` for a day.
  package var state: State
  /// The application it came of.
  package var application: Int
  /// The day of issue.
  package var issued: CivilDate
  /// The day from which years of residence count anew for endorsement: the day of issue.
  package var anniversary: CivilDate
  /// The last day for the next endorsement; `nil` once it has ended.
  package var endorsementDue: CivilDate?
  /// Every endorsement, in order.
  package var endorsements: [Endorsement] = []
  /// The day on which the residence tenure began that now runs.
  package var tenureFrom: CivilDate
  /// Its cards, the last of them the one in use, if it is.
  package var cards: [Card] = []
  /// How it ended.
  package var end: PermitEnd?
  /// A confiscation that one officer has proposed and no second has confirmed.
  package var proposal: ConfiscationProposal?
}

/// One yearly confirmation: 签注.
package struct Endorsement: Hashable, Sendable, Codable {
  /// The day of it.
  package var on: CivilDate
  /// The due date that it met or missed.
  package var due: CivilDate
  /// Whether it came after that day.
  package var isLate: Bool

  /// Creates an endorsement.
  package init(on: CivilDate, due: CivilDate, isLate: Bool) {
    self.on = on
    self.due = due
    self.isLate = isLate
  }
}

/// One card: the thing in the hand.
package struct Card: Hashable, Sendable, Codable {
  /// What became of it.
  package enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case valid, lost, damaged, handedIn = "handed in", void
  }

  /// The serial number printed on it.
  package var serial: String
  /// The day on which it was made.
  package var made: CivilDate
  /// What became of it.
  package var state: State

  /// Creates a card.
  package init(serial: String, made: CivilDate, state: State = .valid) {
    self.serial = serial
    self.made = made
    self.state = state
  }
}

/// Why a permit ends.
package enum CancellationGround: String, CaseIterable, Hashable, Sendable, Codable {
  case movedAway = "moved away"
  case died
  case settledHere = "settled here"
  case givenUp = "given up"
  /// The office had no ground to issue it.
  case issuedInError = "issued in error"
}

/// How a permit ended.
package struct PermitEnd: Hashable, Sendable {
  /// The ground; `nil` for a confiscation.
  package var ground: CancellationGround?
  /// The day.
  package var on: CivilDate
  /// Who did it: a restoration is another's.
  package var by: [Hand]
}

/// Why a permit is taken back (Reg. Art. 18–19).
package enum ConfiscationGround: String, CaseIterable, Hashable, Sendable, Codable {
  /// Got by false papers.
  case fraud
  case forged
  case altered
}

/// What one officer proposes and a second confirms.
package struct ConfiscationProposal: Hashable, Sendable {
  /// The ground.
  package var ground: ConfiscationGround
  /// What proves it, a number of a paper; no names.
  package var evidence: String
  /// The day.
  package var on: CivilDate
  /// Who proposed it.
  package var by: Hand
}
