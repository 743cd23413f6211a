import ExpressionLanguage
import Policy
import Scoring

extension ResidentFile {
  /// Whether the person would be given a permit today: what endorsement asks anew (Decree 663,
  /// Article 10).
  ///
  /// The permit in hand doesn't count against its holder.
  ///
  /// - Throws: `impossible-facts` where the file says what cannot be, or that the measures cannot
  ///   be applied.
  func permitConditions(at desk: Desk) throws(Rejection) -> PermitFinding {
    let facts = facts(on: desk.today, permitState: "none", by: desk.law)
    let impossible = try desk.law.impossible(facts, on: desk.today)
    if !impossible.isEmpty { throw .impossibleFacts(impossible) }
    return PermitFinding(try desk.law.assessPermit(facts, on: desk.today), by: desk.law)
  }
}

extension [MissingName] {
  /// The facts that are missing, each with who verifies it, as one text.
  var words: Bilingual {
    CaseWords.list(
      map { fact in
        guard !fact.verifiedBy.isEmpty else { return fact.name }
        return Bilingual(
          "\(fact.name.english) (verified by \(fact.verifiedBy.english))",
          "\(fact.name[.chinese])（由\(fact.verifiedBy[.chinese])核验）"
        )
      }
    )
  }
}

extension [Reason] {
  /// The words of the reasons with their articles, as one text.
  var words: Bilingual {
    Bilingual(
      map { "\($0.words.english) (\($0.citation.article.english))" }.joined(separator: "; "),
      map { "\($0.words[.chinese])（\($0.citation.article[.chinese])）" }.joined(separator: "；")
    )
  }
}
