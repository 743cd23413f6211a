/// What is asked of a person: tests of inputs joined by and and or, negation only at the tests.
indirect enum ProofFormula {
  /// True or false of everyone.
  case constant(Bool)
  /// That a test, by number, passes; or that it does not.
  case literal(Int, passes: Bool)
  /// That all parts hold.
  case all([ProofFormula])
  /// That one part holds.
  case any([ProofFormula])

  /// The opposite.
  var negated: ProofFormula {
    switch self {
    case .constant(let truth): .constant(!truth)
    case .literal(let atom, let passes): .literal(atom, passes: !passes)
    case .all(let parts): .any(parts.map(\.negated))
    case .any(let parts): .all(parts.map(\.negated))
    }
  }

  /// What is left of the formula where `answer` knows some of the tests.
  func simplified(_ answer: (Int) -> Bool?) -> ProofFormula {
    switch self {
    case .constant: return self
    case .literal(let atom, let passes):
      return answer(atom).map { .constant($0 == passes) } ?? self
    case .all(let parts): return ProofFormula.joined(parts, neutral: true, answer)
    case .any(let parts): return ProofFormula.joined(parts, neutral: false, answer)
    }
  }

  private static func joined(
    _ parts: [ProofFormula],
    neutral: Bool,
    _ answer: (Int) -> Bool?
  ) -> ProofFormula {
    var kept: [ProofFormula] = []
    for part in parts {
      let rest = part.simplified(answer)
      switch rest {
      case .constant(let truth):
        if truth != neutral { return rest }
      case .all(let inner) where neutral: kept += inner
      case .any(let inner) where !neutral: kept += inner
      default: kept.append(rest)
      }
    }
    if kept.isEmpty { return .constant(neutral) }
    if kept.count == 1 { return kept[0] }
    return neutral ? .all(kept) : .any(kept)
  }

  /// Whether the formula holds where `answer` knows some of the tests; `nil` where they leave it
  /// open.
  func truth(_ answer: (Int) -> Bool?) -> Bool? {
    switch self {
    case .constant(let truth): return truth
    case .literal(let atom, let passes): return answer(atom).map { $0 == passes }
    case .all(let parts): return ProofFormula.truth(parts, neutral: true, answer)
    case .any(let parts): return ProofFormula.truth(parts, neutral: false, answer)
    }
  }

  private static func truth(
    _ parts: [ProofFormula],
    neutral: Bool,
    _ answer: (Int) -> Bool?
  ) -> Bool? {
    var isOpen = false
    for part in parts {
      guard let truth = part.truth(answer) else {
        isOpen = true
        continue
      }
      if truth != neutral { return truth }
    }
    return isOpen ? nil : neutral
  }

  /// Calls `body` with each test, as often as it stands in the formula.
  func forEachAtom(_ body: (Int) -> Void) {
    switch self {
    case .constant: break
    case .literal(let atom, _): body(atom)
    case .all(let parts), .any(let parts): for part in parts { part.forEachAtom(body) }
    }
  }
}
