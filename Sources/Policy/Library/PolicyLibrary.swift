package import ExpressionLanguage

/// Every file of a policy folder, read: measures in all their versions, dictionaries, calendars,
/// scenarios.
///
/// Comes after the reader and before the compiler. A set of measures in force together is compiled
/// from it for a jurisdiction and a day.
package struct PolicyLibrary: Sendable {
  /// One version of a measure.
  package struct MeasureFile: Sendable {
    /// How a version was ended by another text.
    package struct End: Sendable {
      /// The title of the text that ends it.
      package var title: Bilingual
      /// What that text says of cases begun before.
      package var transition: Transition?
    }

    /// The path within the folder; of a consolidated version that of its newest amendment.
    package var path: String
    /// The folder from which the path of the dictionary is told.
    package var folder: String
    /// The text, read; the consolidated text where there are amendments.
    package var document: Document
    /// The front matter, read.
    package var header: MeasureHeader
    /// The SHA-256 of the text; of a consolidated version those of all its texts, joined by `+`.
    package var hash: String
    /// The texts that the version comes from: the measure as issued, then its amendments.
    package var texts: [MeasureText]
    /// How it was ended, if another text says so.
    package var end: End?
  }

  /// The versions of all measures, by path.
  package private(set) var measures: [MeasureFile] = []
  /// The dictionaries, by path.
  package private(set) var dictionaries: [String: Document] = [:]
  /// The SHA-256 of each dictionary's text, by path.
  package private(set) var dictionaryHashes: [String: String] = [:]
  /// The scenarios, by path.
  package private(set) var scenarios: [(path: String, document: Document)] = []
  /// The calendars, by identifier.
  package private(set) var calendars: [String: WorkingCalendar] = [:]
  /// The names of the files of all calendars, by identifier, also of those with errors.
  private var calendarFiles: [String: String] = [:]
  /// The measures that amendments and repeals are about.
  package private(set) var changed: Set<String> = []
  /// What was found in reading.
  package private(set) var report = Report()

  /// Reads the files of a folder.
  ///
  /// In diagnostics `prefix`, such as `Policies/`, stands before each path.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(files: [PolicyFile], prefix: String = "") {
    var changes: [VersionChain.Change] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let source = SourceText(name: file.name ?? prefix + file.path, bytes: file.bytes)
      let (document, diagnostics) = MeasureReader.read(source)
      report.insert(diagnostics, in: source)
      guard let document else { continue }
      switch document.kind {
      case .dictionary:
        dictionaries[file.path] = document
        dictionaryHashes[file.path] = file.hash
      case .scenarios: scenarios.append((file.path, document))
      case .calendar: insert(document, file, echoing: diagnostics)
      case .policy:
        var found = DiagnosticSet()
        let header = MeasureHeader(document, &found)
        report.insert(found.withoutEchoes(of: diagnostics, in: source), in: source)
        let parts = file.path.split(separator: "/").dropLast()
        measures.append(
          MeasureFile(
            path: file.path,
            folder: parts.joined(separator: "/"),
            document: document,
            header: header,
            hash: file.hash,
            texts: [MeasureText(source, header, path: file.path, hash: file.hash)]
          )
        )
      case .amendment, .repeal:
        var found = DiagnosticSet()
        let header = MeasureHeader(document, &found)
        report.insert(found.withoutEchoes(of: diagnostics, in: source), in: source)
        changed.insert(header.id)
        changes.append(
          VersionChain.Change(
            path: file.path,
            document: document,
            header: header,
            hash: file.hash
          )
        )
      }
    }
    let faulty = report.findings.filter(\.value.hasErrors).keys
    let chain = VersionChain(measures, changes, faulty: Set(faulty))
    measures = chain.measures
    report.formUnion(chain.report)
    checkVersions()
    checkUses()
    checkCalendars()
  }

  /// The jurisdictions, in order.
  package var jurisdictions: [String] {
    Set(measures.map(\.header.jurisdiction)).sorted()
  }

  /// The jurisdictions from which no other takes anything: those that an assessment is for.
  package var candidates: [String] {
    var used: Set<String> = []
    for measure in measures {
      for use in measure.header.uses {
        let owner = use.policy.split(separator: "/").first.map(String.init) ?? use.policy
        if owner != measure.header.jurisdiction { used.insert(owner) }
      }
    }
    let free = jurisdictions.filter { !used.contains($0) }
    return free.isEmpty ? jurisdictions : free
  }

  /// Whether every measure and dictionary that is named is here.
  package var isWhole: Bool {
    let ids = Set(measures.map(\.header.id))
    return changed.isSubset(of: ids)
      && measures.allSatisfy { measure in
        let path = PolicyLibrary.dictionaryPath(of: measure)
        return measure.header.uses.allSatisfy { ids.contains($0.policy) }
          && (measure.header.facts.isEmpty || dictionaries[path] != nil)
          && measure.header.calendar.map { calendarFiles[$0.id] != nil } != false
      }
  }

  /// Every name under which any dictionary lets a person's file give something.
  package var declaredNames: DeclaredNames {
    var names = DeclaredNames()
    for document in dictionaries.values { names.insert(document) }
    return names
  }

  /// The version of a measure in force on a day.
  ///
  /// - Complexity: O(*n*) in the number of versions.
  package func measure(_ id: String, on day: CivilDate) -> MeasureFile? {
    measures.first { $0.header.id == id && $0.header.isInForce(on: day) }
  }

  /// The measures of a jurisdiction in force on a day, with those they take names from.
  package func inForce(_ jurisdiction: String, on day: CivilDate) -> [MeasureFile] {
    var chosen = measures.filter {
      $0.header.jurisdiction == jurisdiction && $0.header.isInForce(on: day)
    }
    var index = 0
    while index < chosen.count {
      for use in chosen[index].header.uses
      where !chosen.contains(where: { $0.header.id == use.policy }) {
        if let measure = measure(use.policy, on: day) { chosen.append(measure) }
      }
      index += 1
    }
    return chosen
  }

  /// The days on which what is in force for a jurisdiction changes, in order.
  package func changes(of jurisdiction: String) -> [CivilDate] {
    let own = measures.filter { $0.header.jurisdiction == jurisdiction }
    guard let first = own.map(\.header.from).min() else { return [] }
    var ids = Set(own.map(\.header.id))
    var grown = true
    while grown {
      let used = measures.filter { ids.contains($0.header.id) }
        .flatMap { $0.header.uses.map(\.policy) }
      grown = !Set(used).isSubset(of: ids)
      ids.formUnion(used)
    }
    var days: Set<CivilDate> = []
    for measure in measures where ids.contains(measure.header.id) {
      days.insert(max(first, measure.header.from))
      if let until = measure.header.until, let next = until.adding(days: 1) { days.insert(next) }
    }
    return days.sorted().filter { day in
      own.contains { $0.header.isInForce(on: day) }
    }
  }

  /// The path of the dictionary that a measure names, resolved against its own folder.
  package static func dictionaryPath(of measure: MeasureFile) -> String {
    var parts = measure.folder.split(separator: "/").map(String.init)
    for part in measure.header.facts.split(separator: "/") {
      switch part {
      case ".": break
      case ".." where parts.isEmpty || parts.last == "..": parts.append("..")
      case "..": parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The calendar by which a measure counts working days, if it names one that is here.
  package func calendar(of measure: MeasureFile) -> WorkingCalendar? {
    measure.header.calendar.flatMap { calendars[$0.id] }
  }

  /// The calendar by which a jurisdiction counts working days on a day: that of its first measure
  /// in force which names one, then of those they take names from; weekends only where none does.
  package func calendar(for jurisdiction: String, on day: CivilDate) -> WorkingCalendar {
    inForce(jurisdiction, on: day).lazy.compactMap { calendar(of: $0) }.first ?? .weekendsOnly
  }

  /// Takes a calendar in; of two with one name the first.
  private mutating func insert(
    _ document: Document,
    _ file: PolicyFile,
    echoing earlier: DiagnosticSet
  ) {
    let id = document.front.id
    if let other = calendarFiles[id] {
      report.insert(
        .twoCalendars(id, other, at: document.front.idRange),
        in: document.source
      )
      return
    }
    calendarFiles[id] = document.source.name
    let text = PolicyText(id: id, path: file.path, hash: file.hash)
    let (calendar, found) = CalendarReader.read(document, text: text)
    report.insert(found.withoutEchoes(of: earlier, in: document.source), in: document.source)
    if !earlier.hasErrors { calendars[id] = calendar }
  }

  /// A calendar that a measure names must be here.
  private mutating func checkCalendars() {
    for measure in measures {
      guard let (id, range) = measure.header.calendar, calendarFiles[id] == nil else { continue }
      report.insert(
        .unknownCalendar(id, calendarFiles.keys.sorted(), at: range),
        in: measure.document.source
      )
    }
  }

  /// Two versions of one measure may not be in force on one day.
  private mutating func checkVersions() {
    for (index, later) in measures.enumerated() {
      for earlier in measures[..<index] where earlier.header.id == later.header.id {
        let from = max(earlier.header.from, later.header.from)
        let until = min(earlier.header.until ?? .latest, later.header.until ?? .latest)
        guard from <= until, let entry = later.document.front.entry("effective") else { continue }
        report.insert(
          .twoVersions(later.header.id, earlier.document.source.name, from, at: entry.valueRange),
          in: later.document.source
        )
      }
    }
  }

  /// Measures may not take names from each other in a circle, nor from measures that do not exist.
  private mutating func checkUses() {
    let ids = Set(measures.map(\.header.id))
    for measure in measures {
      for use in measure.header.uses {
        if !ids.contains(use.policy) {
          report.insert(
            .unknownMeasure(use.policy, ids.sorted(), at: use.policyRange),
            in: measure.document.source
          )
        } else if let circle = circle(from: measure.header.id, through: use.policy) {
          report.insert(.circle(circle, at: use.policyRange), in: measure.document.source)
        }
      }
    }
  }

  private func circle(from id: String, through used: String) -> [String]? {
    var paths = [[id, used]]
    var seen: Set<String> = [used]
    while let path = paths.popLast() {
      guard let last = path.last else { continue }
      if last == id { return path }
      for measure in measures where measure.header.id == last {
        for use in measure.header.uses where use.policy == id || seen.insert(use.policy).inserted {
          paths.append(path + [use.policy])
        }
      }
    }
    return nil
  }
}
