package import ExpressionLanguage

/// Where a rule stands in its measure, as people cite it.
///
/// Every condition and line of a result has one, so that copies share what it says.
package struct Place: Hashable, Sendable {
  /// The nearest citation above or at the rule, such as `Article 3`; empty where there is none.
  package var article: Bilingual { parts.article }
  /// The path of headings from the top, each by its citation and label.
  package var path: [Bilingual] { parts.path }
  /// The label of the heading below the article that the rule stands under; empty where the rule
  /// stands right under the article.
  package var section: Bilingual { parts.section }
  /// The item or row, such as `(3)`; empty for the whole rule.
  package var clause: String { parts.clause }

  private let parts: Parts

  private final class Parts: Sendable {
    let article: Bilingual
    let path: [Bilingual]
    let section: Bilingual
    let clause: String

    init(_ article: Bilingual, _ path: [Bilingual], _ section: Bilingual, _ clause: String) {
      self.article = article
      self.path = path
      self.section = section
      self.clause = clause
    }
  }

  /// Creates a place.
  package init(
    article: Bilingual,
    path: [Bilingual],
    section: Bilingual = Bilingual("", ""),
    clause: String = ""
  ) {
    parts = Parts(article, path, section, clause)
  }

  /// Whether both say the same.
  package static func == (lhs: Place, rhs: Place) -> Bool {
    lhs.parts === rhs.parts
      || lhs.clause == rhs.clause && lhs.article == rhs.article && lhs.section == rhs.section
        && lhs.path == rhs.path
  }

  /// Hashes what the place says.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(clause)
    hasher.combine(article)
    hasher.combine(section)
    hasher.combine(path)
  }

  /// The place of an item or row of the rule here.
  package func clause(_ clause: String) -> Place {
    Place(article: article, path: path, section: section, clause: self.clause + clause)
  }

  /// The citation that tells clauses of one article apart, such as `Article 3, Ordinary conditions
  /// (1)` or 第三条“一般条件”第(1)项.
  package func precise(_ language: Language) -> String {
    guard !section.isEmpty, !article[language].isEmpty else { return citation(language) }
    let label = section[language]
    if language == .chinese {
      return article[language] + "“\(label)”"
        + clause.split(separator: ")").map { "第\($0))项" }.joined()
    }
    return article[language] + ", " + label + (clause.isEmpty ? "" : " " + clause)
  }

  /// The citation with its clause, such as `Article 3 (1)` or 第三条第（一）项.
  package func citation(_ language: Language) -> String {
    let name = article[language].isEmpty ? path.last?[language] ?? "" : article[language]
    if clause.isEmpty { return name }
    return language == .chinese
      ? name + clause.split(separator: ")").map { "第\($0))项" }.joined()
      : name + " " + clause
  }
}

/// One source that a heading, an item or a row names.
package struct SourceReference: Hashable, Sendable {
  /// The key under `sources:`; empty where only a place is given.
  package var key: String
  /// What the front matter says of the key.
  package var title: String
  /// The place within the source, such as `Art. 9`.
  package var place: String

  /// Creates a reference.
  package init(key: String, title: String, place: String) {
    self.key = key
    self.title = title
    self.place = place
  }
}
