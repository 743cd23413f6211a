extension ValueType {
  /// How `value` reads to a person, with its unit.
  package func text(_ value: Value, _ language: Language) -> String {
    base.text(value, language)
  }

  /// How `value` reads in a document, an expectation or JSON: no label, decimals as written.
  package func canonical(_ value: Value) -> String {
    base.canonical(value)
  }
}

extension ValueType.Base {
  fileprivate func text(_ value: Value, _ language: Language) -> String {
    switch value {
    case .absent: return language == .chinese ? "无" : "none"
    case .unknown: return language == .chinese ? "未知" : "unknown"
    case .truth(let truth):
      return language == .chinese ? (truth ? "是" : "否") : truth ? "yes" : "no"
    case .choice(let index):
      guard case .choice(let type) = self, type.values.indices.contains(index) else { return "?" }
      let choice = type.values[index]
      return language == .chinese && !choice.chinese.isEmpty ? choice.chinese : choice.label
    case .number(let units):
      guard case .number(let type) = self else { return String(units) }
      let literal = DecimalLiteral(units: units, scale: type.scale)
      let gap = language == .chinese ? "" : " "
      if type.unit == .points { return "\(literal)\(gap)\(type.unit.name(language))" }
      let number = literal.shortest
      if type.unit.isNone { return number }
      return "\(number)\(gap)\(type.unit.name(language, singular: number == "1"))"
    case .list(let values):
      guard case .list(let element) = self else { return "" }
      if values.isEmpty { return language == .chinese ? "无" : "none" }
      return values.map { element.text($0, language) }
        .joined(separator: language == .chinese ? "、" : ", ")
    case .date, .instant, .text: return canonical(value)
    }
  }

  fileprivate func canonical(_ value: Value) -> String {
    switch value {
    case .absent: return "none"
    case .unknown: return "?"
    case .truth(let truth): return truth ? "true" : "false"
    case .choice(let index):
      guard case .choice(let type) = self, type.values.indices.contains(index) else { return "?" }
      return type.values[index].label
    case .number(let units):
      guard case .number(let type) = self else { return String(units) }
      return DecimalLiteral(units: units, scale: type.scale).description
    case .date(let date): return date.description
    case .instant(let instant): return instant.description
    case .text(let text): return text
    case .list(let values):
      guard case .list(let element) = self else { return "" }
      return values.map { element.canonical($0) }.joined(separator: ", ")
    }
  }
}
