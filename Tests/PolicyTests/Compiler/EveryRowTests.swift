import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// Every row of every U table that the project ships, deleted or doubled, is caught.
///
/// The finding stands at the table and names a person who falls through or falls under two rows.
@Suite struct EveryRowTests {
  /// One table of one measure.
  struct ShippedTable: Sendable, CustomTestStringConvertible {
    var path: String
    /// The line of the header, from 1.
    var line: Int
    /// The lines of the rows.
    var rows: [Int]
    var hasOtherwise: Bool
    var testDescription: String { "\(path):\(line)" }
  }

  static let tables: [ShippedTable] = ShippedPolicies.measures.flatMap { file in
    let source = SourceText(name: file.path, bytes: file.bytes)
    guard let document = MeasureReader.read(source).document, document.kind == .policy else {
      return [ShippedTable]()
    }
    return document.sections.compactMap { section in
      guard !section.isUnbound, case .table(let table) = section.blocks.first,
        table.header.first?.text == "U"
      else { return nil }
      return ShippedTable(
        path: file.path,
        line: source.line(at: table.header[0].range.start),
        rows: table.rows.map { source.line(at: $0[0].range.start) },
        hasOtherwise: table.rows.last?.dropFirst().first?.text == "otherwise"
      )
    }
  }

  /// What is found at the table in a copy of the measure with other lines.
  private func findings(
    _ table: ShippedTable,
    _ change: (inout [Substring]) -> Void
  ) -> [Diagnostic] {
    let files = ShippedPolicies.measures.map { file in
      guard file.path == table.path else { return file }
      var changed = file
      let text = String(decoding: file.bytes, as: UTF8.self)
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      change(&lines)
      changed.bytes = Array(lines.joined(separator: "\n").utf8)
      return changed
    }
    let library = PolicyLibrary(files: files)
    guard let measure = library.measures.first(where: { $0.path == table.path }) else { return [] }
    let (_, report) = PolicyCompiler.compile(
      library,
      jurisdiction: measure.header.jurisdiction,
      on: measure.header.from
    )
    let source = measure.document.source
    return (report.findings[table.path]?.sorted ?? []).filter {
      $0.severity == .error
        && (table.line...(table.line + table.rows.count + 2)).contains(
          source.line(at: $0.range.start)
        )
    }
  }

  @Test func `there are tables to break`() { #expect(EveryRowTests.tables.count >= 8) }

  @Test(arguments: tables) func `a row that is lost is missed`(table: ShippedTable) {
    for row in table.rows {
      // Without its otherwise row a table has a gap; without another, otherwise takes it over.
      if table.hasOtherwise, row != table.rows.last { continue }
      let found = findings(table) { $0.remove(at: row - 1) }
      guard let gap = found.first(where: { $0.id == "table-gap" || $0.id == "no-rows" }) else {
        Issue.record("row \(row) of \(table.testDescription) is not missed")
        continue
      }
      if gap.id == "no-rows" { continue }
      #expect(gap.headline.english.contains(" = ") || gap.headline.english.contains("anyone"))
      #expect(gap.headline.chinese.contains("为") || gap.headline.chinese.contains("任何人"))
    }
  }

  @Test(arguments: tables) func `a row that stands twice is caught`(table: ShippedTable) {
    for row in table.rows {
      if table.hasOtherwise, row == table.rows.last { continue }
      let found = findings(table) { lines in
        let line = lines[row - 1]
        guard let close = line.firstIndex(of: ")") else { return }
        lines.insert("| (99" + line[close...], at: row)
      }
      guard let overlap = found.first(where: { $0.id == "table-overlap" }) else {
        Issue.record("row \(row) of \(table.testDescription), doubled, is not caught")
        continue
      }
      let words = overlap.reason?.english ?? ""
      #expect(words.contains(" = ") || words.contains("anyone"), "\(words)")
      #expect(words.contains("(99)"), "\(words)")
    }
  }
}
