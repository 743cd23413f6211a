import ExpressionLanguage
import Foundation
import MeasurePages
import Policy
import TestSupport
import Testing

/// Pages to test: every shipped measure, checked and ready to be written.
struct Pages: Sendable, CustomTestStringConvertible {
  var library: PolicyLibrary
  var set: PolicySet
  var measure: Int
  var checkedOn: CivilDate

  var testDescription: String { MeasurePage.key(set.measures[measure]) }

  /// The page in a language, speaking of the day on which the set was checked.
  func page(_ language: PageLanguage, pages: [String: String] = [:]) -> String {
    prepared(language, pages: pages).html
  }

  /// The same before it is written.
  func prepared(_ language: PageLanguage, pages: [String: String] = [:]) -> MeasurePage {
    MeasurePage(
      measure: measure,
      of: set,
      checkedOn: checkedOn,
      in: library,
      on: checkedOn,
      language: language,
      pages: pages
    )
  }

  /// Every version of every measure in the package.
  static let shipped: [Pages] = {
    let library = PolicyLibrary(files: files(PackageRoot.file("Policies")))
    return library.measures.compactMap { try? Pages(library, $0.header.id, $0.header.from) }
  }()

  /// Measures that the reader or the compiler refuses.
  struct Refused: Error, CustomStringConvertible {
    var description: String
  }

  /// The measures of some texts, by path.
  init(_ texts: [String: String], id: String, on day: String) throws {
    let files = texts.map {
      PolicyFile(path: $0.key, bytes: Array($0.value.utf8), hash: "0123456789abcdef")
    }
    try self.init(PolicyLibrary(files: files), id, try #require(CivilDate(day)))
  }

  private init(_ library: PolicyLibrary, _ id: String, _ day: CivilDate) throws {
    let jurisdiction = String(id.prefix { $0 != "/" })
    let (set, report) = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day)
    guard let set else {
      let formatter = DiagnosticFormatter(language: .english)
      throw Refused(
        description: report.text(formatter, from: .error)
          + library.report.text(formatter, from: .error)
      )
    }
    self.set = set
    self.library = library
    checkedOn = day
    measure = try #require(self.set.measures.firstIndex { $0.id == id })
  }

  private static func files(_ folder: URL) -> [PolicyFile] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }.sorted()
      .map { name in
        let bytes = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
        return PolicyFile(path: name, bytes: Array(bytes), hash: "0123456789abcdef")
      }
  }
}
