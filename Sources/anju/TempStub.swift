import ExpressionLanguage
import Scoring
struct TextExplanation {
  init(language: Language, width: Int, colour: Bool) {}
  func text(_ a: Assessment) -> String {
    var s = "\(a.displayName ?? "") \(a.on)\n"
    for c in a.channels {
      s +=
        "  \(c.outcome) \(c.name.english) \(c.total?.text ?? "") missing: \(c.missing.map(\.name.english))\n"
    }
    return s
  }
}
enum AssessmentJSON {
  static func text(_ a: Assessment, file: String?) -> String { "" }
  static func text(_ a: [(file: String, assessment: Assessment)]) -> String { "" }
}
