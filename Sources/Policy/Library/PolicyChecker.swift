package import ExpressionLanguage

/// Checks a whole library: every jurisdiction, on every day on which something changes.
package struct PolicyChecker: Sendable {
  /// One set that was compiled.
  package struct CheckedSet: Sendable {
    /// The jurisdiction.
    package var jurisdiction: String
    /// The first day on which exactly these measures are in force.
    package var day: CivilDate
    /// The set; `nil` where an error stands in its way.
    package var set: PolicySet?
    /// The names of the office's contract that it does not set.
    package var missingOffice: [String]
  }

  /// Everything that was found.
  package private(set) var report: Report
  /// Every set, by jurisdiction and day.
  package private(set) var sets: [CheckedSet] = []

  /// Checks a library.
  ///
  /// - Complexity: linear in the number of sets, but for the proofs of their tables.
  package init(_ library: PolicyLibrary) {
    report = library.report
    var used = Usage()
    for jurisdiction in library.jurisdictions {
      for day in library.changes(of: jurisdiction) {
        let (set, found, usage, missing) = PolicyCompiler.check(
          library,
          jurisdiction: jurisdiction,
          on: day
        )
        report.formUnion(found)
        used.formUnion(usage)
        sets.append(
          CheckedSet(jurisdiction: jurisdiction, day: day, set: set, missingOffice: missing)
        )
      }
    }
    // What an error keeps from being compiled uses nothing yet.
    if !report.hasErrors { reportUnused(library, used) }
  }

  /// Facts of a dictionary that no rule of any measure uses.
  private mutating func reportUnused(_ library: PolicyLibrary, _ used: Usage) {
    for (file, name, range) in used.declared.sorted(by: {
      ($0.file, $0.range.start) < ($1.file, $1.range.start)
    })
    where !used.names.contains(name) {
      guard let document = library.dictionaries.values.first(where: { $0.source.name == file })
      else { continue }
      report.insert(.unusedFact(name, at: range), in: document.source)
    }
  }

  /// What the rules of some sets use of what their dictionaries declare.
  struct Usage {
    var names: Set<String> = []
    var declared: [(file: String, name: String, range: SourceRange)] = []

    mutating func formUnion(_ other: Usage) {
      names.formUnion(other.names)
      for entry in other.declared
      where !declared.contains(where: { $0.file == entry.file && $0.range == entry.range }) {
        declared.append(entry)
      }
    }
  }

  /// How many rules and rows of a set have each standing: of the jurisdiction's own measures, or of
  /// those chosen by position.
  package static func standings(
    of set: PolicySet,
    in chosen: Set<Int>? = nil
  ) -> [Standing: Int] {
    var counts: [Standing: Int] = [:]
    let own =
      chosen
      ?? Set(set.measures.indices.filter { set.measures[$0].id.hasPrefix(set.jurisdiction + "/") })
    for rule in set.rules where own.contains(rule.measure) {
      var notes: [StandingNote?] = [nil]
      switch rule.body {
      case .table(let table): notes = table.rows.map(\.standing)
      case .dated(let entries, _): notes = entries.map(\.standing)
      case .list(let list): notes = list.items.map(\.standing)
      case .formula, .waiver: break
      }
      for note in notes { counts[(note ?? rule.standing).standing, default: 0] += 1 }
    }
    for channel in set.channels where own.contains(channel.measure) {
      for note in channel.standings.values { counts[note.standing, default: 0] += 1 }
    }
    for service in set.services where own.contains(service.measure) {
      counts[service.standing.standing, default: 0] += 1
    }
    for entry in set.office where own.contains(entry.measure) {
      counts[entry.standing.standing, default: 0] += 1
    }
    return counts
  }
}

extension PolicyCompiler {
  /// Compiles a set and says what it uses and lacks.
  static func check(
    _ library: PolicyLibrary,
    jurisdiction: String,
    on day: CivilDate
  ) -> (PolicySet?, Report, PolicyChecker.Usage, [String]) {
    let compiler = PolicyCompiler(library: library, jurisdiction: jurisdiction, day: day)
    let set = compiler.run()
    var usage = PolicyChecker.Usage()
    for (index, fact) in compiler.model.facts.enumerated() {
      if compiler.usedFacts.contains(index) { usage.names.insert(fact.name.english) }
    }
    for (index, kind) in compiler.model.records.enumerated() {
      if compiler.usedRecords.contains(index) { usage.names.insert(kind.name.english) }
    }
    for fact in compiler.model.facts {
      usage.declared.append((fact.file, fact.name.english, fact.range))
    }
    for kind in compiler.model.records {
      usage.declared.append((kind.file, kind.name.english, kind.range))
    }
    return (set, compiler.report, usage, compiler.missingOffice())
  }
}

extension Diagnostic {
  static func unusedFact(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unused-fact",
      .warning,
      at: range,
      Bilingual("no rule uses \(name)", "没有规则使用“\(name)”"),
      reason: Bilingual(
        "People would be asked for something that decides nothing.",
        "会向人索取不影响结果的信息。"
      ),
      fix: Bilingual("use it, or take it out", "引用它，或删去")
    )
  }
}
