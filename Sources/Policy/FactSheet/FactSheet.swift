package import ExpressionLanguage

/// The facts of a jurisdiction as a table: what may be asked of a person, and what for.
///
/// The columns are the same in both languages and only ever grow at the end, so that a spreadsheet
/// or program made for one version reads the next.
package struct FactSheet: Sendable {
  private let set: PolicySet
  private let use: FactUse
  private let changes: [String: [SourceRange: String]]
  private let language: Language

  /// Creates the sheet of the measures in force together.
  ///
  /// - Parameters:
  ///   - set: The measures.
  ///   - library: The library that holds their dictionaries.
  ///   - language: The language of headers, kinds and types.
  package init(_ set: PolicySet, of library: PolicyLibrary, _ language: Language) {
    self.set = set
    self.language = language
    use = FactUse(set)
    var changes: [String: [SourceRange: String]] = [:]
    for document in library.dictionaries.values {
      changes[document.source.name] = FactSheet.changes(in: document)
    }
    self.changes = changes
  }

  /// The whole table with its header, as CSV.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  package var csv: String {
    ([FactSheet.header[language] ?? []] + rows).map { CSVText.row($0) }.joined()
  }

  private static let header: [Language: [String]] = [
    .english: [
      "name", "name in Chinese", "kind", "records", "type", "unit", "least", "greatest",
      "decimals", "values", "optional", "verified by", "verified by in Chinese", "personal",
      "can change", "measures", "channels", "dictionary",
    ],
    .chinese: [
      "英文名称", "中文名称", "种类", "所属记录", "类型", "单位", "最小值", "最大值", "小数位数", "取值", "可以没有",
      "核验者英文名", "核验者", "涉及个人", "可否改变", "使用的办法", "使用的渠道", "数据字典",
    ],
  ]

  private var rows: [[String]] {
    var rows = set.model.facts.enumerated().map { index, fact in
      row(fact, pick("fact", "事实"), of: nil, .fact(index))
    }
    for (index, kind) in set.model.records.enumerated() {
      rows.append(row(kind, .records(index)))
      for (position, attribute) in kind.attributes.enumerated() {
        rows.append(
          row(attribute, pick("attribute", "属性"), of: kind, .attribute(position, of: index))
        )
      }
    }
    return rows
  }

  private func row(
    _ fact: Fact,
    _ kind: String,
    of records: RecordKind?,
    _ thing: FactUse.Thing
  ) -> [String] {
    let number = fact.type.number
    let (least, greatest) = bounds(fact.type)
    return [
      fact.name.english, fact.name.chinese, kind, records?.name[language] ?? "",
      type(fact.type), number.map { $0.unit.name(language) } ?? "", least, greatest,
      number.map { String($0.scale) } ?? "", values(fact.type), yesNo(fact.type.isOptional),
      fact.verifiedBy.english, fact.verifiedBy.chinese, personal(fact), change(fact),
    ] + use(of: thing) + [fact.file]
  }

  private func row(_ kind: RecordKind, _ thing: FactUse.Thing) -> [String] {
    let word: String
    let type: String
    switch kind.grain {
    case nil:
      word = pick("records", "记录")
      type = pick("up to \(kind.most) records", "最多\(kind.most)条记录")
    case .months:
      word = pick("spells", "时段")
      type = pick("up to \(kind.most) spells by months", "最多\(kind.most)个按月的时段")
    case .days:
      word = pick("spells", "时段")
      type = pick("up to \(kind.most) spells by days", "最多\(kind.most)个按日的时段")
    }
    let empty = Array(repeating: "", count: 10)
    return [kind.name.english, kind.name.chinese, word, "", type] + empty + use(of: thing)
      + [kind.file]
  }

  private func pick(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  private func yesNo(_ isTrue: Bool) -> String {
    isTrue ? pick("yes", "是") : pick("no", "否")
  }

  private func personal(_ fact: Fact) -> String {
    fact.isSensitive ? pick("sensitive", "敏感") : yesNo(fact.isPersonal)
  }

  private func type(_ type: ValueType) -> String {
    switch type.base {
    case .truth: return pick("yes or no", "是或否")
    case .number(let number):
      return number.scale == 0
        ? pick("whole number", "整数") : pick("number", "数")
    case .date: return pick("date", "日期")
    case .instant: return pick("date and time", "日期和时刻")
    case .choice(let choice):
      let count = choice.values.count
      return choice.isOrdered
        ? pick("one of \(count) values, in order", "\(count)个取值之一，有高低次序")
        : pick("one of \(count) values", "\(count)个取值之一")
    case .text, .list, .invalid: return pick("text", "文字")
    }
  }

  private func bounds(_ type: ValueType) -> (least: String, greatest: String) {
    switch type.base {
    case .number(let number):
      (type.canonical(.number(number.least)), type.canonical(.number(number.greatest)))
    case .date(let first, let last): (first.description, last.description)
    default: ("", "")
    }
  }

  /// The values as a dictionary has them, each with its Chinese label.
  private func values(_ type: ValueType) -> String {
    guard let choice = type.choice else { return "" }
    return choice.values.map { value in
      "\"\(value.label)\"" + (value.chinese.isEmpty ? "" : " · " + value.chinese)
    }.joined(separator: choice.isOrdered ? " < " : ", ")
  }

  private func use(of thing: FactUse.Thing) -> [String] {
    let measures = (use.measures[thing] ?? []).sorted().map { set.measures[$0].id }
    let channels = (use.channels[thing] ?? []).sorted().map { set.channels[$0].name[language] }
    return [
      measures.joined(separator: pick("; ", "；")), channels.joined(separator: pick("; ", "；")),
    ]
  }

  // MARK: What can change

  /// The cell of a fact as its dictionary has it; of the ends of spells, nothing is said there.
  private func change(_ fact: Fact) -> String {
    let text = changes[fact.file]?[fact.range] ?? ""
    switch text {
    case "yes", "no": return yesNo(text == "yes")
    default: return text
    }
  }

  private static func changes(in document: Document) -> [SourceRange: String] {
    var changes: [SourceRange: String] = [:]
    for section in document.sections {
      for case .table(let table) in section.blocks {
        let column = table.header.firstIndex {
          Glossed.halves($0.text).english.lowercased() == "can change"
        }
        guard let column else { continue }
        for row in table.rows where row.indices.contains(column) {
          changes[row[0].range] = row[column].text
        }
      }
    }
    return changes
  }
}
