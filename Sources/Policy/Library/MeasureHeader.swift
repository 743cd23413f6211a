package import ExpressionLanguage

/// The front matter of a measure, read.
package struct MeasureHeader: Sendable {
  /// One measure from which names are taken.
  package struct Use: Sendable {
    /// The measure.
    package var policy: String
    /// Where it is named.
    package var policyRange: SourceRange
    /// The names, with their places.
    package var names: [(name: String, range: SourceRange)]
  }

  /// The identifier.
  package var id: String
  /// The title.
  package var title: Bilingual
  /// Who issued it.
  package var authority: Bilingual
  /// The first day in force.
  package var from: CivilDate
  /// The last day in force, if there is one.
  package var until: CivilDate?
  /// The standing of everything that says no other.
  package var standing: StandingNote
  /// Whether the article numbers are official.
  package var hasOfficialNumbers: Bool
  /// The time zone of instants.
  package var timeZone: String
  /// The path of the dictionary, relative to the measure's folder; empty where there is none.
  package var facts: String
  /// The calendar by which it counts working days, with its place, if it names one.
  package var calendar: (id: String, range: SourceRange)?
  /// What is taken from other measures.
  package var uses: [Use]
  /// The sources, by key.
  package var sources: [String: String]
  /// The measures that it ends, with their places.
  package var repeals: [(id: String, range: SourceRange)]
  /// Which version decides cases begun before, if it says so.
  package var transition: Transition?

  /// The jurisdiction: the first part of the identifier.
  package var jurisdiction: String {
    id.split(separator: "/").first.map(String.init) ?? id
  }

  /// Whether the measure is in force on a day.
  package func isInForce(on day: CivilDate) -> Bool {
    from <= day && (until.map { day <= $0 } ?? true)
  }

  /// Reads the front matter of a measure.
  package init(_ document: Document, _ diagnostics: inout DiagnosticSet) {
    let front = document.front
    func text(_ key: String) -> String { front.entry(key)?.value ?? "" }
    id = front.id
    title = Glossed.halves(text("title"))
    authority = Glossed.halves(text("authority"))
    facts = text("facts")
    calendar = front.entry("calendar").map { ($0.value, $0.valueRange) }
    if document.kind == .calendar { calendar = nil }
    timeZone = text("time zone").isEmpty ? "Asia/Shanghai" : text("time zone")
    sources = [:]
    for child in front.entry("sources")?.children ?? [] { sources[child.key] = child.value }
    from = .earliest
    until = nil
    if let entry = front.entry("effective") {
      let parts = entry.value.split(separator: " ").map(String.init)
      let dates = parts.compactMap { CivilDate($0) }
      if parts.count == 1, dates.count == 1 {
        from = dates[0]
      } else if document.kind != .policy, parts.count == 3 {
        diagnostics.insert(.changeWithEnd(at: entry.valueRange))
      } else if parts.count == 3, parts[1] == "..", dates.count == 2, dates[0] <= dates[1] {
        (from, until) = (dates[0], dates[1])
      } else {
        diagnostics.insert(.badPeriod(entry.value, at: entry.valueRange))
      }
    }
    standing = StandingNote(.sample)
    if let entry = front.entry("standing") {
      if let note = StandingNote.read(entry.value) {
        standing = note
      } else {
        diagnostics.insert(.badStanding(entry.value, at: entry.valueRange))
      }
    }
    let numbering = text("numbering")
    hasOfficialNumbers = numbering == "official"
    if let entry = front.entry("numbering"), !numbering.isEmpty,
      !["official", "ours"].contains(numbering)
    {
      diagnostics.insert(.badNumbering(numbering, at: entry.valueRange))
    }
    repeals = []
    if document.kind == .repeal { repeals = [(front.id, front.idRange)] }
    if let entry = front.entry("repeals"), document.kind != .repeal {
      repeals = MeasureHeader.names(entry.valueRange, document.source).map { ($0.name, $0.range) }
    }
    if let entry = front.entry("transition"), !entry.value.isEmpty {
      transition = Transition(entry, &diagnostics)
    }
    uses = (front.entry("uses")?.children ?? []).map { child in
      Use(
        policy: child.key,
        policyRange: child.keyRange,
        names: MeasureHeader.names(child.valueRange, document.source)
      )
    }
  }

  private static func names(
    _ range: SourceRange,
    _ source: SourceText
  ) -> [(name: String, range: SourceRange)] {
    var names: [(name: String, range: SourceRange)] = []
    var start = range.start
    for offset in range.start...range.end
    where offset == range.end || source.bytes[offset] == UInt8(ascii: ",") {
      let part = source.trimmed(SourceRange(start, offset))
      if part.count > 0 { names.append((NameKey.of(source.text(part)), part)) }
      start = offset + 1
    }
    return names
  }
}

extension StandingNote {
  /// Reads `sample, the values are not public`; `nil` for another word.
  static func read(_ text: String) -> StandingNote? {
    let parts = text.split(separator: ",", maxSplits: 1).map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    guard let word = parts.first, let standing = Standing(word: word) else { return nil }
    return StandingNote(standing, reason: parts.count > 1 ? parts[1] : "")
  }
}

extension Diagnostic {
  static func badPeriod(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-period",
      at: range,
      Bilingual("this is no period", "施行期间写法不对"),
      reason: Bilingual(
        "A measure is in force from a day, or from a day to a later one.",
        "办法自某日起施行，或自某日至其后某日施行。"
      ),
      fix: Bilingual(
        "2021-01-01, or 2021-01-01 .. 2024-12-31",
        "2021-01-01 或 2021-01-01 .. 2024-12-31"
      )
    )
  }

  static func changeWithEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "change-with-end",
      at: range,
      Bilingual("a change has no last day", "修改和废止不写止期"),
      reason: Bilingual(
        "It holds until another changes the same words; nothing says what would hold after it.",
        "修改的效力持续到下一次修改；止期之后适用什么，无从得知。"
      ),
      fix: Bilingual(
        "its first day only, and a second amendment that puts the old words back",
        "只写施行日；需要恢复原文的，另写一部修正案"
      )
    )
  }

  static func badStanding(_ text: String, at range: SourceRange) -> Diagnostic {
    let word = text.split(separator: ",").first.map(String.init) ?? text
    let near = Spelling.nearest(to: word, among: Standing.allCases.map(\.word))
    return Diagnostic(
      "bad-standing",
      at: range,
      Bilingual("\(word) is no standing", "没有“\(word)”这种依据"),
      reason: Bilingual(
        "A value is enacted (an official text on file says so), reported (a named source says "
          + "so) or sample (ours).",
        "依据有三种：enacted（有官方文本）、reported（有具名来源）、sample（样例）。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual("enacted, reported or sample", "enacted、reported 或 sample")
    )
  }

  static func badNumbering(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-numbering",
      at: range,
      Bilingual("whose numbers are these?", "条号是谁的？"),
      fix: Bilingual("official, or ours", "official 或 ours")
    )
  }
}
