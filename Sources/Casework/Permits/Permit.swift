package import ExpressionLanguage

/// One residence permit: the legal status, and the cards that show it.
package struct Permit: Hashable, Sendable {
  /// Where it stands.
  package enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case active
    /// 使用功能中止: endorsement is late (Decree 663, Article 10).
    case suspended
    /// 注销.
    case cancelled
    /// 收缴 (Decree 663, Article 19).
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
  /// The office that issued it (Decree 663, Article 4).
  package var issuer: String
  /// The day from which years of residence count for endorsement: the day of issue, or that of the
  /// last late endorsement where tenure starts anew with one.
  package var anniversary: CivilDate
  /// The last day for the next endorsement; `nil` once it has ended.
  package var endorsementDue: CivilDate?
  /// Every endorsement, in order.
  package var endorsements: [Endorsement] = []
  /// The refusal of the endorsement that is due next; `nil` once it was endorsed after all.
  package var refusal: EndorsementRefusal?
  /// Every day on which a residence tenure began, the last of them the one that now runs.
  package var tenureStarts: [CivilDate]
  /// Its cards, the last of them the one in use, if it is.
  package var cards: [Card] = []
  /// The day of the report that the last card is lost or damaged; `nil` once it is replaced.
  package var cardReported: CivilDate?
  /// How it ended.
  package var end: PermitEnd?
  /// A confiscation that has been proposed and is not confirmed by as many officers as it takes.
  package var proposal: ConfiscationProposal?

  /// The day on which the residence tenure began that now runs.
  package var tenureFrom: CivilDate { tenureStarts.last ?? issued }
  /// The card in use or last in use.
  package var card: Card? { cards.last }
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

/// An endorsement that was refused, since the conditions are no longer met.
package struct EndorsementRefusal: Hashable, Sendable {
  /// The day of it.
  package var on: CivilDate
  /// The due date that it is for; until then the permit stays as it is.
  package var due: CivilDate
  /// The reasons, each with its article; never empty.
  package var reasons: [Reason]
  /// How to seek review; never empty.
  package var remedies: [Bilingual]
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

/// How a permit ended, and what it was before: what a restoration gives back.
package struct PermitEnd: Hashable, Sendable {
  /// The ground; `nil` for a confiscation.
  package var ground: CancellationGround?
  /// The first day on which it is no longer good.
  package var on: CivilDate
  /// Who did it: a restoration is another's.
  package var by: [Hand]
  /// Where it stood before.
  package var was: Permit.State
  /// The due date that then ran.
  package var due: CivilDate?
  /// What had become of the last card.
  package var cardWas: Card.State?
}

/// Why a permit is taken back (Decree 663, Article 18–19).
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
  /// Who agreed, where it takes more than two.
  package var seconded: [Hand] = []

  /// Everybody who has a hand in it.
  package var hands: [Hand] { [by] + seconded }
}
