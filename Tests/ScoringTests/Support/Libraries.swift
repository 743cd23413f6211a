import ExpressionLanguage
import Foundation
import Policy
import Scoring
import TestSupport
import Testing

/// Measures to test with: those that the program ships, and drafts that may lie beside it.
enum Libraries {
  /// The measures of this package.
  static let shipped = library(PackageRoot.file("Policies"))

  /// The folder beside the checkout with data that is never part of it, if it is there.
  static let shared: URL? = {
    let url = PackageRoot.url.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  /// The draft measures of another place, laid out as a library.
  static func drafts(_ jurisdiction: String) -> PolicyLibrary? {
    guard let folder = shared?.appending(path: "design/drafts/\(jurisdiction)"),
      FileManager.default.fileExists(atPath: folder.path)
    else { return nil }
    return library(folder)
  }

  /// Every Markdown file under a folder, as a library.
  static func library(_ folder: URL) -> PolicyLibrary {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
      return PolicyFile(path: name, bytes: Array(bytes), hash: "")
    }
    return PolicyLibrary(files: files)
  }

  /// A library of texts, by path.
  static func library(_ texts: [String: String]) -> PolicyLibrary {
    PolicyLibrary(
      files: texts.map { PolicyFile(path: $0.key, bytes: Array($0.value.utf8), hash: "") }
    )
  }
}

/// A set of measures in force on a day, ready to decide.
struct Prepared: Sendable, CustomTestStringConvertible {
  var name: String
  var day: CivilDate
  var assessor: Assessor

  var testDescription: String { "\(name) on \(day)" }

  var set: PolicySet { assessor.set }
  var model: FactModel { assessor.set.model }

  init(
    _ library: PolicyLibrary,
    _ jurisdiction: String,
    on day: CivilDate,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (set, report) = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day)
    let text = report.text(DiagnosticFormatter(language: .english), from: .error)
    assessor = Assessor(
      try #require(set, "\(text)", sourceLocation: sourceLocation)
    )
    name = jurisdiction
    self.day = day
  }

  /// Every set of the shipped measures: each jurisdiction, on each day on which something changes,
  /// on the day before, and on some that are hard.
  static let shipped: [Prepared] = {
    let library = Libraries.shipped
    var sets: [Prepared] = []
    for jurisdiction in library.jurisdictions {
      let changes = library.changes(of: jurisdiction)
      let eves = changes.compactMap { $0.adding(days: -1) }
      let hard = ["2024-02-29", "2026-11-23", "2099-12-31"].compactMap { CivilDate($0) }
      for day in Set(changes + eves + hard).sorted()
      where !library.inForce(jurisdiction, on: day).isEmpty {
        if let set = try? Prepared(library, jurisdiction, on: day) { sets.append(set) }
      }
    }
    return sets
  }()

  /// The shipped sets, a measure of everything, and the drafts if they lie beside the checkout.
  static let all: [Prepared] = {
    var sets = shipped
    if let every = EveryConstruct.prepared { sets.append(every) }
    for (draft, day) in [
      ("beijing", "2020-12-31"), ("canada", "2026-02-28"), ("xiongan", "2023-05-25"),
    ] {
      guard let library = Libraries.drafts(draft), let day = CivilDate(day),
        let set = try? Prepared(library, draft, on: day)
      else { continue }
      sets.append(set)
    }
    return sets
  }()
}
