import Casework
import ExpressionLanguage
import Testing

/// Every state with every command: what happens, or why not.
struct PermitTableTests {
  /// How a permit comes to stand where it stands; all on 2025-02-15 or later.
  private enum Standing: String, CaseIterable {
    case never, early, inWindow, overdue, suspended, lost, damaged, proposed, refused, cancelled
    case confiscated

    func story() throws -> PermitStory {
      if self == .never { return try PermitStory(approvedOn: "2024-03-01") }
      var story = try PermitStory.holder(from: "2024-03-01")
      story.approve()
      story.one.today = Office.day("2025-02-15")
      switch self {
      case .never, .inWindow: break
      case .early: story.one.today = Office.day("2024-08-01")
      case .overdue: story.one.today = Office.day("2025-04-01")
      case .suspended: try story.dayWork(on: "2025-04-01")
      case .lost: try story.run(.reportLoss)
      case .damaged: try story.run(.reportDamage)
      case .proposed: try story.run(.proposeConfiscation(ground: .fraud, evidence: "paper 1"))
      case .refused:
        story.know("stable employment", "false")
        try story.run(.refuseEndorsement)
      case .cancelled: try story.run(.cancel(ground: .movedAway, from: story.today))
      case .confiscated:
        try story.run(.proposeConfiscation(ground: .fraud, evidence: "paper 1"))
        try story.run(.confirmConfiscation)
      }
      return story
    }
  }

  private func commands(_ story: PermitStory) -> [(String, PermitCommand)] {
    [
      ("issue", .issue(application: story.file.applications.all.count, serial: "XA-77")),
      ("endorse", .endorse),
      ("refuse", .refuseEndorsement),
      ("loss", .reportLoss),
      ("damage", .reportDamage),
      ("replace", .replaceCard(serial: "XA-78", isOldHandedIn: true, paidFen: 2_000)),
      ("cancel", .cancel(ground: .givenUp, from: story.today)),
      ("propose", .proposeConfiscation(ground: .altered, evidence: "paper 2")),
      ("confirm", .confirmConfiscation),
      ("drop", .dropConfiscation(reason: "wrong")),
      ("restore", .restore(reason: "error")),
    ]
  }

  private static let expected = """
    never: issue issued | endorse ✗no-permit | refuse ✗no-permit | loss ✗no-permit \
    | damage ✗no-permit | replace ✗no-permit | cancel ✗no-permit | propose ✗no-permit \
    | confirm ✗no-permit | drop ✗no-permit | restore ✗nothing-to-restore
    early: issue ✗already-holds-permit | endorse ✗endorsement-too-early \
    | refuse ✗endorsement-too-early | loss card-lost | damage card-damaged \
    | replace ✗card-still-good | cancel cancelled | propose confiscation-proposed \
    | confirm ✗no-confiscation-proposed | drop ✗no-confiscation-proposed \
    | restore ✗nothing-to-restore
    inWindow: issue ✗already-holds-permit | endorse endorsed | refuse ✗conditions-still-met \
    | loss card-lost | damage card-damaged | replace ✗card-still-good | cancel cancelled \
    | propose confiscation-proposed | confirm ✗no-confiscation-proposed \
    | drop ✗no-confiscation-proposed | restore ✗nothing-to-restore
    overdue: issue ✗already-holds-permit | endorse suspended+endorsed \
    | refuse ✗conditions-still-met | loss suspended+card-lost | damage suspended+card-damaged \
    | replace ✗card-still-good | cancel suspended+cancelled \
    | propose suspended+confiscation-proposed | confirm ✗no-confiscation-proposed \
    | drop ✗no-confiscation-proposed | restore ✗nothing-to-restore
    suspended: issue ✗already-holds-permit | endorse endorsed | refuse ✗conditions-still-met \
    | loss card-lost | damage card-damaged | replace ✗card-still-good | cancel cancelled \
    | propose confiscation-proposed | confirm ✗no-confiscation-proposed \
    | drop ✗no-confiscation-proposed | restore ✗nothing-to-restore
    lost: issue ✗already-holds-permit | endorse endorsed | refuse ✗conditions-still-met \
    | loss ✗card-already-reported | damage ✗card-already-reported | replace card-replaced \
    | cancel cancelled | propose confiscation-proposed | confirm ✗no-confiscation-proposed \
    | drop ✗no-confiscation-proposed | restore ✗nothing-to-restore
    damaged: issue ✗already-holds-permit | endorse endorsed | refuse ✗conditions-still-met \
    | loss card-lost | damage ✗card-already-reported | replace card-replaced \
    | cancel cancelled | propose confiscation-proposed | confirm ✗no-confiscation-proposed \
    | drop ✗no-confiscation-proposed | restore ✗nothing-to-restore
    proposed: issue ✗already-holds-permit | endorse endorsed | refuse ✗conditions-still-met \
    | loss card-lost | damage card-damaged | replace ✗card-still-good \
    | cancel ✗confiscation-pending | propose ✗confiscation-already-proposed \
    | confirm confiscated | drop confiscation-dropped | restore ✗nothing-to-restore
    refused: issue ✗already-holds-permit | endorse ✗conditions-no-longer-met \
    | refuse ✗endorsement-already-refused | loss card-lost | damage card-damaged \
    | replace ✗card-still-good | cancel cancelled | propose confiscation-proposed \
    | confirm ✗no-confiscation-proposed | drop ✗no-confiscation-proposed \
    | restore ✗nothing-to-restore
    cancelled: issue issued | endorse ✗permit-cancelled | refuse ✗permit-cancelled \
    | loss ✗permit-cancelled | damage ✗permit-cancelled | replace ✗permit-cancelled \
    | cancel ✗permit-cancelled | propose ✗permit-cancelled | confirm ✗permit-cancelled \
    | drop ✗permit-cancelled | restore ✗application-open
    confiscated: issue issued | endorse ✗permit-confiscated | refuse ✗permit-confiscated \
    | loss ✗permit-confiscated | damage ✗permit-confiscated | replace ✗permit-confiscated \
    | cancel ✗permit-confiscated | propose ✗permit-confiscated | confirm ✗permit-confiscated \
    | drop ✗permit-confiscated | restore ✗application-open
    """

  @Test func `every state answers every command as the domain's table says`() throws {
    var lines: [String] = []
    for standing in Standing.allCases {
      let story = try standing.story()
      let cells = commands(story).map { name, command in
        switch story.ask(command) {
        case .success(let events):
          let types = events.map(\.type).filter { $0.hasPrefix("permit/") }
          return name + " " + types.map { String($0.dropFirst(7)) }.joined(separator: "+")
        case .failure(let rejection): return "\(name) ✗\(rejection.id)"
        }
      }
      lines.append("\(standing.rawValue): " + cells.joined(separator: " | "))
    }
    let expected = PermitTableTests.expected.split(separator: "\n").map(String.init)
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) { #expect(line == wanted) }
  }

  @Test func `every rejection says why and what to do in both languages`() throws {
    for standing in Standing.allCases {
      let story = try standing.story()
      for (_, command) in commands(story) {
        guard case .failure(let rejection) = story.ask(command) else { continue }
        for text in [rejection.reason, rejection.remedy] {
          #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(rejection.id)")
          #expect(text.english.utf8.allSatisfy { $0 < 128 }, "\(rejection.id)")
        }
      }
    }
  }

  @Test func `an ended permit is restored from both ends`() throws {
    for end in [Standing.cancelled, .confiscated] {
      var story = try end.story()
      try story.run(.issue(application: 2, serial: "XA-77"))
      try story.run(.cancel(ground: .issuedInError, from: story.today))
      try story.run(.restore(reason: "error"))
      #expect(story.file.permits.live?.number == 2)
    }
  }
}
