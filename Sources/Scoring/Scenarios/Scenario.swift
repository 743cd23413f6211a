import ExpressionLanguage
import Policy

/// One example: what is given, and what must come out.
struct Scenario {
  /// Something given: a fact or rule and the text of its value.
  struct Given {
    var name: String
    var nameRange: SourceRange
    var cell: Cell
  }

  /// Records given: a header and rows of cells.
  struct GivenRecords {
    var name: String
    var nameRange: SourceRange
    var header: [Cell]
    var rows: [[Cell]]
  }

  /// Something expected.
  struct Expectation {
    var name: String
    var nameRange: SourceRange
    var cell: Cell
  }

  var name: String
  var range: SourceRange
  var on: CivilDate
  var given: [Given] = []
  var records: [GivenRecords] = []
  var expectations: [Expectation] = []

  /// The background with this scenario's own facts over it.
  func over(_ background: Scenario) -> Scenario {
    var result = self
    let names = Set(given.map(\.name) + records.map(\.name))
    result.given = background.given.filter { !names.contains($0.name) } + given
    result.records = background.records.filter { !names.contains($0.name) } + records
    return result
  }

  /// The day that is given as the legal date, else the day of the file.
  var day: CivilDate {
    given.last { $0.name == "legal date" }.flatMap { CivilDate($0.cell.text) } ?? on
  }
}

/// Reads the tables of a scenario file.
enum ScenarioReader {
  /// The scenarios of a file, each with the background beneath it.
  static func scenarios(_ document: Document, _ report: inout Report) -> [Scenario] {
    let source = document.source
    guard let entry = document.front.entry("on"), let day = CivilDate(entry.value) else {
      let range = document.front.entry("on")?.valueRange ?? document.front.range
      report.insert(.scenarioDay(at: range), in: source)
      return []
    }
    var background = Scenario(name: "", range: document.front.range, on: day)
    for section in document.sections where isBackground(section) {
      background.range = section.heading.range
      var edges: [Scenario] = []
      for case .table(let table) in section.blocks {
        guard let first = table.header.first else { continue }
        let count = background.expectations.count + edges.count
        read(table, first, &background, &edges, &report, source)
        if background.expectations.count + edges.count > count {
          report.insert(.expectationInBackground(at: first.range), in: source)
        }
      }
    }
    var scenarios: [Scenario] = []
    for section in document.sections where !isBackground(section) {
      var scenario = Scenario(
        name: section.heading.name ?? "",
        range: section.heading.range,
        on: day
      )
      var edges: [Scenario] = []
      for block in section.blocks {
        guard case .table(let table) = block, let first = table.header.first else { continue }
        read(table, first, &scenario, &edges, &report, source)
      }
      if !scenario.expectations.isEmpty || edges.isEmpty && !section.blocks.isEmpty {
        if scenario.expectations.isEmpty {
          report.insert(.expectsNothing(at: section.heading.range), in: source)
        }
        scenarios.append(scenario.over(background))
      }
      var own = scenario
      own.expectations = []
      for edge in edges { scenarios.append(edge.over(own).over(background)) }
    }
    return scenarios
  }

  private static func isBackground(_ section: Section) -> Bool {
    NameKey.of(section.heading.name ?? "") == "background"
  }

  private static func read(
    _ table: Table,
    _ first: Cell,
    _ scenario: inout Scenario,
    _ edges: inout [Scenario],
    _ report: inout Report,
    _ source: SourceText
  ) {
    let word = Glossed.halves(first.text).english.lowercased()
    if word == "given" {
      for row in table.rows where row.count > 1 {
        scenario.given.append(
          Scenario.Given(
            name: NameKey.of(Glossed.halves(row[0].text).english),
            nameRange: row[0].range,
            cell: row[1]
          )
        )
      }
    } else if word.hasPrefix("given ") {
      scenario.records.append(
        Scenario.GivenRecords(
          name: NameKey.of(String(word.dropFirst(6))),
          nameRange: first.range,
          header: table.header,
          rows: table.rows
        )
      )
    } else if word == "expect" {
      for row in table.rows where row.count > 1 {
        scenario.expectations.append(
          Scenario.Expectation(
            name: NameKey.of(Glossed.halves(row[0].text).english),
            nameRange: row[0].range,
            cell: row[1]
          )
        )
      }
    } else if word == "scenario" {
      edges += table.rows.map { edge($0, table, scenario.on) }
    } else {
      report.insert(.unknownScenarioTable(first.text, at: first.range), in: source)
    }
  }

  private static func edge(_ row: [Cell], _ table: Table, _ day: CivilDate) -> Scenario {
    var scenario = Scenario(name: row[0].text, range: row[0].range, on: day)
    for (cell, header) in zip(row, table.header).dropFirst() {
      let word = NameKey.of(Glossed.halves(header.text).english)
      if word.hasPrefix("expect ") {
        scenario.expectations.append(
          Scenario.Expectation(
            name: String(word.dropFirst(7)),
            nameRange: header.range,
            cell: cell
          )
        )
      } else {
        scenario.given.append(Scenario.Given(name: word, nameRange: header.range, cell: cell))
      }
    }
    return scenario
  }
}
