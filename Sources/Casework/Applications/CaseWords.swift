import ExpressionLanguage
import Policy
import Scoring

/// How days, lengths of time and lists are written in what applicants and officers read.
enum CaseWords {
  /// Several things in a row.
  static func list(_ texts: [Bilingual]) -> Bilingual {
    Bilingual(
      texts.map { $0[.english] }.joined(separator: ", "),
      texts.map { $0[.chinese] }.joined(separator: "、")
    )
  }

  /// A length of time.
  static func length(_ length: Term.Length) -> Bilingual {
    switch length {
    case .days(let count): Bilingual(count == 1 ? "1 day" : "\(count) days", "\(count)日")
    case .workingDays(let count):
      Bilingual(count == 1 ? "1 working day" : "\(count) working days", "\(count)个工作日")
    case .months(let count): Bilingual(count == 1 ? "1 month" : "\(count) months", "\(count)个月")
    }
  }

  /// Articles, behind the title of their measure where it is not the one named just before; what is
  /// not enacted says so.
  ///
  /// - Parameters:
  ///   - citations: The articles, in order.
  ///   - law: The law that knows the titles.
  ///   - named: The measure that the text in front of them names last.
  /// - Returns: The articles in a row.
  static func articles(
    _ citations: [Citation],
    of law: OfficeLaw,
    after named: String? = nil
  ) -> Bilingual {
    let before = [named] + citations.map(\.measure)
    let texts = zip(citations, before).map { citation, before in
      let (title, note) = (title(citation.measure, of: law), note(citation))
      let isNamed = citation.measure == before
      return Bilingual(
        (isNamed ? "" : "\(title.english), ") + citation.article.english + note.english,
        (isNamed ? "" : "《\(title.chinese)》") + citation.article[.chinese] + note.chinese
      )
    }
    return Bilingual(
      texts.map(\.english).joined(separator: "; "),
      texts.map(\.chinese).joined(separator: "，")
    )
  }

  private static func note(_ citation: Citation) -> Bilingual {
    if citation.measure == CaseLaw.licensingLaw.english {
      return Bilingual(" (by analogy)", "（参照）")
    }
    let standing = citation.standing
    return standing == .enacted
      ? Bilingual("", "") : Bilingual(" (\(standing.word))", "（\(standing.chinese)）")
  }

  private static func title(_ measure: String, of law: OfficeLaw) -> Bilingual {
    if measure == CaseLaw.licensingLaw.english { return CaseLaw.licensingLaw }
    if measure == CaseLaw.informationLaw.english { return CaseLaw.informationLaw }
    if measure == CaseLaw.decree { return CaseLaw.decreeTitle }
    let found = law.assessor.set.measures.first { $0.id == measure }
    return found?.title ?? Bilingual(measure, measure)
  }
}
