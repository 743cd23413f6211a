import ExpressionLanguage

/// Reads the years of a calendar: under each heading `Year 2024` a table of holidays.
///
/// Comes after the reader of files; what it accepts counts days without another check.
struct CalendarReader {
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let document: Document
  private let header: MeasureHeader
  private var years: [WorkingCalendar.Year] = []

  private static let columns = ["from", "to", "make-up", "standing", "source", "note"]

  /// What a day was said to be, and in which line.
  private enum Said { case off, madeUp }

  /// The calendar of a document, and what is wrong with it; `nil` where an error was found.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the text.
  static func read(
    _ document: Document,
    text: PolicyText
  ) -> (calendar: WorkingCalendar?, diagnostics: DiagnosticSet) {
    var diagnostics = DiagnosticSet()
    let header = MeasureHeader(document, &diagnostics)
    var reader = CalendarReader(document, header)
    for section in document.sections { reader.read(section) }
    if reader.years.isEmpty, !reader.diagnostics.hasErrors {
      reader.diagnostics.insert(.noYears(at: document.front.idRange))
    }
    diagnostics.formUnion(reader.diagnostics)
    if diagnostics.hasErrors { return (nil, diagnostics) }
    let calendar = WorkingCalendar(text: text, title: header.title, years: reader.years)
    return (calendar, diagnostics)
  }

  private init(_ document: Document, _ header: MeasureHeader) {
    self.document = document
    self.header = header
  }

  private mutating func read(_ section: Section) {
    if section.mark("informative") != nil { return }
    guard let year = CalendarReader.year(of: section.heading) else {
      diagnostics.insert(.notAYear(at: section.heading.range))
      return
    }
    if years.contains(where: { $0.year == year }) {
      diagnostics.insert(.yearTwice(year, at: section.heading.range))
      return
    }
    if let last = years.last?.year, year != last + 1 {
      diagnostics.insert(.yearGap(year, after: last, at: section.heading.range))
    }
    let words = section.operators
    if let range = words.limits.first?.range ?? words.whenRange ?? words.suspendedWhenRange {
      diagnostics.insert(.wordsOverTable("holiday", [], at: range))
    }
    var standing = header.standing
    if let mark = section.mark("standing") {
      standing = self.standing(mark.value, at: mark.valueRange) ?? standing
    }
    let sources = section.marks.filter { $0.key == "source" }
      .compactMap { source($0.value, at: $0.valueRange) }
    var entry = WorkingCalendar.Year(
      year: year,
      holidays: [],
      standing: standing,
      sources: sources
    )
    read(section, &entry)
    years.append(entry)
  }

  /// The year that both halves of a heading name, as `2024年 · Year 2024`.
  private static func year(of heading: Heading) -> Int? {
    let english = heading.english.map { half in
      half.text.hasPrefix("Year ") ? year(half.text.dropFirst(5)) : nil
    }
    let chinese = heading.chinese.map { half in
      half.text.hasSuffix("年") ? year(half.text.dropLast()) : nil
    }
    switch (english, chinese) {
    case (let english?, let chinese?): return english == chinese ? english : nil
    case (let year?, nil), (nil, let year?): return year
    case (nil, nil): return nil
    }
  }

  private static func year(_ digits: Substring) -> Int? {
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits).flatMap { $0 > 0 ? $0 : nil }
  }

  // MARK: The table

  private mutating func read(_ section: Section, _ year: inout WorkingCalendar.Year) {
    var said: [CivilDate: Said] = [:]
    var hasTable = false
    for case .table(let table) in section.blocks {
      hasTable = true
      guard let columns = columns(of: table) else { continue }
      if table.rows.isEmpty { diagnostics.insert(.noRows(at: table.headerRange)) }
      for row in table.rows where row.count == table.header.count {
        holiday(row, columns, &year, &said)
      }
    }
    if !hasTable { diagnostics.insert(.yearWithoutTable(year.year, at: section.heading.range)) }
  }

  /// The position of each column by its English name; `nil` after an error.
  private mutating func columns(of table: Table) -> [String: Int]? {
    guard let first = table.header.first else { return nil }
    guard Glossed.halves(first.text).english.lowercased() == "holiday" else {
      diagnostics.insert(.unknownTable(first.text, .calendar, at: first.range))
      return nil
    }
    var columns: [String: Int] = [:]
    var isGood = true
    for (index, cell) in table.header.enumerated().dropFirst() {
      let name = Glossed.halves(cell.text).english.lowercased()
      if CalendarReader.columns.contains(name) {
        columns[name] = index
      } else {
        diagnostics.insert(.unknownColumn(cell.text, CalendarReader.columns, at: cell.range))
        isGood = false
      }
    }
    for name in CalendarReader.columns.prefix(3) where columns[name] == nil {
      diagnostics.insert(.missingColumn(name, at: table.headerRange))
      isGood = false
    }
    return isGood ? columns : nil
  }

  private mutating func holiday(
    _ row: [Cell],
    _ columns: [String: Int],
    _ year: inout WorkingCalendar.Year,
    _ said: inout [CivilDate: Said]
  ) {
    func cell(_ name: String) -> Cell? {
      columns[name].map { row[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
    }
    var holiday = WorkingCalendar.Holiday(
      name: Glossed.halves(row[0].text),
      days: nil,
      makeUpDays: [],
      standing: year.standing,
      sources: year.sources
    )
    if let cell = cell("standing") {
      holiday.standing = standing(cell.text, at: cell.range) ?? year.standing
    }
    if let cell = cell("source"), let source = source(cell.text, at: cell.range) {
      holiday.sources = [source]
    }
    let makeUp = cell("make-up")
    if (cell("from") == nil) != (cell("to") == nil) || cell("from") == nil && makeUp == nil {
      diagnostics.insert(.holidayWithoutDays(at: row[0].range))
      return
    }
    if cell("from") != nil {
      guard let from = day(row[columns["from"] ?? 0], year.year),
        let to = day(row[columns["to"] ?? 0], year.year)
      else { return }
      guard from <= to else {
        diagnostics.insert(.holidayEndsBeforeBegin(at: row[columns["to"] ?? 0].range))
        return
      }
      holiday.days = from...to
      var day = from
      while day <= to {
        if !say(.off, day, at: row[columns["from"] ?? 0].range, &said) { return }
        guard let next = day.adding(days: 1) else { break }
        day = next
      }
    }
    for part in makeUp.map({ parts(of: $0) }) ?? [] {
      guard let day = day(part, year.year) else { return }
      guard WorkingCalendar.isWeekend(Int(day.day)) else {
        diagnostics.insert(.makeUpOnWeekday(day, at: part.range))
        return
      }
      if !say(.madeUp, day, at: part.range, &said) { return }
      holiday.makeUpDays.append(day)
    }
    year.holidays.append(holiday)
  }

  /// The days of a cell that are parted by commas.
  private func parts(of cell: Cell) -> [Cell] {
    var parts: [Cell] = []
    let bytes = document.source.bytes
    var start = cell.range.start
    for offset in cell.range.start...cell.range.end
    where offset == cell.range.end || bytes[offset] == UInt8(ascii: ",") {
      let range = document.source.trimmed(SourceRange(start, offset))
      parts.append(Cell(text: document.source.text(range), range: range))
      start = offset + 1
    }
    return parts
  }

  /// Notes what a day is; reports one of which something was said before.
  private mutating func say(
    _ what: Said,
    _ day: CivilDate,
    at range: SourceRange,
    _ said: inout [CivilDate: Said]
  ) -> Bool {
    guard let earlier = said.updateValue(what, forKey: day) else { return true }
    diagnostics.insert(earlier == what ? .dayTwice(day, at: range) : .offAndMadeUp(day, at: range))
    return false
  }

  private mutating func day(_ cell: Cell, _ year: Int) -> CivilDate? {
    guard let day = CivilDate(cell.text) else {
      diagnostics.insert(.notADay(cell.text, at: cell.range))
      return nil
    }
    guard day.parts.year == year else {
      diagnostics.insert(.outsideYear(day, year, at: cell.range))
      return nil
    }
    return day
  }

  // MARK: Standing and sources

  private mutating func standing(_ text: String, at range: SourceRange) -> StandingNote? {
    if let note = StandingNote.read(text) { return note }
    diagnostics.insert(.badStanding(text, at: range))
    return nil
  }

  private mutating func source(_ text: String, at range: SourceRange) -> SourceReference? {
    let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmingSpaces }
    let key = parts.first ?? ""
    guard let title = header.sources[key] else {
      diagnostics.insert(.unknownSource(key, header.sources.keys.sorted(), at: range))
      return nil
    }
    return SourceReference(key: key, title: title, place: parts.count > 1 ? parts[1] : "")
  }
}
