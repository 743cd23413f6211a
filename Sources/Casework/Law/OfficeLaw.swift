import ExpressionLanguage
package import Policy
package import Scoring

/// The measures in force on one day, as casework reads them.
///
/// Every number of days, fee and switch comes from here, never from code.
package struct OfficeLaw: Sendable {
  /// Decides people.
  package let assessor: Assessor
  /// Decides people about the permit alone: whoever asks for a permit is not made to wait for a
  /// computation of points.
  let permitAssessor: Assessor
  /// The place of the residence permit's channel in the set; `nil` where the measures have none.
  package let permitChannel: Int?
  /// The calendar by which working days are counted.
  package let calendar: WorkingCalendar
  /// The office's contract, by name.
  let terms: [String: Term]

  /// Reads a set.
  package init(_ assessor: Assessor) {
    self.assessor = assessor
    calendar = assessor.set.calendar
    terms = OfficeLaw.terms(of: assessor.set)
    permitChannel = assessor.set.channels.indices
      .filter { OfficeLaw.leadsToPermit(assessor.set.channels[$0]) }
      .min { (order(assessor.set, $0), $0) < (order(assessor.set, $1), $1) }
    var set = assessor.set
    set.channels = permitChannel.map { [set.channels[$0]] } ?? []
    set.services = []
    permitAssessor = Assessor(set)
  }

  /// The stable names of the services that the measures open, such as `compulsory-education`.
  package var serviceNames: [String] {
    assessor.set.services.map { NameKey.identifier($0.name.english) }
  }

  private static func leadsToPermit(_ channel: Channel) -> Bool {
    channel.leadsTo.map { NameKey.of($0.english) == "residence permit" } ?? false
  }
}

private func order(_ set: PolicySet, _ channel: Int) -> Int64 {
  set.channels[channel].order ?? .max
}
