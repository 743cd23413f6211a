import Casework
import ExpressionLanguage
import Policy
import Scoring
import Synchronization
import Testing

/// The invariants of the domain that touch permits, over histories of everything together.
struct WholeFileTests {
  private static let histories = UInt64(0)..<300
  private static let commands = 50

  @Test func `whatever is asked by whomever on whatever day, the invariants hold`() throws {
    var done: [String: Int] = [:]
    for seed in WholeFileTests.histories {
      var town = try Town(seed: seed)
      var faults: [String] = []
      for _ in 0..<WholeFileTests.commands where faults.isEmpty {
        let step = try town.step()
        faults = step.faults()
        guard case .success(let decided) = step.answer else { continue }
        for event in decided.events { done[event.type, default: 0] += 1 }
        for id in [step.resident] + decided.others.map(\.resident) {
          faults += try town.faults(of: #require(town.files[id]))
        }
        faults += try replayFaults(step, decided, town)
        if step.command == .dayWork {
          let again = try #require(town.files[step.resident]).decide(.dayWork, at: step.desk)
          if !again.events.isEmpty { faults.append("the day's work is never done") }
        }
      }
      if faults.isEmpty, seed.isMultiple(of: 3) {
        faults += try town.faults(ofServicesOf: town.focused)
      }
      if faults.isEmpty { continue }
      let commands = town.asked.map(\.description).joined(separator: "\n")
      Issue.record("seed \(seed): \(faults.joined(separator: "; "))\n\(commands)")
      return
    }
    // The histories go everywhere, so that the test says something.
    for type in WholeFileTests.everything where done[type] == nil {
      Issue.record("no history has a \(type)")
    }
  }

  /// Replaying a decision on what was recorded before it, by the same texts of law, gives the same.
  private func replayFaults(
    _ step: Town.Step,
    _ decided: Decided,
    _ town: Town
  ) throws -> [String] {
    let isDecision = decided.events.contains { event in
      switch event {
      case .application(.decided), .permit(.endorsed), .permit(.endorsementRefused): true
      default: false
      }
    }
    guard isDecision else { return [] }
    let all = town.entries[step.resident] ?? []
    let earlier = ResidentFile(
      id: step.resident,
      folding: all.dropLast(decided.events.count)
    )
    var desk = step.desk
    // The same texts, put together anew.
    desk.law = AgainLaw.law(step.desk.law)
    let again = try earlier.decide(step.command, at: desk)
    if again != decided { return ["a decision is another when it is replayed"] }
    for case .application(.decided(_, let decision)) in decided.events {
      let texts = Set(desk.law.assessor.set.measures.map(\.id))
      if !decision.law.allSatisfy({ texts.contains($0.measure) && !$0.hash.isEmpty }) {
        return ["a decision cites law that was not in force"]
      }
      for number in decision.facts {
        guard let item = earlier.facts.item(number), item.known <= step.desk.today,
          item.ended == nil
        else { return ["a decision cites a fact that was not known"] }
      }
    }
    return []
  }

  private static let everything = [
    "person/phone-changed", "person/residence-registered", "person/residence-ended",
    "person/employer-changed", "person/relative-linked", "person/relative-unlinked",
    "person/guardian-appointed", "person/guardian-ended", "person/protection-set",
    "person/identity-corrected", "person/merged-from", "fact/stated", "fact/withdrawn",
    "fact/disputed", "fact/dispute-answered", "application/submitted", "application/notice-given",
    "application/supplemented", "application/accepted", "application/declined",
    "application/withdrawn", "application/closed-unfinished", "application/department-asked",
    "application/check-answered", "application/relocation-confirmed",
    "application/term-extended", "application/decided", "permit/issued", "permit/endorsed",
    "permit/endorsement-refused", "permit/suspended", "permit/card-lost", "permit/card-damaged",
    "permit/card-replaced", "permit/cancelled", "permit/confiscation-proposed",
    "permit/confiscated", "permit/confiscation-dropped", "permit/restored", "notice/queued",
  ]
}

/// The same texts of law, put together a second time.
private enum AgainLaw {
  private static let laws = Mutex<[[String]: OfficeLaw]>([:])

  static func law(_ law: OfficeLaw) -> OfficeLaw {
    let set = law.assessor.set
    let texts = set.measures.map { "\($0.id) \($0.hash)" }
    return laws.withLock { laws in
      if let again = laws[texts] { return again }
      let again = OfficeLaw(Assessor(set))
      laws[texts] = again
      return again
    }
  }
}
