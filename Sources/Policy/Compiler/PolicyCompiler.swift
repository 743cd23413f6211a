package import ExpressionLanguage

/// Turns the measures in force together into one checked set of rules.
///
/// The whole of it, in order: dictionaries give the facts; headings declare names; each rule is
/// typed when it is first needed, which finds circles; tables and exceptions are proved; the office's
/// contract, channels and services are read; what is bound to nothing or used by nobody is said.
package final class PolicyCompiler {
  let library: PolicyLibrary
  let jurisdiction: String
  let day: CivilDate
  let files: [PolicyLibrary.MeasureFile]
  /// The path of each file's dictionary.
  private lazy var dictionaryPaths = files.map(PolicyLibrary.dictionaryPath)

  var model = FactModel()
  var dictionaries: [String: DictionaryNames] = [:]
  private var dictionaryTexts: [PolicyText] = []
  /// The rules, by index; `nil` until compiled.
  var drafts: [RuleDraft] = []
  var rules: [Rule?] = []
  /// The rules being compiled, outermost first; finds circles.
  var running: [Int] = []
  /// Rules whose errors have been reported, so that what uses them is not blamed.
  var broken: Set<Int> = []
  /// What each name stands for, by measure.
  var names: [[String: NamedThing]] = []
  /// The rule that each Chinese label of each measure names, by index.
  var ruleLabels: [[String: Int]] = []
  var channelSections: [(measure: Int, section: Int)] = []
  var channels: [Channel] = []
  var services: [Service] = []
  var office: [OfficeEntry] = []
  /// Rules that something refers to.
  var usedRules: Set<Int> = []
  var usedFacts: Set<Int> = []
  var usedRecords: Set<Int> = []
  /// How deep the evaluation of each rule can nest.
  var depths: [Int: Int] = [:]
  /// The names that expressions of each measure may use, collected once all are declared.
  var knownNames: [Int: KnownNames] = [:]
  /// What has been found.
  package internal(set) var report = Report()

  init(
    library: PolicyLibrary,
    jurisdiction: String,
    day: CivilDate,
    versions: [PolicyLibrary.MeasureFile]? = nil
  ) {
    self.library = library
    self.jurisdiction = jurisdiction
    self.day = day
    files = versions ?? library.inForce(jurisdiction, on: day)
  }

  /// The set of a jurisdiction that decides a case, from the versions chosen for it, and what was
  /// found in it.
  package static func compile(
    _ library: PolicyLibrary,
    jurisdiction: String,
    versions: CaseVersions,
    on day: CivilDate
  ) -> (set: PolicySet?, report: Report) {
    let compiler = PolicyCompiler(
      library: library,
      jurisdiction: jurisdiction,
      day: day,
      versions: versions.choices.map(\.file)
    )
    let set = compiler.run()
    return (set, compiler.report)
  }

  /// The set of a jurisdiction in force on a day, and what was found in it.
  ///
  /// The set is `nil` where an error stands in the way of deciding.
  package static func compile(
    _ library: PolicyLibrary,
    jurisdiction: String,
    on day: CivilDate
  ) -> (set: PolicySet?, report: Report) {
    let compiler = PolicyCompiler(library: library, jurisdiction: jurisdiction, day: day)
    let set = compiler.run()
    return (set, compiler.report)
  }

  func run() -> PolicySet? {
    names = Array(repeating: [:], count: files.count)
    ruleLabels = Array(repeating: [:], count: files.count)
    compileDictionaries()
    for measure in files.indices { declare(measure) }
    for measure in files.indices { linkUses(measure) }
    for draft in drafts.indices { _ = rule(draft) }
    compileChecks()
    // Channels take days and fees from the office's contract.
    for measure in files.indices { compileOffice(measure) }
    for (measure, section) in channelSections { compileChannel(measure, section) }
    for measure in files.indices { compileServices(measure) }
    for measure in files.indices { checkArticles(measure) }
    checkChangesThrough()
    checkUse()
    checkNothingIsLost()
    report = report.withoutEchoes(of: library.report)
    let isClean = !report.hasErrors && !library.report.hasErrors
    return isClean && !files.isEmpty ? result() : nil
  }

  private func result() -> PolicySet {
    let rules = self.rules.compactMap(\.self)
    let program = Program(
      definitions: rules.map { rule in
        Program.Definition(
          node: rule.node,
          parameterCount: rule.parameters.count,
          records: rule.records,
          values: ValueSet.of(rule.type)
        )
      },
      facts: model.facts.map { ValueSet.of($0.type) },
      records: model.records.map { kind in
        Program.Records(
          attributes: kind.attributes.map { ValueSet.of($0.type) },
          most: kind.most,
          grain: kind.grain
        )
      }
    )
    let own = Set(files.indices.filter { files[$0].header.jurisdiction == jurisdiction })
    return PolicySet(
      jurisdiction: jurisdiction,
      measures: files.indices.map { measure($0) },
      dictionaries: dictionaryTexts,
      model: model,
      rules: rules,
      channels: channels.filter { own.contains($0.measure) },
      services: services.filter { own.contains($0.measure) },
      office: office,
      program: program,
      names: names
    )
  }

  private func measure(_ index: Int) -> Measure {
    let (file, header) = (files[index], files[index].header)
    return Measure(
      id: header.id,
      title: header.title,
      authority: header.authority,
      from: header.from,
      until: header.until,
      standing: header.standing,
      hasOfficialNumbers: header.hasOfficialNumbers,
      timeZone: header.timeZone,
      calendar: library.calendar(of: file),
      hash: file.hash,
      texts: file.texts,
      source: file.document.source,
      articles: articles(index)
    )
  }

  /// A rule that could not be compiled, though nothing was said of it, must not vanish.
  private func checkNothingIsLost() {
    guard !report.hasErrors, !library.report.hasErrors else { return }
    for index in drafts.indices where rules[index] == nil || broken.contains(index) {
      fail(.lostRule(drafts[index].name.english, at: drafts[index].range), drafts[index].measure)
    }
  }

  func source(_ measure: Int) -> SourceText { files[measure].document.source }

  func sections(_ measure: Int) -> [Section] { files[measure].document.sections }

  func fail(_ diagnostic: Diagnostic, _ measure: Int) {
    report.insert(diagnostic, in: source(measure))
  }

  private func compileDictionaries() {
    for (index, file) in files.enumerated() where !file.header.facts.isEmpty {
      let path = dictionaryPaths[index]
      guard dictionaries[path] == nil else { continue }
      guard let document = library.dictionaries[path] else {
        if let entry = file.document.front.entry("facts") {
          fail(.noDictionary(path, at: entry.valueRange), index)
        }
        continue
      }
      var compiler = DictionaryCompiler(document: document, model: model)
      compiler.run()
      model = compiler.model
      dictionaries[path] = compiler.names
      dictionaryTexts.append(
        PolicyText(
          id: document.front.id,
          path: path,
          hash: library.dictionaryHashes[path] ?? ""
        )
      )
      report.insert(compiler.diagnostics, in: document.source)
    }
  }

  func dictionary(of measure: Int) -> DictionaryNames {
    dictionaries[dictionaryPaths[measure]] ?? DictionaryNames()
  }
}

extension Diagnostic {
  static func lostRule(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "lost-rule",
      at: range,
      Bilingual("\(name) could not be compiled", "“\(name)”未能编译"),
      reason: Bilingual(
        "Nothing wrong was found in it; this is a mistake of the program, please report it.",
        "没有发现规则有误；这是程序的错误，请报告。"
      )
    )
  }

  static func noDictionary(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-dictionary",
      at: range,
      Bilingual("there is no dictionary \(path)", "没有数据字典 \(path)"),
      reason: Bilingual(
        "facts: is a path from the measure's own folder.",
        "facts: 是相对于办法所在文件夹的路径。"
      ),
      fix: Bilingual("facts: facts.md, or ../facts.md", "facts: facts.md 或 ../facts.md")
    )
  }
}
