import ExpressionLanguage
import Policy
import Scoring

extension OfficeLaw {
  /// Whether somebody born then is still young enough for another to act for them.
  ///
  /// The measure's own rule on Reg. Art. 9 is asked, so that it also says on which day a year of age is full.
  /// Where no measure in force has the rule, or its dictionary has no room for so old a birth
  /// date, it is sixteen years, full on the birthday.
  func isUnderAgeOfActing(_ birth: CivilDate, on day: CivilDate) -> Bool {
    let set = assessor.set
    let rule = set.rules.first {
      NameKey.of($0.name.english) == CaseworkFacts.mayBeRepresented && $0.parameters.isEmpty
    }
    if let rule {
      var facts = Facts(factCount: set.model.facts.count, recordsCount: set.model.records.count)
      for (index, fact) in set.model.facts.enumerated() {
        switch NameKey.of(fact.name.english) {
        case CaseworkFacts.birthDate:
          if case .date(let low, let high) = fact.type.base, low <= birth, birth <= high {
            facts.values[index] = .date(birth)
          }
        // Only the age is asked for: the other ground is put aside.
        case CaseworkFacts.limitedMobility: facts.values[index] = .truth(false)
        default: continue
        }
      }
      let evaluator = Evaluator(
        program: set.program,
        facts: facts.values,
        records: facts.records,
        legalDate: day,
        concludes: false
      )
      if case .truth(let isYoung) = try? evaluator.value(of: rule.id) { return isYoung }
    }
    return birth.fullYears(on: day) < 16
  }
}
