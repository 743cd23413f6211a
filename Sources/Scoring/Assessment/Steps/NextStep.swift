package import ExpressionLanguage
package import Policy

/// What a person does next about one channel.
package struct NextStep: Sendable {
  /// When the channel can be declared for; `nil` where it takes applications at any time.
  package var window: DeclarationWindow?
  /// What to supply first, of an undetermined channel: what its first undecided condition waits for.
  package var first: [MissingName] = []
  /// Where to apply.
  package var applyAt: [StepText] = []
  /// The papers to bring, in the person's case; none where the way is closed.
  package var papers: [StepText] = []
  /// The facts that are missing to tell which papers there are, where not even a list can be given.
  package var papersMissing: [MissingName] = []
  /// Within how many days it is decided.
  package var decidedWithin: StepValue?
  /// What it costs.
  package var fee: StepValue?
  /// How to seek review of a refusal.
  package var remedy: [StepText] = []

  /// Creates a step of which nothing is known.
  package init() {}
}

/// One thing to do or to bring, as the measure has it: all that is the same for everyone.
package final class StepSubject: Sendable {
  /// The words of the measure.
  package let text: Bilingual
  /// Where it stands.
  package let place: Place
  /// How well it is founded.
  package let standing: Standing
  /// What it cites.
  package let sources: [SourceReference]

  /// Creates a thing to do or to bring.
  package init(text: Bilingual, place: Place, standing: Standing, sources: [SourceReference]) {
    self.text = text
    self.place = place
    self.standing = standing
    self.sources = sources
  }
}

/// One thing to do or to bring for a person.
package struct StepText: Sendable {
  /// What it is.
  package let subject: StepSubject
  /// Whether it holds of this person; else it holds perhaps.
  package let isCertain: Bool
  /// What it hangs on, where it holds perhaps and that can be said in a few words.
  package let condition: Bilingual?
  /// The undecided tests on which it hangs, where it holds perhaps.
  package let tests: [StepTest]
  /// The facts that are missing to tell.
  package let missing: [MissingName]

  /// Creates what holds for sure.
  package init(_ subject: StepSubject) {
    self.subject = subject
    isCertain = true
    condition = nil
    tests = []
    missing = []
  }

  /// Creates what holds perhaps.
  package init(
    _ subject: StepSubject,
    perhaps missing: [MissingName],
    condition: Bilingual?,
    tests: [StepTest] = []
  ) {
    self.subject = subject
    isCertain = false
    self.condition = condition
    self.tests = tests
    self.missing = missing
  }

  /// The words of the measure.
  package var text: Bilingual { subject.text }
  /// Where it stands.
  package var place: Place { subject.place }
  /// How well it is founded.
  package var standing: Standing { subject.standing }
  /// What it cites.
  package var sources: [SourceReference] { subject.sources }
}

/// A number of days or an amount of money.
package struct StepValue: Sendable {
  /// The value with its unit.
  package var text: Bilingual
  /// The number as programs read it.
  package var canonical: String
  /// The unit, in English.
  package var unit: String
  /// Whether it is nothing at all.
  package var isZero: Bool
  /// Where it stands.
  package var place: Place
  /// How well it is founded.
  package var standing: Standing
  /// What it cites.
  package var sources: [SourceReference]
}

/// When a channel that ranks can be declared for, as far as rounds have been announced.
package struct DeclarationWindow: Hashable, Sendable {
  /// Where the legal date lies.
  package enum State: String, CaseIterable, Sendable {
    /// Between the opening and the closing.
    case open
    /// After the opening of a round whose closing is not announced, in the year of the round.
    case opened
    /// Before the next opening.
    case opens
    /// After the last closing, or the last round's year; no later round is announced.
    case closed
    /// No round is announced.
    case notAnnounced = "not announced"
  }

  /// One end of the window.
  package struct End: Hashable, Sendable {
    /// The day.
    package var day: CivilDate
    /// The time of the day, such as `20:00`; empty where only the day is announced.
    package var time: String
    /// How well it is founded.
    package var standing: Standing
  }

  /// Where the legal date lies.
  package var state: State
  /// The year of the round that is spoken of.
  package var round: Int?
  /// From when it can be declared.
  package var opens: End?
  /// Until when.
  package var closes: End?

  /// The weakest standing of the ends that the state rests on.
  package var standing: Standing? { [opens, closes].compactMap { $0?.standing }.min() }
}
