import ExpressionLanguage

/// One test of one input, as a proof sees it: what it answers, and where its answer can change.
struct ProofAtom {
  /// The position of the input.
  var variable: Int
  /// The places in the order of values at which the answer can change: the first value of a
  /// stretch on which it is the same.
  var cuts: [Int64]
  /// The values named, for inputs without an order.
  var named: [Value]
  /// Whether a value passes.
  var accepts: (Value) -> Bool
}

/// The tests of a proof, each once.
struct ProofAtoms {
  private(set) var all: [ProofAtom] = []
  private var numbers: [ProofTest: Int] = [:]

  /// That `test` passes.
  mutating func literal(_ test: ProofTest) -> ProofFormula {
    if test.test.isAny { return .constant(true) }
    if let known = numbers[test] { return .literal(known, passes: true) }
    var atom = ProofAtom(variable: test.variable, cuts: [], named: []) { test.test.accepts($0) }
    for part in test.test.tests {
      switch part {
      case .equal(let value):
        atom.named.append(value)
        atom.cuts += cuts(at: value, from: true) + cuts(at: value, from: false)
      case .range(let low, let includesLow, let high, let includesHigh):
        if let low { atom.cuts += cuts(at: low, from: includesLow) }
        if let high { atom.cuts += cuts(at: high, from: !includesHigh) }
      }
    }
    let literal = add(atom)
    numbers[test] = all.count - 1
    return literal
  }

  /// That `atom` passes.
  mutating func add(_ atom: ProofAtom) -> ProofFormula {
    all.append(atom)
    return .literal(all.count - 1, passes: true)
  }

  /// A cut before `value`, or right after it.
  private func cuts(at value: Value, from includes: Bool) -> [Int64] {
    guard let order = value.order else { return [] }
    if includes { return [order] }
    let (next, overflow) = order.addingReportingOverflow(1)
    return overflow ? [] : [next]
  }
}

/// Everyone a proof is about, in classes: for each input, values that all tests answer alike.
struct ProofSpace {
  /// The least value of each class, by input.
  let classes: [[Value]]
  /// The input of each test.
  let variables: [Int]
  /// Whether each class passes, by test.
  let passes: [[Bool]]

  /// Splits the values of `types` into classes.
  ///
  /// - Complexity: O(*t*²) in the number of tests of one input.
  init(types: [ValueType], atoms: [ProofAtom]) {
    var classes: [[Value]] = []
    var passes: [[Bool]] = Array(repeating: [], count: atoms.count)
    for (variable, type) in types.enumerated() {
      let mine = atoms.indices.filter { atoms[$0].variable == variable }
      let values = ProofSpace.values(
        of: type,
        cuts: mine.flatMap { atoms[$0].cuts },
        named: mine.flatMap { atoms[$0].named }
      )
      var kept: [Value] = []
      var seen: Set<[Bool]> = []
      for value in values {
        let answers = mine.map { atoms[$0].accepts(value) }
        guard seen.insert(answers).inserted else { continue }
        kept.append(value)
        for (atom, answer) in zip(mine, answers) { passes[atom].append(answer) }
      }
      classes.append(kept)
    }
    self.classes = classes
    self.passes = passes
    variables = atoms.map(\.variable)
  }

  /// The answer of a test that everyone passes, or nobody.
  func settled(_ atom: Int) -> Bool? {
    guard let first = passes[atom].first else { return false }
    return passes[atom].allSatisfy { $0 == first } ? first : nil
  }

  /// Values of which every stretch without a cut has its least, in order; `none` last.
  private static func values(of type: ValueType, cuts: [Int64], named: [Value]) -> [Value] {
    var values: [Value]
    switch type.base {
    case .truth: values = [.truth(false), .truth(true)]
    case .choice(let choice): values = choice.values.indices.map(Value.choice)
    case .number(let number):
      values =
        number.values?.map(Value.number)
        ?? starts(number.least, number.greatest, cuts).map(Value.number)
    case .date(let first, let last):
      values = starts(Int64(first.day), Int64(last.day), cuts)
        .compactMap { CivilDate(day: Int($0)).map(Value.date) }
    case .instant:
      values = starts(Int64(CivilDate.earliest.day) * 1_440, .max, cuts)
        .compactMap { instant($0).map(Value.instant) }
    case .text: values = distinct(named) + [.text(other(than: named))]
    case .list, .invalid:
      values = distinct(named)
      if !values.contains(.list([])) { values.append(.list([])) }
    }
    if type.isOptional { values.append(.absent) }
    return values
  }

  /// The least value of each stretch between two ends.
  private static func starts(_ least: Int64, _ greatest: Int64, _ cuts: [Int64]) -> [Int64] {
    guard least <= greatest else { return [] }
    return [least] + Set(cuts).filter { $0 > least && $0 <= greatest }.sorted()
  }

  private static func instant(_ minute: Int64) -> CivilInstant? {
    let day = minute >= 0 ? minute / 1_440 : -((1_439 - minute) / 1_440)
    let rest = Int(minute - day * 1_440)
    return CivilDate(day: Int(day)).flatMap {
      CivilInstant($0, hour: rest / 60, minute: rest % 60)
    }
  }

  private static func distinct(_ named: [Value]) -> [Value] {
    var values: [Value] = []
    for value in named where value != .absent && !values.contains(value) { values.append(value) }
    return values
  }

  private static func other(than named: [Value]) -> String {
    var text = "other"
    while named.contains(.text(text)) { text += "'" }
    return text
  }
}
