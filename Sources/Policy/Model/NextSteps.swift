package import ExpressionLanguage

/// What a measure says of how a channel is applied for, and what to do against a refusal.
package struct NextSteps: Sendable {
  /// Where to apply.
  package var applyAt: StepWords?
  /// The papers to bring.
  package var papers: StepWords?
  /// Within how many days it is decided.
  package var decidedWithin: StepAmount?
  /// What it costs.
  package var fee: StepAmount?
  /// How to seek review of a refusal.
  package var remedy: StepWords?

  /// The keys of a channel that say it.
  package static let keys = ["apply at", "papers", "decided within", "fee", "remedy"]

  /// Creates steps of which nothing is said.
  package init() {}

  /// The keys of which nothing is said.
  package var missingKeys: [String] {
    let said = [applyAt != nil, papers != nil, decidedWithin != nil, fee != nil, remedy != nil]
    return zip(NextSteps.keys, said).filter { !$0.1 }.map(\.0)
  }
}

/// Words for the applicant.
package enum StepWords: Sendable {
  /// As written in the channel.
  case texts([Bilingual])
  /// Those that a rule lists for the person.
  case listed(Formula)
}

/// A number of days or an amount of money.
package struct StepAmount: Sendable {
  /// The value.
  package var value: Value
  /// What it is.
  package var type: ValueType
  /// Where it stands.
  package var place: Place
}
