import ExpressionLanguage

/// The names that one dictionary gives to the measures that use it.
struct DictionaryNames {
  /// What each name stands for.
  var references: [String: Reference] = [:]
  /// The named types.
  var types: [String: ValueType] = [:]
  /// Units beyond the built-in ones.
  var units: [String: Unit] = [:]
  /// What to say of texts that are no names.
  var hints: [String: KnownNames.Hint] = [:]
}

/// Reads a dictionary into the facts of a set.
///
/// Two dictionaries may declare a fact of one name, if they give it one type: it is then one fact,
/// because one person's file answers to both.
struct DictionaryCompiler {
  let document: Document
  var model: FactModel
  var names = DictionaryNames()
  var diagnostics = DiagnosticSet()
  /// The English name that each Chinese label stands for, among facts and kinds of records.
  private var labels: [String: String] = [:]

  init(document: Document, model: FactModel) {
    self.document = document
    self.model = model
    for name in model.facts.map(\.name) + model.records.map(\.name) where !name.chinese.isEmpty {
      labels[name.chinese] = NameKey.of(name.english)
    }
  }

  private var source: SourceText { document.source }

  var known: KnownNames {
    KnownNames(
      names: Set(names.references.keys),
      units: names.units,
      hints: names.hints
    )
  }

  /// Reads every table; the checks come last, when all names are known.
  mutating func run() {
    for section in document.sections {
      for case .table(let table) in section.blocks { units(table) }
    }
    for section in document.sections {
      for case .table(let table) in section.blocks { self.table(table, in: section) }
    }
  }

  private func column(_ name: String, _ table: Table) -> Int? {
    table.header.firstIndex { Glossed.halves($0.text).english.lowercased() == name }
  }

  private mutating func units(_ table: Table) {
    guard let column = column("unit", table) else { return }
    for row in table.rows where row.indices.contains(column) && !row[column].text.isEmpty {
      let halves = Glossed.halves(row[column].text)
      let name = halves.english
      guard Unit.named(name) == nil, names.units[name.lowercased()] == nil else { continue }
      names.units[name.lowercased()] = Unit(dimension: name)
      if !halves.chinese.isEmpty { names.units[halves.chinese] = Unit(dimension: name) }
      let known = ["years", "months", "days", "working days", "points", "yuan", "people"]
      if let near = Spelling.nearest(to: name, among: known) {
        diagnostics.insert(.unitLikeAnother(name, near, at: row[column].range))
      }
    }
  }

  private mutating func table(_ table: Table, in section: Section) {
    guard let first = table.header.first else { return }
    switch first.text {
    case "type": types(table)
    case "fact": facts(table)
    case "attribute": records(table, in: section)
    default: diagnostics.insert(.unknownTable(first.text, .dictionary, at: first.range))
    }
  }

  private func unit(_ row: [Cell], _ column: Int?) -> Unit {
    guard let column, row.indices.contains(column), !row[column].text.isEmpty else { return .none }
    let name = Glossed.halves(row[column].text).english
    return known.unit(name) ?? .none
  }

  private mutating func types(_ table: Table) {
    guard let column = require(["is"], of: table)?.first else { return }
    for row in table.rows where row.count == table.header.count {
      let name = Glossed.halves(row[0].text)
      guard isName(name.english, row[0].range) else { continue }
      let key = NameKey.of(name.english)
      var reader = TypeReader(source: source, known: known, types: names.types)
      let type = reader.type(row[column], unit: unit(row, self.column("unit", table)))
      diagnostics.formUnion(reader.diagnostics)
      if names.types.updateValue(type, forKey: key) != nil {
        diagnostics.insert(.doubledName(name.english, at: row[0].range))
      }
    }
  }

  private mutating func facts(_ table: Table) {
    guard require(["type", "verified by", "personal", "can change"], of: table) != nil else {
      return
    }
    for row in table.rows where row.count == table.header.count {
      guard let fact = fact(row, table, inRecords: false) else { continue }
      let key = NameKey.of(fact.name.english)
      if names.references[key] != nil {
        diagnostics.insert(.doubledName(fact.name.english, at: row[0].range))
        continue
      }
      checkLabel(fact.name, row[0].range)
      hint(fact)
      let same = model.facts.firstIndex { NameKey.of($0.name.english) == key }
      if let same {
        if model.facts[same].type != fact.type, !fact.type.isInvalid {
          diagnostics.insert(
            .unlikeDictionaries(fact.name.english, model.facts[same].file, at: row[0].range)
          )
        }
        names.references[key] = .fact(same, model.facts[same].type)
      } else {
        names.references[key] = .fact(model.facts.count, fact.type)
        model.facts.append(fact)
      }
    }
  }

  /// A person's file may name a fact in Chinese, so that a label stands for one thing only.
  private mutating func checkLabel(_ name: Bilingual, _ range: SourceRange) {
    if name.chinese.isEmpty { return }
    let key = NameKey.of(name.english)
    if let other = labels.updateValue(key, forKey: name.chinese), other != key {
      diagnostics.insert(.doubledLabel(name.chinese, other, at: range))
    }
  }

  private mutating func hint(_ fact: Fact) {
    let line = source.line(at: fact.range.start)
    let place = Bilingual("dictionary, line \(line)", "数据字典第\(line)行")
    for value in fact.type.choice?.values ?? [] {
      names.hints[NameKey.of(value.label)] = .value(of: fact.name.english, declared: place)
      if !value.chinese.isEmpty { names.hints[value.chinese] = .chineseValue(of: value.label) }
    }
    if !fact.name.chinese.isEmpty {
      names.hints[fact.name.chinese] = .chineseLabel(of: fact.name.english)
    }
  }

  private mutating func fact(_ row: [Cell], _ table: Table, inRecords: Bool) -> Fact? {
    func cell(_ name: String) -> Cell? { column(name, table).map { row[$0] } }
    guard let typeCell = cell("type") else { return nil }
    let name = Glossed.halves(row[0].text)
    guard isName(name.english, row[0].range) else { return nil }
    if name.chinese.isEmpty { diagnostics.insert(.noChinese(name.english, at: row[0].range)) }
    var reader = TypeReader(source: source, known: known, types: names.types)
    let type = reader.type(typeCell, unit: unit(row, column("unit", table)))
    diagnostics.formUnion(reader.diagnostics)
    let change = changeability(cell("can change"), type, inRecords: inRecords)
    let privacy = privacy(cell("personal"))
    return Fact(
      name: name,
      type: type,
      verifiedBy: Glossed.halves(cell("verified by")?.text ?? ""),
      isPersonal: privacy.isPersonal,
      isSensitive: privacy.isSensitive,
      change: change.rule,
      through: change.through,
      file: source.name,
      range: row[0].range
    )
  }

  private mutating func changeability(
    _ cell: Cell?,
    _ type: ValueType,
    inRecords: Bool
  ) -> (rule: Changeability, through: String?) {
    guard let cell else { return (.fixed, nil) }
    var reader = ChangeReader(type: type, inRecords: inRecords)
    let change = reader.changeability(cell)
    diagnostics.formUnion(reader.diagnostics)
    return (change, reader.through)
  }

  private mutating func privacy(_ cell: Cell?) -> (isPersonal: Bool, isSensitive: Bool) {
    guard let cell else { return (false, false) }
    switch Glossed.halves(cell.text).english {
    case "yes": return (true, false)
    case "sensitive": return (true, true)
    case "no": break
    default: diagnostics.insert(.notYesOrNo(cell.text, at: cell.range))
    }
    return (false, false)
  }

  private mutating func records(_ table: Table, in section: Section) {
    guard require(["type", "verified by", "personal", "can change"], of: table) != nil else {
      return
    }
    let name = Bilingual(section.heading.name ?? "", section.heading.chineseName ?? "")
    let heading = section.heading.range
    guard isName(name.english, heading) else { return }
    var grain: Grain?
    if let mark = section.mark("spells") {
      switch mark.value {
      case "months": grain = .months
      case "days": grain = .days
      default: diagnostics.insert(.badGrain(mark.value, at: mark.range))
      }
    } else if section.mark("records") == nil {
      diagnostics.insert(.recordsWithoutMark(at: heading))
    }
    var most = 100
    if let mark = section.mark("up to") {
      if let number = Int(mark.value), (1...1_000).contains(number) {
        most = number
      } else {
        diagnostics.insert(.badMost(mark.value, at: mark.range))
      }
    }
    var kind = RecordKind(
      name: name,
      grain: grain,
      most: most,
      attributes: [],
      file: source.name,
      range: heading
    )
    if grain != nil { kind.attributes = DictionaryCompiler.ends(source.name, heading) }
    for row in table.rows where row.count == table.header.count {
      guard let attribute = fact(row, table, inRecords: true) else { continue }
      let key = NameKey.of(attribute.name.english)
      if kind.attributes.contains(where: { NameKey.of($0.name.english) == key }) {
        diagnostics.insert(.doubledName(attribute.name.english, at: row[0].range))
        continue
      }
      let chinese = attribute.name.chinese
      if let other = kind.attributes.first(where: { $0.name.chinese == chinese }), chinese != "" {
        diagnostics.insert(.doubledLabel(chinese, other.name.english, at: row[0].range))
      }
      hint(attribute)
      kind.attributes.append(attribute)
    }
    declare(kind)
  }

  /// When a spell may begin and end: a year such as 0202 or 20200 is a slip of the pen.
  private static func ends(_ file: String, _ range: SourceRange) -> [Fact] {
    let first = CivilDate(year: 1900, month: 1, day: 1) ?? .earliest
    let last = CivilDate(year: 2199, month: 12, day: 31) ?? .latest
    return [
      Fact(
        name: Bilingual("from", "起"),
        type: ValueType(.date(first, last)),
        verifiedBy: Bilingual("", ""),
        isPersonal: true,
        change: .fixed,
        file: file,
        range: range
      ),
      Fact(
        name: Bilingual("to", "止"),
        type: ValueType(.date(first, last), isOptional: true),
        verifiedBy: Bilingual("", ""),
        isPersonal: true,
        change: .fixed,
        file: file,
        range: range
      ),
    ]
  }

  private mutating func declare(_ kind: RecordKind) {
    let key = NameKey.of(kind.name.english)
    if names.references[key] != nil {
      diagnostics.insert(.doubledName(kind.name.english, at: kind.range))
      return
    }
    checkLabel(kind.name, kind.range)
    guard let same = model.records.firstIndex(where: { NameKey.of($0.name.english) == key })
    else {
      names.references[key] = .records(model.records.count)
      model.records.append(kind)
      return
    }
    names.references[key] = .records(same)
    if model.records[same].grain != kind.grain {
      diagnostics.insert(
        .unlikeDictionaries(kind.name.english, model.records[same].file, at: kind.range)
      )
      return
    }
    for attribute in kind.attributes {
      let name = NameKey.of(attribute.name.english)
      let known = model.records[same].attributes.first { NameKey.of($0.name.english) == name }
      if let known {
        if known.type != attribute.type {
          diagnostics.insert(
            .unlikeDictionaries(
              attribute.name.english,
              model.records[same].file,
              at: attribute.range
            )
          )
        }
      } else {
        model.records[same].attributes.append(attribute)
      }
    }
  }

  private mutating func isName(_ name: String, _ range: SourceRange) -> Bool {
    let faults = NameKey.faults(in: name)
    for fault in faults { diagnostics.insert(.badName(name, fault, at: range)) }
    return faults.isEmpty
  }

  private mutating func require(_ names: [String], of table: Table) -> [Int]? {
    let known = Set(["is", "type", "unit", "verified by", "personal", "can change"])
    for cell in table.header.dropFirst()
    where !known.contains(Glossed.halves(cell.text).english.lowercased()) {
      diagnostics.insert(.unknownColumn(cell.text, known.sorted(), at: cell.range))
    }
    let columns = names.map { column($0, table) }
    for (name, column) in zip(names, columns) where column == nil {
      diagnostics.insert(.missingColumn(name, at: table.headerRange))
    }
    let found = columns.compactMap(\.self)
    return found.count == names.count ? found : nil
  }
}
