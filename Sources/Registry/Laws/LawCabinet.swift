package import Casework
package import ExpressionLanguage
package import Policy
import Scoring
import Synchronization

/// The measures as casework reads them, compiled once for each set of versions in force together.
package final class LawCabinet: Sendable {
  /// The place whose measures these are, such as `xiongan`.
  package let jurisdiction: String
  private let library: PolicyLibrary
  /// The days on which what is in force changes, in order.
  private let changes: [CivilDate]
  private let compiled = Mutex<[CivilDate: OfficeLaw]>([:])

  /// Takes the measures of a place; nothing is compiled until a day is asked for.
  package init(_ library: PolicyLibrary, jurisdiction: String) {
    self.library = library
    self.jurisdiction = jurisdiction
    changes = library.changes(of: jurisdiction)
  }

  /// The measures in force on a day.
  ///
  /// - Throws: `Rejection` `no-law-in-force` before the first of them, or where they do not compile.
  /// - Complexity: O(log *n*) in the changes of the law, but for the first day of each set.
  package func law(on day: CivilDate) throws(Rejection) -> OfficeLaw {
    guard let from = beginning(of: day) else { throw .noLawInForce(on: day) }
    if let law = compiled.withLock({ $0[from] }) { return law }
    // Compiled outside the lock; two who need the same set at once both make the same.
    guard let set = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: from).set else {
      throw .noLawInForce(on: day)
    }
    let law = OfficeLaw(Assessor(set))
    compiled.withLock { $0[from] = law }
    return law
  }

  /// The first day on which what is in force on `day` was in force.
  private func beginning(of day: CivilDate) -> CivilDate? {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : changes[low - 1]
  }
}

extension Rejection {
  static func noLawInForce(on day: CivilDate) -> Rejection {
    Rejection(
      "no-law-in-force",
      Bilingual("no measures are in force on \(day.words.english)", "\(day.words.chinese)没有有效的办法"),
      remedy: Bilingual("`anju policy check` tells why", "可用 `anju policy check` 查明原因")
    )
  }
}
