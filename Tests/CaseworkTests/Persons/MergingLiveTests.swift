import Casework
import ExpressionLanguage
import Testing

/// What lives on two files of one person decides which of them stays.
struct MergingLiveTests {
  private enum Living: CaseIterable {
    case nothing, application, permit

    var events: [Event] {
      let submitted = Event.application(
        .submitted(basis: .employment, medium: .paper, papers: [], actedFor: nil)
      )
      let card = Card(serial: "C-1", made: Office.day("2024-03-01"))
      let due = Office.day("2025-03-01")
      switch self {
      case .nothing: return []
      case .application: return [submitted]
      case .permit:
        return [submitted, .permit(.issued(application: 1, card: card, due: due))]
      }
    }
  }

  private func outcome(_ own: Living, _ other: Living) throws -> String {
    var one = OfficeCase.registered(1)
    for event in own.events { one.record(event) }
    var duplicate = OfficeCase(2)
    duplicate.record(.person(.registered(identity: Office.identity(1), phone: nil)))
    for event in other.events { duplicate.record(event) }
    one.others[duplicate.id] = duplicate.file
    switch try one.decide(.person(.merge(duplicate: duplicate.id))) {
    case .success: return "merged"
    case .failure(let rejection): return rejection.id
    }
  }

  @Test func `nothing that lives is ever moved`() throws {
    var outcomes: [String] = []
    for own in Living.allCases {
      for other in Living.allCases {
        outcomes.append("\(own) \(other): \(try outcome(own, other))")
      }
    }
    #expect(
      outcomes == [
        "nothing nothing: merged",
        "nothing application: merge-the-other-way",
        "nothing permit: merge-the-other-way",
        "application nothing: merged",
        "application application: two-open-applications",
        "application permit: live-on-both",
        "permit nothing: merged",
        "permit application: live-on-both",
        "permit permit: two-live-permits",
      ]
    )
  }
}
