import ExpressionLanguage
import Policy
import Scoring

/// The papers of the permit's measure: all that it names, and those that a case needs.
struct PermitPapers {
  let law: OfficeLaw

  /// Every paper that the measure names, in its order.
  var known: [Bilingual] {
    guard let channel = law.permitChannel else { return [] }
    switch law.assessor.set.channels[channel].steps.papers {
    case nil: return []
    case .texts(let texts): return texts
    case .listed(let formula):
      guard case .list(.choice(let choice)) = formula.type.base else { return [] }
      return choice.values.map { Bilingual($0.label, $0.chinese) }
    }
  }

  /// A stored name in both languages; the name alone where the measure no longer has it.
  func words(_ name: String) -> Bilingual {
    known.first { $0.english == name } ?? Bilingual(name, name)
  }

  /// The papers of these names in either language, each once, by their stored names.
  ///
  /// - Throws: `unknown-paper`, which lists the names.
  func named(_ texts: [String]) throws(Rejection) -> [String] {
    let known = known
    var names: [String] = []
    var unknown: [String] = []
    for text in texts {
      if text.isLonger(than: PlainLine.longestName) { throw .unknownPaper(among: known) }
      let paper = known.first {
        NameKey.of($0.english) == NameKey.of(text) || $0.chinese == text.withoutMargins
      }
      if let paper, !names.contains(paper.english) { names.append(paper.english) }
      if paper == nil { unknown.append(text) }
    }
    if !unknown.isEmpty { throw .unknownPaper(among: known) }
    return names
  }

  /// The papers that an application needs and does not have, by their stored names.
  ///
  /// The case is the one that is applied on: who applies as relocated staff is taken for it until
  /// the unit answers, and nobody else is. Papers that hang on anything else unknown are not asked
  /// for. What the unit itself has confirmed needs no paper.
  ///
  /// - Throws: `cannot-be-computed`.
  /// - Complexity: That of assessing one person.
  func missing(
    for application: Application,
    in file: ResidentFile,
    on day: CivilDate
  ) throws(Rejection) -> [String] {
    let staff = RelocatedStaff(law: law)
    var facts = file.facts(on: day, known: day, basis: application.basis, by: law)
    staff?.suppose(application.basis == .relocation, in: &facts)
    let needed = try needed(facts, isByAnother: application.actedFor != nil, on: day)
    var have = Set(application.papers)
    if let staff, application.relocationConfirmed == true {
      staff.set(false, in: &facts)
      let others = try self.needed(facts, isByAnother: application.actedFor != nil, on: day)
      have.formUnion(needed.filter { !others.contains($0) })
    }
    return needed.filter { !have.contains($0) }
  }

  /// What the measure lists for these facts, whether or not the person meets the conditions.
  private func needed(
    _ facts: Facts,
    isByAnother: Bool,
    on day: CivilDate
  ) throws(Rejection) -> [String] {
    guard let index = law.permitChannel else { return [] }
    let set = law.assessor.set
    var given: [Int: Value] = [:]
    // Whether another applies is told by the application, not by whether another might.
    for rule in set.rules where NameKey.of(rule.name.english) == "may be represented" {
      given[rule.id] = .truth(isByAnother)
    }
    if case .definition(let rule) = set.channels[index].openWhen.node { given[rule] = .truth(true) }
    let result = try law.assessPermit(facts, on: day, given: given)
    return result.channel.nextStep.papers.filter(\.isCertain).map(\.text.english)
  }
}
