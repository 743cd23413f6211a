import ExpressionLanguage
import Policy
import Scoring
import TestSupport

/// Writes people as files, in either notation and language and in any order.
struct PersonFile {
  let model: FactModel
  var generator: SplitMix64

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  /// A person as YAML and as JSON, with the same keys in orders of their own.
  mutating func write(_ facts: Facts) -> (yaml: String, json: String) {
    var yaml: [String] = []
    var json: [String] = []
    for (fact, value) in zip(model.facts, facts.values) {
      if !value.isKnown, pick(2) == 0 { continue }
      let key = name(fact.name)
      yaml.append("\(quoted(key)): \(scalar(fact, value, isJSON: false))")
      json.append("\(quoted(key)): \(scalar(fact, value, isJSON: true))")
    }
    for (kind, records) in zip(model.records, facts.records) {
      guard case .known(let rows) = records else { continue }
      let key = quoted(name(kind.name))
      yaml.append("\(key): [\(rows.map { row($0, kind, isJSON: false) }.joined(separator: ", "))]")
      json.append("\(key): [\(rows.map { row($0, kind, isJSON: true) }.joined(separator: ", "))]")
    }
    if let name = facts.displayName {
      yaml.append("name: \(quoted(name))")
      json.append("\"姓名\": \(quoted(name))")
    }
    yaml.shuffle(using: &generator)
    json.shuffle(using: &generator)
    return (
      yaml.joined(separator: "\n") + "\n", "{" + json.joined(separator: ",\n  ") + "}\n"
    )
  }

  private mutating func name(_ name: Bilingual) -> String {
    name.chinese.isEmpty || pick(2) == 0 ? name.english : name.chinese
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private mutating func row(_ row: [Value], _ kind: RecordKind, isJSON: Bool) -> String {
    var entries: [String] = []
    for (index, fact) in kind.attributes.enumerated() {
      let value = row[index]
      if !value.isKnown { continue }
      var text = scalar(fact, value, isJSON: isJSON)
      if index < 2, kind.grain == .months, case .date(let day) = value {
        text = quoted(day.month.description)
      }
      entries.append("\(quoted(name(fact.name))): \(text)")
    }
    entries.shuffle(using: &generator)
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private mutating func scalar(_ fact: Fact, _ value: Value, isJSON: Bool) -> String {
    let canonical = fact.type.canonical(value)
    switch value {
    case .absent: return isJSON ? quoted(pick(2) == 0 ? "none" : "无") : "无"
    case .unknown: return isJSON ? quoted("?") : "？"
    case .truth(let truth): return truth ? "true" : "false"
    case .number: return canonical
    case .choice(let index):
      let chinese = fact.type.choice?.values[index].chinese ?? ""
      return quoted(chinese.isEmpty || pick(2) == 0 ? canonical : chinese)
    default: return quoted(canonical)
    }
  }
}
