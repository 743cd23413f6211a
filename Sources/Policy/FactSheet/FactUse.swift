import ExpressionLanguage

/// Which measures and channels of a set use what its dictionaries declare.
struct FactUse {
  /// Something that rules use.
  enum Thing: Hashable {
    case fact(Int)
    case records(Int)
    case attribute(Int, of: Int)
    case rule(Int)
  }

  /// The measures whose text names a thing, by the measures' indices.
  private(set) var measures: [Thing: Set<Int>] = [:]
  /// The channels that a thing can open or close, or for which it counts, by the channels' indices.
  private(set) var channels: [Thing: Set<Int>] = [:]

  /// Finds out for `set`.
  ///
  /// - Complexity: O(*n*) in the size of the rules, for each channel.
  init(_ set: PolicySet) {
    let used = set.rules.map { FactUse.things(in: [$0.node], of: $0.records) }
    for rule in set.rules { note(used[rule.id], in: rule.measure) }
    for service in set.services {
      let nodes = [service.openWhen] + (service.suspendedWhen.map { [$0] } ?? [])
      note(FactUse.things(in: nodes), in: service.measure)
    }
    for (index, channel) in set.channels.enumerated() {
      var open = FactUse.things(in: channel.nodes)
      note(open, in: channel.measure)
      if let family = channel.family { open.insert(.rule(family)) }
      var reached: Set<Thing> = []
      while let thing = open.popFirst() {
        guard reached.insert(thing).inserted else { continue }
        channels[thing, default: []].insert(index)
        if case .rule(let rule) = thing {
          open.formUnion(used[rule])
          if let records = set.rules[rule].records { open.insert(.records(records)) }
        }
      }
    }
  }

  private mutating func note(_ things: Set<Thing>, in measure: Int) {
    for thing in things { measures[thing, default: []].insert(measure) }
  }

  /// What expressions use directly; attributes are those of `records` where no other stand around.
  private static func things(in nodes: [Node], of records: Int? = nil) -> Set<Thing> {
    var things: Set<Thing> = []
    if let records { things.insert(.records(records)) }
    var open = nodes.map { (node: $0, records: records) }
    while let (node, records) = open.popLast() {
      switch node {
      case .fact(let fact): things.insert(.fact(fact))
      case .attribute(let attribute):
        if let records { things.insert(.attribute(attribute, of: records)) }
      case .definition(let rule), .recordDefinition(let rule), .call(let rule, _):
        things.insert(.rule(rule))
      default: break
      }
      switch node {
      case .aggregate(let aggregate):
        things.insert(.records(aggregate.records))
        open += [aggregate.filter, aggregate.value].compactMap(\.self)
          .map { ($0, aggregate.records) }
      case .measure(let measure):
        open += [measure.from, measure.to].compactMap(\.self).map { ($0, records) }
        for (spells, filter) in measure.timeline.spells {
          things.formUnion([
            .records(spells), .attribute(0, of: spells), .attribute(1, of: spells),
          ])
          if let filter { open.append((filter, spells)) }
        }
      default: open += node.parts.map { ($0, records) }
      }
    }
    return things
  }
}

extension Channel {
  /// Everything that is computed for the channel, but for its family.
  fileprivate var nodes: [Node] {
    var nodes = [openWhen.node]
    if let rankedBy { nodes.append(rankedBy.node) }
    switch ties {
    case .earliest(let formula), .highest(let formula): nodes.append(formula.node)
    case .admitAll, .excludeAll, nil: break
    }
    if case .number(let formula) = plan { nodes.append(formula.node) }
    return nodes
  }
}

extension TimelineNode {
  /// The spells that the times are made of, each with its filter.
  fileprivate var spells: [(records: Int, filter: Node?)] {
    switch self {
    case .spells(let records, let filter): [(records, filter)]
    case .both(let left, let right), .either(let left, let right): left.spells + right.spells
    case .not(let operand): operand.spells
    }
  }
}
