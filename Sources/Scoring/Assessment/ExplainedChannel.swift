import ExpressionLanguage
import Policy

/// A channel with all that explanations say alike of everyone.
final class ExplainedChannel: Sendable {
  let channel: Channel
  /// The name in machine output.
  let identifier: String
  /// The identifier of the measure.
  let policy: String
  /// The weakest standing of all that being open rests on.
  let standing: Standing
  /// The rule that decides whether it is open, where that is one.
  let rule: Int?
  /// The condition in words, where it is not a rule of its own.
  let words: Bilingual
  /// What the condition uses.
  let mentions: Mentions
  /// What the total uses, where it is not a rule of its own.
  let total: Mentions?
  let ties: Bilingual?
  /// The records of the family, where a rule says who comes along.
  let family: Int?
  /// How to apply.
  let steps: ExplainedSteps

  init(_ channel: Channel, _ set: PolicySet, _ standings: Standings) {
    self.channel = channel
    identifier = NameKey.identifier(channel.name.english)
    policy = set.measures[channel.measure].id
    mentions = Mentions(channel.openWhen.references, set, standings)
    standing = min(channel.standings["open when"]?.standing ?? .enacted, mentions.standing)
    if case .definition(let index) = channel.openWhen.node { rule = index } else { rule = nil }
    words = ExplainedChannel.sentence(channel.openWhen, set) ?? channel.name
    total = channel.rankedBy.map { Mentions($0.references, set, standings) }
    ties = channel.ties.map { ExplainedChannel.text($0, set) }
    family = channel.family.flatMap { set.rules[$0].records }
    steps = ExplainedSteps(channel, set, standings)
  }

  private static func text(_ ties: Channel.Ties, _ set: PolicySet) -> Bilingual {
    switch ties {
    case .admitAll: return Bilingual("all who are equal are admitted", "同分同落")
    case .excludeAll: return Bilingual("none who are equal is admitted", "同分均不落")
    case .earliest(let formula):
      let name = name(formula, set)
      return Bilingual("the earlier \(name.english) first", "\(name[.chinese])早者优先")
    case .highest(let formula):
      let name = name(formula, set)
      return Bilingual("the higher \(name.english) first", "\(name[.chinese])高者优先")
    }
  }

  private static func name(_ formula: Formula, _ set: PolicySet) -> Bilingual {
    switch formula.node {
    case .fact(let index): set.model.facts[index].name
    case .definition(let index): set.rules[index].name
    default: Bilingual(formula.text, "所列项目")
    }
  }

  /// A short condition in words: a name, and what it must be.
  private static func sentence(_ formula: Formula, _ set: PolicySet) -> Bilingual? {
    guard case .compare(let comparison, let subject, .constant(let wanted)) = formula.node,
      comparison == .equal || comparison == .notEqual
    else { return nil }
    let (name, type): (Bilingual, ValueType)
    switch subject {
    case .definition(let index): (name, type) = (set.rules[index].name, set.rules[index].type)
    case .fact(let index): (name, type) = (set.model.facts[index].name, set.model.facts[index].type)
    default: return nil
    }
    let (english, chinese) = (type.text(wanted, .english), type.text(wanted, .chinese))
    return comparison == .equal
      ? Bilingual("\(name.english): \(english)", "\(name[.chinese])为\(chinese)")
      : Bilingual("\(name.english): not \(english)", "\(name[.chinese])不为\(chinese)")
  }
}
