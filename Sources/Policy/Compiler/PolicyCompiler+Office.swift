import ExpressionLanguage

extension PolicyCompiler {
  /// Reads the office tables of a measure.
  func compileOffice(_ measure: Int) {
    for (index, section) in sections(measure).enumerated() where !section.isUnbound {
      guard case .table(let table) = section.blocks.first, table.header.first?.text == "office"
      else { continue }
      checkNoWords(section, "office", measure)
      checkMarks(section, "office", measure)
      guard checkColumns(table, measure) else { continue }
      for row in table.rows where row.count == table.header.count && row.count > 1 {
        officeRow(row, table, section, measure, index)
      }
    }
  }

  private func officeRow(
    _ row: [Cell],
    _ table: Table,
    _ section: Section,
    _ measure: Int,
    _ index: Int
  ) {
    let name = Glossed.halves(row[0].text)
    let key = NameKey.of(name.english)
    let citation = section.heading.citation
    let round = citation?.kind == .round ? citation?.number : nil
    guard let entry = OfficeContract.entries.first(where: { $0.name == key }) else {
      fail(.unknownOffice(name.english, at: row[0].range), measure)
      return
    }
    if entry.isOfRound != (round != nil) {
      fail(.officeOutsideRound(key, entry.isOfRound, at: row[0].range), measure)
    }
    let twin = office.contains {
      $0.measure == measure && NameKey.of($0.name.english) == key && $0.round == round
    }
    if twin { fail(.saidTwice(name.english, at: row[0].range), measure) }
    let scope = RuleScope(self, measure: measure)
    var reader = CellReader(row[1].range, of: source(measure), known: scope.known)
    let literals = reader.literals()
    report.insert(reader.diagnostics, in: source(measure))
    guard let literals else { return }
    var values: [Value] = []
    var types: [ValueType] = []
    for literal in literals {
      guard let typed = outputs([literal], bare: .none, measure) else { continue }
      if !OfficeContract.accepts(typed.type, entry.kind) {
        fail(.unlikeOffice(key, entry.kind.example, at: literal.range), measure)
      }
      values += typed.values
      types.append(typed.type)
    }
    let countsWorkingDays = types.contains { $0.number?.unit == .workingDays }
    if countsWorkingDays, files[measure].header.calendar == nil {
      fail(.workingDaysWithoutCalendar(name.english, at: row[1].range), measure)
    }
    let notes = rowNotes(row, table, measure)
    office.append(
      OfficeEntry(
        measure: measure,
        name: name,
        round: round,
        values: values,
        types: types,
        place: place(measure, index),
        standing: notes.standing ?? standing(measure, index),
        sources: notes.sources.isEmpty ? sources(section.marks, measure) : notes.sources,
        range: row[0].range
      )
    )
  }

  /// Reads what cannot be, from every dictionary.
  func compileChecks() {
    for (index, file) in files.enumerated() {
      let path = PolicyLibrary.dictionaryPath(of: file)
      guard let document = library.dictionaries[path],
        !files[..<index].contains(where: { PolicyLibrary.dictionaryPath(of: $0) == path })
      else { continue }
      let checker = CheckCompiler(self, measure: index, document: document)
      for section in document.sections where section.mark("check") != nil { checker.run(section) }
    }
  }

  /// Says which names of the contract a jurisdiction does not set.
  package func missingOffice() -> [String] {
    let set = Set(office.map { NameKey.of($0.name.english) })
    return OfficeContract.entries.filter { !$0.isOfRound && !set.contains($0.name) }.map(\.name)
  }
}

/// Reads the checks of one dictionary.
struct CheckCompiler {
  let compiler: PolicyCompiler
  let scope: DictionaryScope
  let document: Document

  init(_ compiler: PolicyCompiler, measure: Int, document: Document) {
    self.compiler = compiler
    self.document = document
    scope = DictionaryScope(compiler, names: compiler.dictionary(of: measure))
  }

  func run(_ section: Section) {
    guard case .list(let list) = section.blocks.first else {
      compiler.report.insert(.checkWithoutList(at: section.heading.range), in: document.source)
      return
    }
    if let word = section.operators.list, word != .anyOf {
      let range = section.operators.listRange ?? section.heading.range
      compiler.report.insert(.checkWithoutAnyOf(at: range), in: document.source)
    }
    for item in list.items {
      // An item without a test was refused by the reader.
      guard let test = item.test else { continue }
      let (syntax, found) = ExpressionParser.parse(test, of: document.source, known: scope.known)
      compiler.report.insert(found, in: document.source)
      if found.hasErrors { continue }
      var checker = ExpressionChecker(resolver: scope, source: document.source)
      let typed = checker.truth(syntax)
      compiler.report.insert(checker.diagnostics, in: document.source)
      compiler.usedFacts.formUnion(checker.references.facts)
      compiler.usedRecords.formUnion(checker.references.records)
      if typed.type.isInvalid { continue }
      compiler.model.impossible.append(
        ImpossibleCase(
          words: Bilingual(item.english?.text ?? "", item.chinese?.text ?? ""),
          node: typed.node,
          file: document.source.name,
          range: item.range
        )
      )
    }
  }
}

/// Answers what names stand for inside a dictionary: its own facts and records.
final class DictionaryScope: Resolver {
  let compiler: PolicyCompiler
  let names: DictionaryNames

  init(_ compiler: PolicyCompiler, names: DictionaryNames) {
    self.compiler = compiler
    self.names = names
  }

  func reference(to name: String) -> Reference? {
    name == "legal date" ? .legalDate : names.references[name]
  }

  func reference(to attribute: String, of records: Int) -> Reference? {
    let kind = compiler.model.records[records]
    return kind.attributes.firstIndex { NameKey.of($0.name.english) == attribute }
      .map { .attribute($0, kind.attributes[$0].type) }
  }

  func signature(ofRecords records: Int) -> RecordsSignature {
    compiler.model.records[records].signature
  }

  var known: KnownNames {
    var known = KnownNames(
      names: Set(names.references.keys).union(["legal date"]),
      units: names.units,
      hints: names.hints
    )
    for (name, reference) in names.references {
      guard case .records(let kind) = reference else { continue }
      known.attributes[name] = Set(
        compiler.model.records[kind].attributes.map { NameKey.of($0.name.english) }
      )
    }
    return known
  }
}

extension String {
  /// An example of two, as Chinese joins them.
  fileprivate var chineseChoice: String { replacing(", or ", with: " 或 ") }
}

extension Diagnostic {
  static func unknownOffice(_ name: String, at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(
      to: NameKey.of(name),
      among: OfficeContract.entries.map(\.name)
    )
    return Diagnostic(
      "unknown-office-name",
      at: range,
      Bilingual("casework knows no \(name)", "经办环节没有“\(name)”这一项"),
      reason: Bilingual(
        "The office's contract is a closed list, so that nothing set here is set in vain.",
        "经办约定是封闭清单，以免写了不起作用。"
      ),
      fix: near.map { Bilingual($0, $0) }
    )
  }

  static func officeOutsideRound(
    _ name: String,
    _ isOfRound: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "office-round",
      at: range,
      isOfRound
        ? Bilingual("\(name) belongs to a round", "“\(name)”属于某一年度")
        : Bilingual("\(name) belongs to no round", "“\(name)”不属于某一年度"),
      fix: isOfRound
        ? Bilingual("a heading Round 2023", "写在“2023年度”标题下")
        : Bilingual("a table outside the rounds", "写在年度之外的表中")
    )
  }

  static func unlikeOffice(_ name: String, _ example: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unlike-office-value",
      at: range,
      Bilingual("this is no value for \(name)", "不能作“\(name)”的取值"),
      fix: Bilingual("such as \(example)", "例如 \(example.chineseChoice)")
    )
  }

  static func checkWithoutList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "check-without-list",
      at: range,
      Bilingual("a check without its list", "校验没有列出情形"),
      reason: Bilingual(
        "Under {check} stands the list of what cannot be.",
        "{check} 之下列出不可能的情形。"
      ),
      fix: Bilingual("**any of** and a list of conditions", "写上**之一**和各项条件")
    )
  }

  static func checkWithoutAnyOf(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "check-without-any-of",
      at: range,
      Bilingual("checks are joined by any of", "校验各项以“之一”连接"),
      reason: Bilingual("One impossible case is enough.", "有一种不可能的情形即可判定。"),
      fix: Bilingual("**any of**", "**之一**")
    )
  }
}
