import ExpressionLanguage
import MeasurePages
import Policy
import Synchronization

/// The pages of measures, made once for each version, day and language, and the sets behind them.
///
/// A page is known by the hash of its measure, so that another library makes other pages.
final class MeasureShelf: Sendable {
  /// The most pages kept; a day has about a dozen.
  private static let mostPages = 120

  private struct PageKey: Hashable {
    var hash: String
    var id: String
    var from: CivilDate
    var day: CivilDate
    var language: PageLanguage
  }

  private struct SetKey: Hashable {
    var hash: String
    var jurisdiction: String
    var day: CivilDate
  }

  private struct Kept {
    var pages: [PageKey: String] = [:]
    var sets: [SetKey: PolicySet] = [:]
  }

  /// The one shelf of the program.
  static let shared = MeasureShelf()

  private let kept = Mutex(Kept())

  /// A version's content as HTML, speaking of a day; `nil` where its set does not compile.
  func page(
    _ file: PolicyLibrary.MeasureFile,
    of library: PolicyLibrary,
    on day: CivilDate,
    _ language: PageLanguage,
    links: (PolicyLibrary.MeasureFile) -> String
  ) -> String? {
    let header = file.header
    let key = PageKey(
      hash: file.hash,
      id: header.id,
      from: header.from,
      day: day,
      language: language
    )
    if let page = kept.withLock({ $0.pages[key] }) { return page }
    let checkedOn = min(max(day, header.from), header.until ?? .latest)
    guard let set = set(header.jurisdiction, of: library, on: checkedOn),
      let position = set.measures.firstIndex(where: {
        $0.id == header.id && $0.from == header.from
      })
    else { return nil }
    var pages: [String: String] = [:]
    for measure in set.measures {
      if let file = library.measures.first(where: { $0.isVersion(measure) }) {
        pages[MeasurePage.key(measure)] = links(file)
      }
    }
    for version in library.measures where version.header.id == header.id {
      pages["\(version.header.id) \(version.header.from)"] = links(version)
    }
    let page = MeasurePage(
      measure: position,
      of: set,
      checkedOn: checkedOn,
      in: library,
      on: day,
      language: language,
      pages: pages
    ).part
    kept.withLock { kept in
      if kept.pages.count >= Self.mostPages { kept.pages = [:] }
      kept.pages[key] = page
    }
    return page
  }

  /// What is in force for a jurisdiction on a day; `nil` where it does not compile.
  func set(_ jurisdiction: String, of library: PolicyLibrary, on day: CivilDate) -> PolicySet? {
    // The same versions are in force until the next change.
    let from = library.changes(of: jurisdiction).last { $0 <= day } ?? day
    let hash = library.inForce(jurisdiction, on: day).map(\.hash).joined()
    let key = SetKey(hash: hash, jurisdiction: jurisdiction, day: from)
    if let set = kept.withLock({ $0.sets[key] }) { return set }
    guard let set = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day).set else {
      return nil
    }
    kept.withLock { $0.sets[key] = set }
    return set
  }

  /// How many values of a version have each standing.
  func standings(
    _ file: PolicyLibrary.MeasureFile,
    of library: PolicyLibrary,
    on day: CivilDate
  ) -> [Standing: Int] {
    let checkedOn = min(max(day, file.header.from), file.header.until ?? .latest)
    guard let set = set(file.header.jurisdiction, of: library, on: checkedOn),
      let position = set.measures.firstIndex(where: { file.isVersion($0) })
    else { return [:] }
    return PolicyChecker.standings(of: set, in: [position])
  }
}

extension PolicyLibrary.MeasureFile {
  /// Whether a checked measure is this version.
  func isVersion(_ measure: Measure) -> Bool {
    header.id == measure.id && header.from == measure.from
  }
}
