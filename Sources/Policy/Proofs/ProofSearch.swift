/// Why a proof ended early.
enum ProofStop: Error {
  /// Too many branches.
  case outOfBudget
  /// Enough has been found.
  case enough
}

/// Looks for a person of whom a formula holds.
struct ProofSearch {
  let space: ProofSpace
  /// How many more branches may be looked at.
  private var budget: Int

  init(space: ProofSpace, budget: Int) {
    self.space = space
    self.budget = budget
  }

  /// The class of each input of one person of whom `formula` holds, `nil` for inputs that do not
  /// matter; or `nil` where there is no such person.
  mutating func classes(where formula: ProofFormula) throws(ProofStop) -> [Int?]? {
    let whole = formula.simplified(space.settled)
    var person: [Int?] = Array(repeating: nil, count: space.classes.count)
    guard try find(whole, &person) else { return nil }
    reduce(&person, whole)
    return person
  }

  /// Settles one input after the other, first those on which the smallest part depends.
  private mutating func find(
    _ formula: ProofFormula,
    _ person: inout [Int?]
  ) throws(ProofStop) -> Bool {
    if case .constant(let truth) = formula { return truth }
    budget -= 1
    if budget < 0 { throw .outOfBudget }
    let variable = nextVariable(of: formula)
    var mine: Set<Int> = []
    formula.forEachAtom { if space.variables[$0] == variable { mine.insert($0) } }
    let atoms = mine.sorted()
    var seen: Set<[Bool]> = []
    for position in space.classes[variable].indices {
      let answers = atoms.map { space.passes[$0][position] }
      guard seen.insert(answers).inserted else { continue }
      let rest = formula.simplified { atom in
        space.variables[atom] == variable ? space.passes[atom][position] : nil
      }
      person[variable] = position
      if try find(rest, &person) { return true }
    }
    person[variable] = nil
    return false
  }

  /// Of the inputs of the smallest part, the one that is asked most, then the one with the fewest
  /// classes.
  private func nextVariable(of formula: ProofFormula) -> Int {
    var asked: [Int: Int] = [:]
    formula.forEachAtom { asked[space.variables[$0], default: 0] += 1 }
    var smallest: [Int] = []
    var parts = [formula]
    if case .all(let inner) = formula { parts = inner }
    if case .any(let inner) = formula { parts = inner }
    for part in parts {
      var inputs: [Int] = []
      part.forEachAtom { inputs.append(space.variables[$0]) }
      if smallest.isEmpty || inputs.count < smallest.count { smallest = inputs }
    }
    let best = smallest.min { lhs, rhs in
      let left = (-(asked[lhs] ?? 0), space.classes[lhs].count, lhs)
      let right = (-(asked[rhs] ?? 0), space.classes[rhs].count, rhs)
      return left < right
    }
    return best ?? 0
  }

  /// Takes from the person what does not matter, then makes what is left as small as it can be.
  private func reduce(_ person: inout [Int?], _ formula: ProofFormula) {
    func holds(_ person: [Int?]) -> Bool {
      formula.truth { atom in person[space.variables[atom]].map { space.passes[atom][$0] } } == true
    }
    for variable in person.indices.reversed() where person[variable] != nil {
      var without = person
      without[variable] = nil
      if holds(without) { person = without }
    }
    for variable in person.indices {
      guard let position = person[variable] else { continue }
      for lower in 0..<position {
        var changed = person
        changed[variable] = lower
        if holds(changed) {
          person = changed
          break
        }
      }
    }
  }
}
