/// The place in a law that a heading names, such as `Article 3`, `第三条` or `Round 2022`.
package struct Citation: Hashable, Sendable {
  /// The divisions of a law that a heading can name.
  package enum Kind: String, CaseIterable, Sendable {
    /// `Part`, 编, 部分.
    case part
    /// `Chapter`, 章.
    case chapter
    /// `Article`, 条.
    case article
    /// `Section`, 节; 条 where the law numbers sections as its articles.
    case section
    /// `Schedule`, 附表.
    case schedule
    /// `Round`, 年度.
    case round
  }

  /// The division.
  package var kind: Kind
  /// Its number; `nil` where the only one of its kind has none, such as 附表.
  package var number: Int?
  /// Which of the articles that were put in after the numbered one: 1 for `Article 5-1`, 第五条之一;
  /// `nil` for the numbered one itself.
  package var inserted: Int?
  /// The citation as written.
  package var text: String

  /// Creates a citation from its parts.
  package init(kind: Kind, number: Int?, inserted: Int? = nil, text: String) {
    self.kind = kind
    self.number = number
    self.inserted = inserted
    self.text = text
  }

  /// Whether both name the same place, however each is written.
  package func isSamePlace(as other: Citation) -> Bool {
    kind == other.kind && number == other.number && inserted == other.inserted
  }
}
