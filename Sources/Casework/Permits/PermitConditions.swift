import ExpressionLanguage
import Policy
import Scoring

/// Whether the person would be given a permit today: what endorsement asks anew (Reg. Art. 10).
struct PermitConditions {
  /// Open, closed, or undetermined while facts are missing; unknown never reads as no.
  var outcome: Outcome
  /// The conditions that are not met, as the measure lists them.
  var unmet: [Reason]
  /// The facts that are missing.
  var missing: [MissingName]
  /// How to seek review of a refusal, as the measures name it.
  var remedies: [Bilingual]

  /// Asks the measures in force; the permit in hand doesn't count against its holder.
  init(of file: ResidentFile, at desk: Desk) throws(Rejection) {
    let law = desk.law
    guard let index = law.permitChannel else { throw .noWayToPermit }
    let channel = law.assessor.set.channels[index]
    let facts = file.facts(on: desk.today, permitState: "none", by: law)
    let assessment: Assessment
    do throws(EvaluationFault) {
      assessment = try law.assessor.assess(facts, on: desk.today)
    } catch { throw .measureFault }
    let measure = law.assessor.set.measures[channel.measure].id
    let id = NameKey.identifier(channel.name.english)
    let result = assessment.channels.first { $0.id == id && $0.policy == measure }
    guard let result else { throw .noWayToPermit }
    outcome = result.outcome
    missing = result.missing
    remedies = result.nextStep.remedy.map(\.text)
    unmet = []
    add(result.conditions, of: measure)
  }

  private mutating func add(_ conditions: [ConditionResult], of measure: String) {
    for condition in conditions where condition.status == .notMet {
      unmet.append(
        Reason(
          words: condition.words,
          status: condition.status.rawValue,
          citation: Citation(
            measure: measure,
            place: condition.place,
            standing: condition.standing
          )
        )
      )
      add(condition.children, of: measure)
    }
  }
}

extension Rejection {
  fileprivate static var measureFault: Rejection {
    Rejection(
      "measure-fault",
      Bilingual(
        "the measures cannot be applied to these facts",
        "现行办法无法适用于这些核验数据"
      ),
      remedy: Bilingual(
        "a policy officer looks into the rule that fails",
        "由政策人员检查出错的规则"
      )
    )
  }
}

extension [MissingName] {
  /// The facts that are missing, each with who verifies it, as one text.
  var words: Bilingual {
    Bilingual(
      map { fact in
        fact.verifiedBy.isEmpty
          ? fact.name.english : "\(fact.name.english) (verified by \(fact.verifiedBy.english))"
      }.joined(separator: ", "),
      map { fact in
        fact.verifiedBy.isEmpty
          ? fact.name[.chinese] : "\(fact.name[.chinese])（由\(fact.verifiedBy[.chinese])核验）"
      }.joined(separator: "、")
    )
  }
}

extension [Reason] {
  /// The words of the reasons, as one text.
  var words: Bilingual {
    Bilingual(
      map { "\($0.words.english) [\($0.citation.article.english)]" }.joined(separator: "; "),
      map { "\($0.words[.chinese])［\($0.citation.article[.chinese])］" }.joined(separator: "；")
    )
  }
}
