import Casework
import ExpressionLanguage
import TestSupport
import Testing

/// What holds whatever is asked, by whomever, whenever.
struct ApplicationPropertyTests {
  /// Plays commands at random; `check` sees each file before and after each event.
  private func play(
    seed: UInt64,
    commands: Int,
    _ check: (_ before: ResidentFile, _ event: Event, _ after: ResidentFile) throws -> Void
  ) throws -> Proceedings {
    var random = RandomProceedings(seed: seed)
    var one = try random.person()
    func fold(_ events: [Event], _ actor: Actor) throws {
      for event in events {
        let before = one.file
        one.record(event, by: actor)
        try check(before, event, one.file)
      }
    }
    for _ in 0..<commands {
      one.today = one.today.adding(days: random.days()) ?? one.today
      if random.pick(2) == 0 { try fold(one.decide(.dayWork, by: .system).get(), .system) }
      let command = random.command(on: one.file)
      let actor = random.actor(for: command, of: one.file)
      for word in random.words(before: command, in: one) { try fold([word], Office.clerk) }
      if case .success(let events) = one.decide(.application(command), by: actor) {
        try fold(events, actor)
      }
      if let open = one.file.applications.open, open.state == .approved, random.pick(3) == 0 {
        let card = Card(serial: "S\(open.number)", made: one.today)
        try fold(
          [.permit(.issued(application: open.number, card: card, due: .latest))],
          Office.clerk
        )
        try fold([.permit(.cancelled(ground: .givenUp, from: one.today))], Office.clerk)
      }
    }
    return one
  }

  @Test func `at most one is open, each change is one event, and nothing comes before acceptance`()
    throws
  {
    var reached: Set<Application.State> = []
    for seed in 0..<UInt64(20) {
      let one = try play(seed: seed, commands: 35) { before, event, after in
        let old = before.applications.all
        let new = after.applications.all
        #expect(new.count { !$0.state.isFinal } <= 1, "seed \(seed)")
        reached.formUnion(new.map(\.state))
        // Whatever is not an event of an application, or the issue of a card, changes none.
        let changed = new.indices.filter { !old.indices.contains($0) || old[$0] != new[$0] }
        switch event {
        case .application: #expect(changed.count == 1, "seed \(seed): \(event.type)")
        case .permit(.issued): #expect(changed.count == 1, "seed \(seed)")
        default: #expect(changed.isEmpty, "seed \(seed): \(event.type)")
        }
        for index in old.indices where old[index].state.isFinal {
          #expect(old[index] == new[index], "seed \(seed): what is over stays as it is")
        }
        for application in new {
          switch application.state {
          case .accepted, .reviewed, .approved, .issued, .refused:
            #expect(application.accepted.map { $0 >= application.submitted } == true)
          case .submitted, .supplementNeeded, .notAccepted, .closedUnfinished:
            #expect(application.accepted == nil)
          case .withdrawn: break
          }
        }
      }
      #expect(ResidentFile(id: one.file.id, folding: one.entries) == one.file, "seed \(seed)")
    }
    #expect(reached == Set(Application.State.allCases))
  }

  @Test
  func `papers are told once, refusals have reasons and remedies, every paper has its notice`()
    throws
  {
    var (refusals, told) = (0, 0)
    for seed in 1_000..<UInt64(1_020) {
      let one = try play(seed: seed, commands: 35) { _, event, _ in
        if case .application(.decided(_, let decision)) = event, !decision.isApproval {
          refusals += 1
          #expect(!decision.reasons.isEmpty && !decision.remedies.isEmpty, "seed \(seed)")
          #expect(decision.reasons.allSatisfy { !$0.words.isEmpty && $0.status == "not met" })
        }
      }
      let types = one.entries.map(\.event)
      for application in one.file.applications.all {
        let notices = types.filter {
          if case .application(.noticeGiven(application.number, _)) = $0 { true } else { false }
        }
        #expect(notices.count <= 1, "seed \(seed)")
        told += notices.count
      }
      // A paper goes out once.
      let keys = one.notices.filter { !$0.hasPrefix("relocation-denied") }
      #expect(Set(keys).count == keys.count, "seed \(seed)")
      for notice in one.file.notices.all {
        #expect(!notice.text.english.isEmpty && !notice.text.chinese.isEmpty)
        #expect(!notice.text.english.contains("139999") && !notice.text.chinese.contains("139999"))
      }
      for application in one.file.applications.all {
        let number = application.number
        #expect(keys.contains("receipt/\(number)"))
        #expect(keys.contains("one-time-notice/\(number)") == (application.notice != nil))
        #expect(keys.contains("accepted/\(number)") == (application.accepted != nil))
        #expect(keys.contains("decision/\(number)") == (application.decision != nil))
        #expect(keys.contains("extension/\(number)") == (application.extensionReason != nil))
      }
    }
    #expect(refusals > 2 && told > 5, "\(refusals) refusals, \(told) notices")
  }

  @Test func `the day's work again does nothing; done daily or at last it comes to the same`()
    throws
  {
    for seed in 2_000..<UInt64(2_012) {
      var random = RandomProceedings(seed: seed)
      var daily = try random.person()
      var lazy = daily
      for _ in 0..<25 {
        let days = random.days()
        for _ in 0..<days {
          daily.today = daily.today.adding(days: 1) ?? daily.today
          try daily.work()
          #expect(try daily.decide(.dayWork, by: .system).get().isEmpty, "seed \(seed)")
        }
        lazy.today = daily.today
        let command = random.command(on: daily.file)
        let actor = random.actor(for: command, of: daily.file)
        for word in random.words(before: command, in: daily) {
          daily.record(word)
          lazy.record(word)
        }
        let answers = [daily, lazy].map { $0.decide(.application(command), by: actor) }
        switch (answers[0], answers[1]) {
        case (.success(let ours), .success(let theirs)):
          for event in ours { daily.record(event, by: actor) }
          for event in theirs { lazy.record(event, by: actor) }
          // What time had made happen came along.
          #expect(Array(theirs.suffix(ours.count)) == ours, "seed \(seed)")
        case (.failure(let ours), .failure(let theirs)):
          #expect(ours == theirs, "seed \(seed)")
        default: Issue.record("seed \(seed): \(command) goes with one and not with the other")
        }
      }
      try daily.work()
      try lazy.work()
      #expect(try lazy.decide(.dayWork, by: .system).get().isEmpty, "seed \(seed)")
      #expect(daily.file.applications == lazy.file.applications, "seed \(seed)")
      #expect(Set(daily.notices) == Set(lazy.notices), "seed \(seed)")
    }
  }
}
