package import ExpressionLanguage
package import Policy

/// What the measures of a jurisdiction say of one person on one day.
package struct Assessment: Sendable {
  /// One measure that was applied.
  package struct AppliedPolicy: Hashable, Sendable {
    /// Its identifier.
    package var id: String
    /// Its title.
    package var title: Bilingual
    /// The day from which this version is in force.
    package var version: CivilDate
    /// The SHA-256 of its text.
    package var hash: String
    /// The weakest standing of the measure's own front matter.
    package var standing: Standing
    /// The texts that the version comes from: as issued, then its amendments.
    package var texts: [MeasureText] = []
    /// Why this version decides a case that began earlier; `nil` for a case that did not.
    package var decision: CaseDecision?
  }

  /// The name to show, if the facts give one.
  package var displayName: String?
  /// The jurisdiction.
  package var jurisdiction: String
  /// The legal date.
  package var on: CivilDate
  /// The day on which the case began, where that is told.
  package var begun: CivilDate?
  /// The measures, those of the jurisdiction first.
  package var policies: [AppliedPolicy]
  /// The channels: open, undetermined, closed; then by their order, then as declared.
  package var channels: [ChannelResult]
  /// The services, as declared.
  package var services: [ServiceResult]

  /// Whether any channel is open.
  package var hasOpen: Bool { channels.contains { $0.outcome == .open } }

  /// Whether nothing is open and something is undetermined.
  package var isUndetermined: Bool {
    !hasOpen && channels.contains { $0.outcome == .undetermined }
  }
}

/// Whether a way is open to a person.
package enum Outcome: String, CaseIterable, Sendable {
  /// All conditions are met or waived.
  case open
  /// Facts are missing that decide it.
  case undetermined
  /// A condition is not met.
  case closed

  /// What the value of a condition makes of a channel or a family member.
  init(_ condition: Value) {
    switch condition {
    case .truth(true): self = .open
    case .unknown: self = .undetermined
    default: self = .closed
    }
  }
}

/// What one channel says of a person.
package struct ChannelResult: Sendable {
  /// The stable name, such as `settlement-by-points`.
  package var id: String
  /// The label.
  package var name: Bilingual
  /// The measure that declares it.
  package var policy: String
  /// Where it is declared.
  package var place: Place
  /// Whether it is open.
  package var outcome: Outcome
  /// The weakest standing of everything that the outcome rests on.
  package var standing: Standing
  /// The conditions, as the measure lists them.
  package var conditions: [ConditionResult]
  /// The facts that are missing for the outcome.
  package var missing: [MissingName]
  /// The total by which the channel ranks; `nil` where it does not rank.
  package var total: PointsLine?
  /// How equal totals are ordered, if the measure says.
  package var ties: Bilingual?
  /// The last published line; `nil` where none is.
  package var scoreLine: PublishedLine?
  /// Its line of the plan.
  package var plan: Bilingual?
  /// Who must confirm, if anybody.
  package var confirmedBy: Bilingual?
  /// What it leads to.
  package var leadsTo: Bilingual?
  /// Which family members come along.
  package var family: [FamilyResult]
  /// The facts that are missing to tell which family members there are.
  package var familyMissing: [MissingName] = []
  /// The order that the measure gives it.
  package var order: Int64?
  /// What to do next.
  package var nextStep = NextStep()
}

/// A line that was published for a round.
package struct PublishedLine: Hashable, Sendable {
  /// The year of the round.
  package var round: Int
  /// The line, with its unit.
  package var text: Bilingual
  /// How well it is founded.
  package var standing: Standing
}

/// Whether one condition is met.
package enum ConditionStatus: String, CaseIterable, Sendable {
  case met
  case notMet = "not met"
  case unknown
  /// Not needed, by an exception.
  case waived
}

/// One condition, with why.
package struct ConditionResult: Sendable {
  /// The words of the measure.
  package var words: Bilingual
  /// Where it stands.
  package var place: Place
  /// Whether it is met.
  package var status: ConditionStatus
  /// How the conditions below are joined; `nil` where there are none.
  package var joining: ListOperator?
  /// The conditions below.
  package var children: [ConditionResult]
  /// The exception that waives or replaces it.
  package var exception: ExceptionResult?
  /// Whether the office judges.
  package var isDiscretion: Bool
  /// How well it is founded.
  package var standing: Standing
  /// The facts and rules that it uses.
  package var uses: [UsedValue]
  /// The facts that are missing for it.
  package var missing: [MissingName]
}

/// An exception that holds for a person, or may.
package struct ExceptionResult: Sendable {
  /// Its label.
  package var name: Bilingual
  /// Where it stands.
  package var place: Place
  /// The facts and rules that its condition uses.
  package var uses: [UsedValue]
  /// Whether it is known to hold; else it is what keeps the condition undecided.
  package var holds = true
  /// Whether it takes the condition away; else another takes its place.
  package var waives = false
  /// The facts that are missing to tell whether it holds.
  package var missing: [MissingName] = []
}

/// One line of a score sheet.
package struct PointsLine: Sendable {
  /// What a line is.
  package enum Kind: String, Sendable {
    /// An indicator, or an item of one.
    case item
    /// What a limit takes away.
    case limit
    /// What a floor adds.
    case floor
    /// An indicator that gives nothing because its **when** does not hold.
    case condition
  }

  /// The stable name.
  package var id: String
  /// The label or the words.
  package var name: Bilingual
  /// What it is.
  package var kind: Kind
  /// The points at `scale`; `nil` where unknown.
  package var points: Int64?
  /// How many decimals `points` has; the same for all lines of a sheet.
  package var scale: Int
  /// Whether it counts in the line above; `false` for what **highest of** leaves out.
  package var counts: Bool
  /// Where it stands.
  package var place: Place
  /// How well it is founded.
  package var standing: Standing
  /// The sources that it cites.
  package var sources: [SourceReference]
  /// How the lines below make this one; `nil` where they are added or there are none.
  package var joining: ListOperator?
  /// The lines below; those that count add up to this one.
  package var lines: [PointsLine]
  /// The facts and rules that it uses.
  package var uses: [UsedValue]
  /// The facts that are missing for it.
  package var missing: [MissingName]

  /// The points as text, or `nil` where unknown.
  package var text: String? {
    points.map { DecimalLiteral(units: $0, scale: scale).description }
  }
}

/// A fact that is missing, by name.
package struct MissingName: Hashable, Sendable {
  /// The stable name of the fact or records.
  package var id: String
  /// What is missing, as people read it.
  package var name: Bilingual
  /// Who verifies it.
  package var verifiedBy: Bilingual
}

/// Whether one family member comes along.
package struct FamilyResult: Sendable {
  /// The position in the records, from 1.
  package var position: Int
  /// Who it is, from the record's first attribute.
  package var name: Bilingual
  /// Whether the member comes along.
  package var outcome: Outcome
  /// How the conditions are joined.
  package var joining: ListOperator = .allOf
  /// The conditions, as the measure lists them.
  package var conditions: [ConditionResult]
  /// The facts that are missing.
  package var missing: [MissingName]
}

/// What a service says of a person.
package struct ServiceResult: Sendable {
  /// Whether a holder may have a service.
  package enum Answer: String, CaseIterable, Sendable {
    case open, closed, suspended, unknown

    /// What the conditions of a service make of it; what may be suspended is not open.
    init(open: Value, suspended: Value?) {
      if suspended == .truth(true) {
        self = .suspended
      } else if suspended?.isKnown == false {
        self = .unknown
      } else {
        switch open {
        case .truth(true): self = .open
        case .unknown: self = .unknown
        default: self = .closed
        }
      }
    }
  }

  /// The stable name.
  package var id: String
  /// The label.
  package var name: Bilingual
  /// The measure that declares it.
  package var policy: String
  /// Where it stands.
  package var place: Place
  /// The label of the article that lists it.
  package var article: Bilingual
  /// The answer.
  package var answer: Answer
  /// Who provides it.
  package var providedBy: Bilingual
  /// What the row asks for beyond the permit, such as points, in words.
  package var required: [Bilingual] = []
  /// The weakest standing of everything that the answer rests on.
  package var standing: Standing
  /// The facts and rules that the answer uses.
  package var uses: [UsedValue]
  /// The facts that are missing.
  package var missing: [MissingName]
}
