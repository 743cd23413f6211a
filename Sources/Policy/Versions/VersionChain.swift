import ExpressionLanguage

/// The versions of all measures, brought forward through amendments and repeals in the order of
/// their days.
struct VersionChain {
  /// An amendment or a repeal, as read.
  struct Change {
    var path: String
    var document: Document
    var header: MeasureHeader
    var hash: String
  }

  /// The versions: those issued whole, and the consolidated ones.
  private(set) var measures: [PolicyLibrary.MeasureFile]
  /// What is wrong with the changes.
  private(set) var report = Report()

  private let faulty: Set<String>

  /// Brings `measures` forward.
  ///
  /// - Parameters:
  ///   - measures: The versions issued whole.
  ///   - changes: Amendments and repeals.
  ///   - faulty: The names of texts with errors, which are put into nothing.
  init(
    _ measures: [PolicyLibrary.MeasureFile],
    _ changes: [Change],
    faulty: Set<String>
  ) {
    self.measures = measures
    self.faulty = faulty
    let changes = changes.filter { !faulty.contains($0.document.source.name) }
    // Repeals come first: what takes the place of a measure begins on the day on which it ends.
    var ends = changes
    for measure in measures
    where !measure.header.repeals.isEmpty && !faulty.contains(measure.document.source.name) {
      ends.append(
        Change(
          path: measure.path,
          document: measure.document,
          header: measure.header,
          hash: measure.hash
        )
      )
    }
    var days = Set(changes.map(\.header.from))
    days.formUnion(ends.map(\.header.from))
    for day in days.sorted() {
      for change in ends where change.header.from == day { repeal(change) }
      for change in changes where change.header.from == day && change.document.kind == .amendment {
        amend(change)
      }
    }
  }

  private var ids: [String] { Set(measures.map(\.header.id)).sorted() }

  private mutating func fail(_ diagnostic: Diagnostic, _ change: Change) {
    report.insert(diagnostic, in: change.document.source)
  }

  // MARK: Repeals

  private mutating func repeal(_ change: Change) {
    for (id, range) in change.header.repeals {
      guard ids.contains(id) else {
        fail(.unknownMeasure(id, ids, at: range), change)
        continue
      }
      let day = change.header.from
      guard let eve = day.adding(days: -1),
        let index = measures.firstIndex(where: {
          $0.header.id == id && $0.header.from < day && $0.header.isInForce(on: eve)
        })
      else {
        fail(.changesNothingInForce(id, day, at: range), change)
        continue
      }
      measures[index].header.until = eve
      measures[index].end = PolicyLibrary.MeasureFile.End(
        title: change.header.title,
        transition: change.header.transition
      )
    }
  }

  // MARK: Amendments

  private mutating func amend(_ change: Change) {
    let (id, day) = (change.header.id, change.header.from)
    let range = change.document.front.idRange
    guard ids.contains(id) else {
      fail(.unknownMeasure(id, ids, at: range), change)
      return
    }
    if let other = measures.first(where: { $0.header.id == id && $0.header.from == day }) {
      let entry = change.document.front.entry("effective")
      fail(
        .twoChangesOnOneDay(id, day, other.document.source.name, at: entry?.valueRange ?? range),
        change
      )
      return
    }
    guard
      let index = measures.firstIndex(where: {
        $0.header.id == id && $0.header.isInForce(on: day)
      })
    else {
      fail(.changesNothingInForce(id, day, at: range), change)
      return
    }
    consolidate(index, change)
  }

  private mutating func consolidate(_ index: Int, _ change: Change) {
    let base = measures[index]
    if !faulty.isDisjoint(with: base.texts.map(\.file)) { return }
    let made = Consolidation(of: base.document, by: change.document)
    report.insert(made.diagnostics, in: change.document.source)
    guard let source = made.source else { return }
    let (read, found) = MeasureReader.read(source)
    report.insert(found, in: source)
    guard let document = read else { return }
    var wrong = DiagnosticSet()
    var header = MeasureHeader(document, &wrong)
    header.until = base.header.until
    let texts =
      base.texts + [
        MeasureText(
          change.document.source,
          change.header,
          path: change.path,
          hash: change.hash
        )
      ]
    header.standing =
      texts.map(\.standing).min { $0.standing < $1.standing } ?? header.standing
    measures[index].header.until = change.header.from.adding(days: -1)
    measures.append(
      PolicyLibrary.MeasureFile(
        path: change.path,
        folder: base.folder,
        document: document,
        header: header,
        hash: base.hash + "+" + change.hash,
        texts: texts
      )
    )
  }
}

extension Diagnostic {
  static func changesNothingInForce(
    _ id: String,
    _ day: CivilDate,
    at range: SourceRange
  ) -> Diagnostic {
    let eve = day.adding(days: -1) ?? day
    return Diagnostic(
      "changes-nothing-in-force",
      at: range,
      Bilingual("\(id) is not in force then", "\(id)届时没有有效版本"),
      reason: Bilingual(
        "Only what is in force on \(eve) and would be on \(day) can be amended; what is in force on "
          + "\(eve) can be repealed.",
        "只能修改在\(eve)有效并延续到\(day)的版本，只能废止在\(eve)有效的版本。"
      ),
      fix: Bilingual(
        "another day; or a measure that does not end by itself: effective: with its first day only",
        "换一个施行日；或者让前一版本不写止期"
      )
    )
  }

  static func twoChangesOnOneDay(
    _ id: String,
    _ day: CivilDate,
    _ other: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "two-changes-on-one-day",
      at: range,
      Bilingual("two texts change \(id) on one day", "同一天有两份文件改动 \(id)"),
      reason: Bilingual(
        "\(other) begins on \(day) too, and nothing says which of the two comes first.",
        "\(other) 也自\(day)起施行，无从确定先后。"
      ),
      fix: Bilingual("one document, or another day", "并作一份，或错开日期")
    )
  }
}
