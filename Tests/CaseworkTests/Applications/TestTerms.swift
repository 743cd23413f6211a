import Casework
import ExpressionLanguage
import Policy
import Scoring
import Synchronization
import Testing

/// The law of xiongan with terms that tests choose, so that no test hangs on a number of the
/// shipped measures.
enum TestTerms {
  /// What applications are tested with.
  static let usual: [String: Term.Length?] = [
    "days to notify": .workingDays(5),
    "days to check": .workingDays(5),
    "days to supplement": .days(30),
    "days to issue": .days(15),
    "days to issue extended": .days(30),
  ]

  private struct Key: Hashable {
    var day: CivilDate
    var changes: [String: Term.Length?]
  }

  private static let laws = Mutex<[Key: OfficeLaw]>([:])

  /// The law with the usual terms and changes to them; `nil` takes a term away.
  static func law(
    on day: CivilDate,
    changing changes: [String: Term.Length?] = [:]
  ) throws -> OfficeLaw {
    let key = Key(day: day, changes: changes)
    if let law = laws.withLock({ $0[key] }) { return law }
    let law = try law(on: day, changing: changes) { _ in }
    laws.withLock { $0[key] = law }
    return law
  }

  /// The same with another change to the measures.
  static func law(
    on day: CivilDate,
    changing changes: [String: Term.Length?] = [:],
    _ change: (inout PolicySet) -> Void
  ) throws -> OfficeLaw {
    var set = try Office.law(on: day).assessor.set
    let row = try #require(set.office.first { $0.name.english == "days to issue" })
    for (name, length) in usual.merging(changes, uniquingKeysWith: { $1 }) {
      set.office.removeAll { $0.name.english == name }
      guard let (count, unit) = length.map(parts) else { continue }
      var entry = row
      entry.name = Bilingual(name, name)
      entry.values = [.number(count)]
      entry.types = [ValueType(.number(NumberType(unit: unit, least: count, greatest: count)))]
      set.office.append(entry)
    }
    change(&set)
    return OfficeLaw(Assessor(set))
  }

  private static func parts(_ length: Term.Length) -> (count: Int64, unit: Unit) {
    switch length {
    case .days(let count): (Int64(count), .days)
    case .workingDays(let count): (Int64(count), .workingDays)
    case .months(let count): (Int64(count), .months)
    }
  }
}
