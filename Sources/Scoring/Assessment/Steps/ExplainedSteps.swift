import ExpressionLanguage
import Policy

/// What a measure says of applying by a channel, with all that is alike for everyone.
final class ExplainedSteps: Sendable {
  /// Where the texts of one step come from.
  enum Source: Sendable {
    /// They are the same for everyone.
    case texts([StepText])
    /// A rule lists them for the person.
    case listed(StepList)
  }

  let applyAt: Source
  let papers: Source
  let remedy: Source
  let decidedWithin: StepValue?
  let fee: StepValue?
  /// The rounds in which the channel can be declared for; `nil` where it does not rank.
  let rounds: [AnnouncedRound]?

  init(_ channel: Channel, _ set: PolicySet, _ standings: Standings) {
    let steps = channel.steps
    applyAt = ExplainedSteps.source(steps.applyAt, "apply at", channel, set, standings)
    papers = ExplainedSteps.source(steps.papers, "papers", channel, set, standings)
    remedy = ExplainedSteps.source(steps.remedy, "remedy", channel, set, standings)
    decidedWithin = steps.decidedWithin.flatMap { amount in
      ExplainedSteps.value(amount, "decided within", channel)
    }
    fee = steps.fee.flatMap { ExplainedSteps.value($0, "fee", channel) }
    rounds = channel.rankedBy == nil ? nil : AnnouncedRound.all(of: channel.measure, in: set)
  }

  private static func source(
    _ words: StepWords?,
    _ key: String,
    _ channel: Channel,
    _ set: PolicySet,
    _ standings: Standings
  ) -> Source {
    let standing = channel.standings[key]?.standing ?? .enacted
    switch words {
    case nil: return .texts([])
    case .texts(let texts):
      return .texts(
        texts.map { text in
          StepText(
            StepSubject(
              text: text,
              place: channel.place,
              standing: standing,
              sources: channel.sources[key] ?? []
            )
          )
        }
      )
    case .listed(let formula):
      guard case .definition(let index) = formula.node else { return .texts([]) }
      return .listed(StepList(set.rules[index], set, standings, atMost: standing))
    }
  }

  private static func value(
    _ amount: StepAmount,
    _ key: String,
    _ channel: Channel
  ) -> StepValue? {
    guard let number = amount.type.number else { return nil }
    return StepValue(
      text: Bilingual(
        amount.type.text(amount.value, .english),
        amount.type.text(amount.value, .chinese)
      ),
      canonical: amount.type.canonical(amount.value),
      unit: number.unit.name(.english),
      isZero: amount.value == .number(0),
      place: amount.place,
      standing: channel.standings[key]?.standing ?? .enacted,
      sources: channel.sources[key] ?? []
    )
  }
}
