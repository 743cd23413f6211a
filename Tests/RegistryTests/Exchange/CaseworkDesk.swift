import Casework
import ExpressionLanguage
import Scoring

@testable import Registry

/// A desk that decides as casework does, on files in memory.
actor CaseworkDesk: FactDesk {
  private(set) var files: [ResidentID: ResidentFile] = [:]
  private var numbers: [IdentityNumber: ResidentID] = [:]
  private let law: OfficeLaw

  init(people: Int, law: OfficeLaw) throws {
    self.law = law
    for seed in 0..<people {
      let number = try IdentityNumber(reading: Exchange.number(seed))
      var file = ResidentFile(id: Exchange.id(seed))
      let identity = Identity(name: "某人\(seed)", number: number)
      let event = Event.person(.registered(identity: identity, phone: nil))
      let hand = Hand(account: "clerk", role: .clerk, office: "window")
      file.apply(FileEntry(event, on: Exchange.day("2026-01-01"), by: hand))
      if seed == 1 {
        let event = Event.person(.protectionSet(isProtected: true, reason: "threatened"))
        file.apply(FileEntry(event, on: Exchange.day("2026-01-02"), by: hand))
      }
      files[file.id] = file
      numbers[number] = file.id
    }
  }

  func resident(numbered number: IdentityNumber) -> KnownResident? {
    numbers[number].map { KnownResident(id: $0, name: files[$0]?.person.identity?.name ?? "") }
  }

  func state(
    _ statements: [AddressedStatement],
    by actor: Actor,
    key: String
  ) -> [StatementOutcome] {
    statements.map { addressed in
      guard var file = files[addressed.resident] else {
        return .rejected(StatementRejection("no-such-file", Bilingual("no file", "没有档案")))
      }
      if let answer = file.facts.answer(to: addressed.statement) { return answer }
      let desk = Desk(actor: actor, purpose: .verification, today: Exchange.today, law: law)
      do throws(Rejection) {
        let decided = try file.decide(.fact(.state(statement: addressed.statement)), at: desk)
        for event in decided.events {
          file.apply(FileEntry(event, on: Exchange.today, by: actor.hand))
        }
        files[addressed.resident] = file
        return .recorded
      } catch {
        return .rejected(StatementRejection(error))
      }
    }
  }

  /// What counts of one fact of one person today.
  func standing(_ fact: String, _ seed: Int) -> FactContent? {
    files[Exchange.id(seed)]?.facts.standing(on: Exchange.today)[fact]?.statement.content
  }

  /// Everything that counts, of everybody.
  var standing: [String: FactContent] {
    var standing: [String: FactContent] = [:]
    for (id, file) in files {
      for (fact, item) in file.facts.standing(on: Exchange.today) {
        standing["\(id.text) \(fact)"] = item.statement.content
      }
    }
    return standing
  }

  /// The person's facts as they are scored.
  func facts(_ seed: Int) -> Facts? {
    files[Exchange.id(seed)]?.facts(on: Exchange.today, by: law)
  }
}
