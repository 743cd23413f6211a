import Casework
import ExpressionLanguage
import Policy
import Scoring

/// What the dictionaries in force call the attributes of records and the values of facts.
enum RecordWords {
  /// The label of an attribute or fact.
  static func attribute(_ key: String, _ law: OfficeLaw) -> Bilingual {
    switch key {
    case "from": Bilingual("from", "自")
    case "to": Bilingual("to", "至")
    default: fact(key, law)?.name ?? Bilingual(key, key)
    }
  }

  /// A value of an attribute or fact.
  static func value(_ text: String, of key: String, _ law: OfficeLaw) -> Bilingual {
    if text == "none" { return Bilingual("today", "今") }
    guard let type = fact(key, law)?.type, let value = type.value(canonical: text) else {
      return Bilingual(text, text)
    }
    return ChoiceWords.words(id: NameKey.identifier(key), text) ?? ValueText.text(value, type)
  }

  /// Who says something: a department, or one of the office's own registers; whether it is
  /// disputed stands behind it.
  static func source(_ name: String, _ labels: FactLabels) -> Bilingual {
    if name.hasSuffix(disputed) {
      let plain = source(String(name.dropLast(disputed.count)), labels)
      return Bilingual("\(plain.english), disputed", "\(plain[.chinese])，有异议")
    }
    return registers[name] ?? labels.source(name)
  }

  private static let disputed = " (disputed)"
  private static let registers = [
    "identity card": Bilingual("identity card", "居民身份证"),
    "residence register": Bilingual("residence registration", "居住登记"),
    "permit file": Bilingual("permit file", "居住证档案"),
    "application": Bilingual("application", "申请"),
  ]

  /// The values among which a fact is chosen, each with its label.
  static func choices(of key: String, _ law: OfficeLaw) -> [(value: String, words: Bilingual)] {
    let values = fact(key, law)?.type.choice?.values ?? []
    return values.map { value in
      let words = ChoiceWords.words(id: NameKey.identifier(key), value.label)
      return (value.label, words ?? Bilingual(value.label, value.chinese).capitalized)
    }
  }

  private static func fact(_ key: String, _ law: OfficeLaw) -> Fact? {
    let model = law.assessor.set.model
    let name = NameKey.of(key)
    return (model.facts + model.records.flatMap(\.attributes))
      .first { NameKey.of($0.name.english) == name }
  }
}
