package import ExpressionLanguage
import Policy
import Scoring

/// 居住年限: how long a holder has lived here without a break, as endorsement counts it (Decree
/// 663, Article 10).
package struct ResidenceTenure: Hashable, Sendable {
  /// The day from which it counts; the day itself doesn't.
  package var from: CivilDate
  /// The last day that counts.
  package var through: CivilDate
  /// Full months; a month without that day is full on its last.
  package var months: Int
  /// Days beyond the full months.
  package var days: Int
}

extension ResidentFile {
  /// The residence tenure on a day; `nil` where nothing counts.
  ///
  /// It begins with the permit, and anew with a late endorsement where the contract's switch says
  /// so. It stands still at the due date while the permit is suspended: the endorsement that cures
  /// it tells what becomes of the days between, which under `goes on` count after all. It never
  /// exceeds what is registered: only the registrations in the area that follow each other without
  /// a day between them count, up to the last registered day.
  ///
  /// - Complexity: O(*n* log *n*) in the registrations.
  package func tenure(on day: CivilDate, by law: OfficeLaw) -> ResidenceTenure? {
    guard let permit = permits.permit(on: day) else { return nil }
    let last = permit.lastCounted(on: day)
    let area = law.assessor.set.jurisdiction
    guard let registered = person.registered(in: area, until: last) else { return nil }
    let start = max(permit.tenureStart(on: day), registered.first)
    guard start <= registered.last else { return nil }
    let months = registered.last.fullMonths(since: start)
    let rest = start.adding(months: months, monthEnd: .down) ?? start
    return ResidenceTenure(
      from: start,
      through: registered.last,
      months: months,
      days: registered.last.days(since: rest)
    )
  }
}

extension PersonState {
  /// The last unbroken registration in an area that began by a day, cut off there.
  func registered(
    in area: String,
    until day: CivilDate
  ) -> (first: CivilDate, last: CivilDate)? {
    let spells =
      residences
      .filter { $0.residence.place == area && $0.residence.from <= day }
      .map { (first: $0.residence.from, last: min($0.last ?? day, day)) }
      .filter { $0.first <= $0.last }
      .sorted { $0 < $1 }
    guard var run = spells.first else { return nil }
    for spell in spells.dropFirst() {
      if spell.first.days(since: run.last) <= 1 {
        run.last = max(run.last, spell.last)
      } else {
        run = spell
      }
    }
    return run
  }
}

extension CivilDate {
  /// The full months from an earlier day to this one.
  fileprivate func fullMonths(since start: CivilDate) -> Int {
    let (here, there) = (parts, start.parts)
    let months = (here.year - there.year) * 12 + here.month - there.month
    guard months > 0 else { return 0 }
    let anniversary = start.adding(months: months, monthEnd: .down) ?? .latest
    return anniversary <= self ? months : months - 1
  }
}
