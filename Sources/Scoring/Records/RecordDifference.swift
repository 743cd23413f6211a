package import ExpressionLanguage

/// One place where a record and what is decided again differ.
package struct RecordDifference: Sendable {
  /// What it is about, from the outside in, such as a channel, an indicator, one below it.
  package var path: [Bilingual]
  /// Where that stands in the law; empty where nothing is cited.
  package var place: Bilingual
  /// Which of its values differs; `nil` for the one that matters most, such as the points of a line.
  package var part: Bilingual?
  /// What the record says.
  package var recorded: Bilingual
  /// What is found now.
  package var recomputed: Bilingual
  /// Whether only words differ that decide nothing.
  package var isWording: Bool

  /// The difference in a sentence.
  package func text(_ language: Language) -> String {
    // Where only the other language differs, both are shown.
    let isAlike = recorded[language] == recomputed[language]
    func shown(_ value: Bilingual) -> String {
      isAlike ? "\(value.chinese) · \(value.english)" : value[language]
    }
    let (old, new) = (shown(recorded), shown(recomputed))
    let names = path.map { $0[language] }
    let about = names.joined(separator: " › ")
    let place = place[language]
    if language == .chinese {
      let cited = place.isEmpty ? "" : "（\(place)）"
      let part = part.map { about.isEmpty ? $0.chinese : "的\($0.chinese)" } ?? ""
      return "\(about)\(cited)\(part)：记录为\(old)，重算为\(new)"
    }
    let cited = place.isEmpty ? "" : " (\(place))"
    let part = part.map { about.isEmpty ? $0.english : ", \($0.english)" } ?? ""
    return "\(about)\(cited)\(part): the record says \(old), recomputed \(new)"
  }
}
