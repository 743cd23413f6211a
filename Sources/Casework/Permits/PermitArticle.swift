import ExpressionLanguage
import Policy
import Scoring

/// An article that casework rests on and that decides nothing by a rule, found by the label of its
/// heading in the measures in force.
enum PermitArticle: String, CaseIterable {
  /// What the card shows (Decree 663, Article 4).
  case cardFace = "What the card shows"
  /// Exchange and reissue (Decree 663, Article 11).
  case replacement = "Replacement"
  /// Forged permits and those got by fraud are taken back (Decree 663, Article 19).
  case confiscation = "Larger fines"
  /// What becomes of the permit on settlement.
  case settlement = "After settlement"
}

extension OfficeLaw {
  /// Where an article stands, the local measure before the national one; empty where no measure in
  /// force has it.
  ///
  /// - Complexity: O(*n*) in the articles of the measures.
  func citations(of article: PermitArticle) -> [Citation] {
    let set = assessor.set
    let local = set.measures.filter { $0.id.hasPrefix(set.jurisdiction + "/") }
    let others = set.measures.filter { !$0.id.hasPrefix(set.jurisdiction + "/") }
    for measure in local + others {
      let found = measure.articles.first { $0.heading.english.hasSuffix(" " + article.rawValue) }
      guard let found else { continue }
      return [
        Citation(
          measure: measure.id,
          article: found.heading,
          standing: measure.standing.standing
        )
      ]
    }
    return []
  }
}
