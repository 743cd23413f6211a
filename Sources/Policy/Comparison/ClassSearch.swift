import ExpressionLanguage

/// Goes through everyone that two versions of one expression can tell apart, in classes, and finds
/// those for whom they give something else.
struct ClassSearch {
  /// What was found.
  struct Found {
    var classes: [ConcernedPeople.Class]
    var isOnlyPossible: Bool
  }

  /// One version: the expression, what it gives, and the set whose names it uses.
  typealias Version = (node: Node, type: ValueType, set: PolicySet)

  /// The most combinations of classes that are gone through.
  private static let most = 20_000

  /// The classes for which the two differ.
  let found: Found

  /// Searches; `nil` where the expressions ask something that classes do not cover, such as a sum
  /// or a period, or where there are too many.
  init?(_ old: Version, _ new: Version, on day: CivilDate) {
    var left = ClassInputs(old.set)
    var right = ClassInputs(new.set)
    guard left.read(old.node), right.read(new.node) else { return nil }
    let names = Set(left.inputs.keys).union(right.inputs.keys).sorted()
    var domains: [ClassDomain] = []
    var combinations = 1
    for name in names {
      let inputs = [left.inputs[name], right.inputs[name]].compactMap(\.self)
      guard let first = inputs.first, inputs.allSatisfy({ $0.type == first.type }),
        let domain = ClassDomain(first, cuts: inputs.flatMap(\.cuts))
      else { return nil }
      domains.append(domain)
      combinations *= max(1, domain.count)
      if combinations > ClassSearch.most { return nil }
    }
    var groups: [[String]: [[Set<Int>]]] = [:]
    var texts: [[String]: (Bilingual, Bilingual)] = [:]
    var position = Array(repeating: 0, count: domains.count)
    for _ in 0..<combinations {
      let values = zip(domains, position).map { $0.value($1) }
      let given = Dictionary(zip(names, values)) { one, _ in one }
      guard let before = ClassSearch.value(old, given, left, day),
        let after = ClassSearch.value(new, given, right, day)
      else { return nil }
      let told = (CellWords.both(before, old.type), CellWords.both(after, new.type))
      if told.0 != told.1 {
        let key = [told.0.english, told.1.english]
        groups[key, default: []].append(position.map { [$0] })
        texts[key] = told
      }
      for index in domains.indices {
        position[index] += 1
        if position[index] < domains[index].count { break }
        position[index] = 0
      }
    }
    var classes: [ConcernedPeople.Class] = []
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let boxes = groups[key], let text = texts[key] else { continue }
      for box in ClassSearch.merged(boxes) {
        let who = zip(domains, box).compactMap { $0.words($1) }
        classes.append(ConcernedPeople.Class(who: who, old: text.0, new: text.1))
      }
    }
    found = Found(
      classes: classes,
      isOnlyPossible: (Array(left.inputs.values) + right.inputs.values).contains {
        $0.isComputed
      }
    )
  }

  /// What an expression gives where its inputs have these values.
  private static func value(
    _ version: Version,
    _ values: [String: Value],
    _ inputs: ClassInputs,
    _ day: CivilDate
  ) -> Value? {
    let set = version.set
    var facts = set.model.facts.indices.map { Value.unknown(Missing(.fact($0))) }
    var given: [Int: Value] = [:]
    for (name, input) in inputs.inputs {
      guard let value = values[name] else { continue }
      switch input.leaf {
      case .fact(let index): facts[index] = value
      case .definition(let rule): given[rule] = value
      default: return nil
      }
    }
    let evaluator = Evaluator(
      program: set.program,
      facts: facts,
      records: set.model.records.map { _ in .unknown },
      legalDate: day,
      given: given
    )
    guard let value = try? evaluator.evaluate(version.node, Evaluator.Frame()), value.isKnown
    else { return nil }
    return value
  }

  /// Boxes joined wherever they differ in one input only, so that few remain.
  static func merged(_ boxes: [[Set<Int>]]) -> [[Set<Int>]] {
    var boxes = boxes
    var grown = true
    while grown {
      grown = false
      for dimension in boxes.first?.indices ?? 0..<0 {
        var kept: [[Set<Int>]] = []
        var places: [[Set<Int>]: Int] = [:]
        for box in boxes {
          var key = box
          key[dimension] = []
          if let place = places[key] {
            kept[place][dimension].formUnion(box[dimension])
            grown = true
          } else {
            places[key] = kept.count
            kept.append(box)
          }
        }
        boxes = kept
      }
    }
    return boxes
  }
}
