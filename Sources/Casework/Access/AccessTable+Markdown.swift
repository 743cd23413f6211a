package import ExpressionLanguage

extension AccessTable {
  /// The table for a guide, one line a row.
  package static func markdown(_ language: Language) -> String {
    let heads = [
      Bilingual("who", "谁"), Bilingual("on whose file", "对谁的档案"), Bilingual("for what", "目的"),
      Bilingual("may", "可以"),
    ]
    let comma = language == .chinese ? "、" : ", "
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = line(heads.map { $0[language] })
    text += line(heads.map { _ in "---" })
    for row in rows {
      text += line([
        row.role.words[language],
        row.relations.map { $0.words[language] }.joined(separator: comma),
        row.purposes.map { $0.words[language] }.joined(separator: comma),
        row.actions.map { $0.words[language] }.joined(separator: comma),
      ])
    }
    return text
  }
}
