import Casework
import ExpressionLanguage
import TestSupport
import Testing

/// Years of a permit at random: any command, by anybody, on days that never go back.
struct PermitHistoryTests {
  private struct Teller {
    var generator: SplitMix64

    mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    mutating func days() -> Int { [0, 0, 1, 3, 25, 30, 40, 120, 366][pick(9)] }

    mutating func command(_ story: PermitStory, _ number: Int) -> PermitCommand {
      let serial = "XA-\(pick(8) == 0 ? 1 : 100 + number)"
      switch pick(16) {
      case 0, 1: return .issue(application: story.file.applications.all.count, serial: serial)
      case 2, 3, 4, 5: return .endorse
      case 6: return .refuseEndorsement
      case 7: return .reportLoss
      case 8: return .reportDamage
      case 9:
        return .replaceCard(
          serial: serial,
          isOldHandedIn: pick(2) == 0,
          paidFen: [0, 2_000, 2_000][pick(3)]
        )
      case 10:
        let ground = CancellationGround.allCases[pick(5)]
        return .cancel(
          ground: ground,
          from: story.today.adding(days: 1 - pick(40)) ?? story.today
        )
      case 11:
        return .proposeConfiscation(
          ground: ConfiscationGround.allCases[pick(3)],
          evidence: "paper \(number)"
        )
      case 12: return .confirmConfiscation
      case 13: return .dropConfiscation(reason: "wrong")
      default: return .restore(reason: "error")
      }
    }

    mutating func actor(_ story: PermitStory) -> Actor {
      switch pick(8) {
      case 0, 1: Office.clerk
      case 2: Office.reviewer
      case 3: Office.secondReviewer
      case 4: Office.supervisor
      case 5: Office.resident(story.file.id)
      case 6: Office.agency
      default: Office.secondClerk
      }
    }

    /// Something else happens in the file.
    mutating func happen(_ story: inout PermitStory) {
      switch pick(6) {
      case 0: story.know("stable employment", ["true", "false"][pick(2)])
      case 1: story.know("stable employment", "true")
      case 2:
        if story.file.applications.open == nil, story.file.permits.live == nil { story.approve() }
      case 3:
        if pick(4) == 0, let last = story.file.person.residences.last, last.last == nil {
          story.one.record(
            .person(.residenceEnded(residence: last.number, last: story.today))
          )
        }
      case 4:
        if story.file.person.residences.last?.last != nil,
          let from = story.today.adding(days: 1 + pick(2))
        {
          story.one.record(
            .person(.residenceRegistered(residence: Office.residence(from: from)))
          )
        }
      default: break
      }
    }
  }

  private func expectInvariants(_ story: PermitStory, _ events: [Event], _ seed: UInt64) throws {
    let file = story.file
    let day = story.today
    #expect(file.permits.all.filter(\.state.isLive).count <= 1, "seed \(seed)")
    for permit in file.permits.all.dropLast() { #expect(!permit.state.isLive, "seed \(seed)") }
    let serials = file.permits.all.flatMap { $0.cards.map(\.serial) }
    #expect(Set(serials).count == serials.count, "seed \(seed)")
    for permit in file.permits.all {
      #expect(permit.cards.dropLast().allSatisfy { $0.state != .valid }, "seed \(seed)")
      #expect((permit.end != nil) == !permit.state.isLive, "seed \(seed)")
      #expect((permit.endorsementDue == nil) == (permit.end != nil), "seed \(seed)")
      if let hands = permit.end?.by, permit.state == .confiscated {
        #expect(Set(hands.map(\.account)).count >= 2, "seed \(seed)")
      }
      if let refusal = permit.refusal {
        #expect(!refusal.reasons.isEmpty && !refusal.remedies.isEmpty, "seed \(seed)")
      }
    }
    if let tenure = file.tenure(on: day, by: story.law) {
      #expect(tenure.from <= tenure.through && tenure.through <= day, "seed \(seed)")
      #expect(tenure.months >= 0 && tenure.days >= 0, "seed \(seed)")
      for day in [tenure.from, tenure.through] {
        let isRegistered = file.person.residences.contains { residence in
          residence.residence.from <= day && (residence.last ?? .latest) >= day
        }
        #expect(isRegistered, "seed \(seed)")
      }
    }
    // Whoever loses something is told why, and how to seek review.
    for (index, event) in events.enumerated() {
      switch event {
      case .permit(.cancelled(let ground, _)) where ground != .died: break
      case .permit(.confiscated), .permit(.endorsementRefused): break
      default: continue
      }
      guard case .notice(.queued(let notice))? = events.dropFirst(index + 1).first else {
        Issue.record("not told, seed \(seed)")
        continue
      }
      #expect(notice.text.english.contains("administrative litigation"), "seed \(seed)")
    }
  }

  @Test func `whatever is asked by whomever, the invariants hold and folding gives the file`()
    throws
  {
    var succeeded: Set<String> = []
    for seed in UInt64(0)..<24 {
      var teller = Teller(generator: SplitMix64(seed: seed))
      var story = try PermitStory.holder(from: "2024-02-29", seed: seed)
      for number in 0..<30 {
        story.one.today = story.today.adding(days: teller.days()) ?? story.today
        teller.happen(&story)
        let actor = teller.actor(story)
        let command = teller.command(story, number)
        guard case .success(let events) = story.ask(.permit(command), by: actor) else { continue }
        for event in events {
          story.one.record(event, by: actor)
          succeeded.insert(event.type)
        }
        try expectInvariants(story, events, seed)
      }
      story.one.expectFoldsFromEmpty()
      let keys = story.file.notices.all.map(\.key)
      #expect(Set(keys).count == keys.count, "seed \(seed)")
    }
    // The histories go everywhere, so that the test says something.
    for type in [
      "issued", "endorsed", "endorsement-refused", "suspended", "card-lost", "card-damaged",
      "card-replaced", "cancelled", "confiscation-proposed", "confiscated",
      "confiscation-dropped", "restored",
    ] {
      #expect(succeeded.contains("permit/\(type)"), "\(type)")
    }
  }

  @Test func `the day's work done late has the same effect as done daily, and twice as once`()
    throws
  {
    for seed in UInt64(100)..<112 {
      var teller = Teller(generator: SplitMix64(seed: seed))
      var daily = try PermitStory.holder(from: "2024-03-31", seed: seed)
      var late = daily
      for number in 0..<14 {
        let day = daily.today.adding(days: teller.days()) ?? daily.today
        var next = daily.today.adding(days: 7) ?? day
        while next < day {
          try daily.dayWork(on: next)
          next = next.adding(days: 7) ?? day
        }
        try daily.dayWork(on: day)
        #expect(try daily.dayWork(on: day).isEmpty, "seed \(seed)")
        late.one.today = day
        let actor = teller.actor(daily)
        let command = teller.command(daily, number)
        let first = daily.ask(.permit(command), by: actor)
        let second = late.ask(.permit(command), by: actor)
        switch (first, second) {
        case (.success(let first), .success(let second)):
          for event in first { daily.one.record(event, by: actor) }
          for event in second { late.one.record(event, by: actor) }
        case (.failure(let first), .failure(let second)): #expect(first == second)
        default: Issue.record("one way only, seed \(seed)")
        }
      }
      try late.dayWork(on: daily.today)
      try daily.dayWork(on: daily.today)
      #expect(daily.file.permits == late.file.permits, "seed \(seed)")
    }
  }

  @Test
  func `services are suspended only while the permit is, and unknown only for what is unknown`()
    throws
  {
    for seed in UInt64(200)..<206 {
      var teller = Teller(generator: SplitMix64(seed: seed))
      var story = try PermitStory.holder(from: "2024-03-01", seed: seed)
      for number in 0..<12 {
        story.one.today = story.today.adding(days: teller.days()) ?? story.today
        let actor = teller.actor(story)
        let command = teller.command(story, number)
        if case .success(let events) = story.ask(.permit(command), by: actor) {
          for event in events { story.one.record(event, by: actor) }
        }
        let state = story.file.permits.state(on: story.today)
        for entitlement in story.file.entitlements(on: story.today, by: story.law) {
          switch entitlement.answer {
          case .yes: #expect(state == .active && entitlement.validUntil != nil, "seed \(seed)")
          case .suspended: #expect(state == .suspended, "seed \(seed)")
          case .unknown:
            #expect(!entitlement.missing.isEmpty && state?.isLive == true, "seed \(seed)")
          case .no: #expect(state == nil || state?.isLive == false, "seed \(seed)")
          }
          #expect(!entitlement.reason.english.isEmpty && !entitlement.reason.chinese.isEmpty)
        }
      }
    }
  }
}
