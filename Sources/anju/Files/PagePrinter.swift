import ArgumentParser
import ExpressionLanguage
import MeasurePages
import Policy

/// Prepares the pages of measures, each in the set in which it is in force.
struct PagePrinter {
  /// One measure, checked in its set.
  private struct Prepared {
    var set: PolicySet
    var position: Int
    var checkedOn: CivilDate

    var measure: Measure { self.set.measures[position] }
    var path: String { "\(measure.id)/\(measure.from).html" }
  }

  private let library: PolicyLibrary
  private let day: CivilDate
  private let language: PageLanguage
  private let messages: Language
  private var sets: [String: PolicySet] = [:]
  private var prepared: [Prepared] = []

  init(
    _ library: PolicyLibrary,
    on day: CivilDate,
    _ language: PageLanguage,
    messages: Language
  ) {
    self.library = library
    self.day = day
    self.language = language
    self.messages = messages
  }

  /// Checks a measure on the page's day, or on the nearest on which it is in force; where it has
  /// errors they are said, and the run ends with code 65.
  mutating func prepare(_ file: PolicyLibrary.MeasureFile) throws {
    let header = file.header
    let checkedOn = min(max(day, header.from), header.until ?? .latest)
    let set = try compiled(header.jurisdiction, checkedOn)
    guard
      let position = set.measures.firstIndex(where: {
        $0.id == header.id && $0.from == header.from
      })
    else { throw ExitCode.badData }
    prepared.append(Prepared(set: set, position: position, checkedOn: checkedOn))
  }

  private mutating func compiled(_ jurisdiction: String, _ day: CivilDate) throws -> PolicySet {
    let key = "\(jurisdiction) \(day)"
    if let set = sets[key] { return set }
    let (set, found) = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day)
    guard let set else {
      var report = library.report
      report.formUnion(found)
      let formatter = DiagnosticFormatter(language: messages, colour: Console.hasColour(2))
      Console.complain(report.text(formatter, from: .error))
      throw ExitCode.badData
    }
    sets[key] = set
    return set
  }

  /// The only page, with no other to link to.
  func single() -> String {
    prepared.map { page($0, [:]) }.joined()
  }

  /// Every page by its path, the index first.
  func folder() -> [(path: String, text: String)] {
    let index = MeasureIndex(
      prepared.map { one in
        MeasureIndex.Entry(
          measure: one.measure,
          address: one.path,
          standings: PolicyChecker.standings(of: one.set, in: [one.position])
        )
      },
      on: day,
      language: language
    )
    let pages = prepared.map { one in
      let up = String(repeating: "../", count: one.path.split(separator: "/").count - 1)
      let others = prepared.map { (MeasurePage.key($0.measure), up + $0.path) }
      return (one.path, page(one, Dictionary(others, uniquingKeysWith: { first, _ in first })))
    }
    return [("index.html", index.html)] + pages
  }

  private func page(_ one: Prepared, _ pages: [String: String]) -> String {
    MeasurePage(
      measure: one.position,
      of: one.set,
      checkedOn: one.checkedOn,
      in: library,
      on: day,
      language: language,
      pages: pages
    ).html
  }
}
