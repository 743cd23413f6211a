import Casework
import ExpressionLanguage
import Policy
import Scoring

/// Checks rows one at a time: everything that can be said without looking at others or at files.
struct RowChecker: Sendable {
  let layout: Layout
  let rules: ExchangeRules
  /// The day on which the delivery was made: that for which a row without a day is said.
  let madeOn: CivilDate
  /// The legal date.
  let today: CivilDate

  private var subject: DeliverySubject { layout.subject }

  /// What a row says, or why it is returned.
  ///
  /// - Complexity: O(*n*) in the cells.
  func check(_ row: SheetRow) -> CheckedRow {
    var checked = CheckedRow(number: row.number, line: row.line, asOf: madeOn)
    readNumber(row, into: &checked)
    guard row.cells.count == layout.columns.count else {
      // Which cell is the name is not sure any more.
      checked.name = ""
      checked.reasons = [.cells(row.cells.count, of: layout.columns.count)]
      return checked
    }
    if row.cells.allSatisfy({ CellText.trimmed($0).isEmpty }) {
      checked.reasons = [.blank]
      return checked
    }
    if row.isMisquoted { checked.reasons.append(.misquoted) }
    if row.cells.contains(where: CellText.hasControl) { checked.reasons.append(.control) }
    readDays(row, into: &checked)
    readValues(row, into: &checked)
    return checked
  }

  private func cell(_ column: Layout.Column, of row: SheetRow) -> String? {
    layout.columns.firstIndex(of: column)
      .flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
      .map(CellText.unwrapped)
  }

  private func readNumber(_ row: SheetRow, into checked: inout CheckedRow) {
    let cell = cell(.number, of: row) ?? ""
    switch WrittenNumber.read(cell, on: today) {
    case .success(let number): checked.identity = number
    case .failure(let fault):
      checked.damagedNumber = WrittenNumber.plain(cell)
      checked.reasons.append(fault.reason)
    }
    checked.name = self.cell(.name, of: row) ?? ""
    checked.reference = self.cell(.reference, of: row) ?? ""
  }

  private func readDays(_ row: SheetRow, into checked: inout CheckedRow) {
    func day(_ column: Layout.Column) -> CivilDate? {
      guard let text = cell(column, of: row), !text.isEmpty else { return nil }
      let label = Layout.label(column, of: subject)
      do {
        return try WrittenDate.day(text)
      } catch {
        checked.reasons.append(RowChecker.reason(error, label, isMonth: false))
        return nil
      }
    }
    if let asOf = day(.asOf) { checked.asOf = asOf }
    checked.from = day(.from)
    checked.until = day(.until)
    let earliest = CivilDate(year: 1900, month: 1, day: 1) ?? .earliest
    for (column, day) in [(Layout.Column.asOf, checked.asOf), (.from, checked.from ?? madeOn)] {
      let label = Layout.label(column, of: subject)
      if day > min(madeOn, today) { checked.reasons.append(.future(label)) }
      if day < earliest {
        checked.reasons.append(.outside(label, earliest.description, today.description))
      }
    }
    if let from = checked.from, let until = checked.until, until < from {
      checked.reasons.append(
        .backwards(Layout.label(.from, of: subject), Layout.label(.until, of: subject))
      )
    }
  }

  private func readValues(_ row: SheetRow, into checked: inout CheckedRow) {
    let texts = subject.values.indices.map { cell(.value($0), of: row) ?? "" }
    guard subject.isList else {
      let label = subject.name
      switch value(0, texts[0], checked.asOf) {
      case .success(nil): checked.reasons.append(.unknownValue(label))
      case .success("none") where subject.values[0].type.isOptional: checked.content = .none
      case .success(let text?): checked.content = .value(text)
      case .failure(let fault): checked.reasons.append(fault.reason)
      }
      return
    }
    // A person without records has one row that says so.
    if let first = texts.first, ["none", "无"].contains(first.lowercased()),
      texts.dropFirst().allSatisfy({ $0.isEmpty || $0 == first })
    {
      checked.content = .none
      return
    }
    var record: [String: String] = [:]
    for (index, text) in texts.enumerated() {
      switch value(index, text, checked.asOf) {
      case .success(let text): record[NameKey.of(subject.values[index].name.english)] = text
      case .failure(let fault): checked.reasons.append(fault.reason)
      }
    }
    if subject.grain != nil, let from = record["from"], let to = record["to"], to != "none",
      to < from
    {
      checked.reasons.append(.backwards(subject.values[0].name, subject.values[1].name))
    }
    checked.content = .record(record)
  }

  /// A value as statements carry it; `nil` where it is said to be unknown.
  private func value(
    _ index: Int,
    _ text: String,
    _ asOf: CivilDate
  ) -> Result<String?, RowFault> {
    let fact = subject.values[index]
    if text.isEmpty { return .failure(RowFault(.empty(fact.name))) }
    let grain = index < 2 ? subject.grain : nil
    let isEnd = grain != nil && index == 1
    var written = text
    if isEnd, ["至今", "present"].contains(text.lowercased()) { written = "none" }
    let isNone = fact.type.isOptional && ["none", "无"].contains(written.lowercased())
    if isNone { return .success("none") }
    if case .date = fact.type.base, written != "?", written != "？" {
      do {
        written =
          grain == .months
          ? try WrittenDate.month(written).description : try WrittenDate.day(written).description
      } catch {
        return .failure(RowFault(RowChecker.reason(error, fact.name, isMonth: grain == .months)))
      }
    }
    let narrow = CellText.halfWidth(written)
    for form in narrow == written ? [written] : [written, narrow] {
      var reader = ScalarReader(fact: fact, key: .fact(0), grain: grain, isEnd: isEnd)
      let range = SourceRange(0, form.utf8.count)
      guard let value = reader.value(form, quoted: false, at: range) else { continue }
      return typed(value, of: fact, grain, isEnd: isEnd, asOf)
    }
    if case .date(let low, let high) = fact.type.base {
      return .failure(RowFault(.outside(fact.name, low.description, high.description)))
    }
    return .failure(RowFault(.notOfType(fact.name, fact.type)))
  }

  private func typed(
    _ value: Value,
    of fact: Fact,
    _ grain: Grain?,
    isEnd: Bool,
    _ asOf: CivilDate
  ) -> Result<String?, RowFault> {
    switch value {
    case .unknown: return .success(nil)
    case .absent: return .success("none")
    case .date(let date):
      let mayLieAhead = isEnd || rules.mayLieAhead.contains(NameKey.of(fact.name.english))
      if date > asOf, !mayLieAhead { return .failure(RowFault(.future(fact.name))) }
      return .success(grain == .months ? date.month.description : date.description)
    default: return .success(fact.type.canonical(value))
    }
  }

  static func reason(_ fault: WrittenDate.Fault, _ label: Bilingual, isMonth: Bool) -> RowReason {
    switch fault {
    case .unreadable: .unreadableDate(label, isMonth: isMonth)
    case .spreadsheetDay: .spreadsheetDay(label)
    case .noSuchDay: .noSuchDay(label)
    }
  }
}
