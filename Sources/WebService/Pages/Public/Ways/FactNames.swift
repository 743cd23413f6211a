import ExpressionLanguage
import Scoring

/// What pages call a fact beside its value, where the dictionary's own name is a word of rules.
enum FactNames {
  /// The name for a stable name; the dictionary's label where it reads well.
  static func name(_ id: String, _ label: Bilingual) -> Bilingual {
    guard let english = table[id] else { return label }
    return Bilingual(english, label[.chinese])
  }

  private static let table: [String: String] = [
    "household-place": "household registration",
    "origin-place": "household registration before the studies",
    "criminal-record": "criminal record",
    "title": "professional title or skill level",
    "reserve": "recognition as talent",
    "basis": "ground of the application",
    "permit-state": "residence permit",
    "stable-employment": "legal and stable work",
    "stable-residence": "legal and stable home",
    "continuous-study": "studying here without a break",
    "employer-confirms": "confirmation by the employer",
    "employer-qualifies": "an employer that is admitted, registered, in operation and taxed",
    "employer-industry": "the employer's industry",
    "staff-of-a-relocated-unit": "working for a unit that moved here from Beijing",
    "specially-needed": "work that Xiong'an specially needs",
    "round-year": "year of the round",
    "graduations": "schools finished",
    "homes": "homes in Xiong'an",
    "detentions": "administrative detentions",
  ]
}

extension MissingName {
  /// What pages call it.
  var told: Bilingual { FactNames.name(id, name) }
}
