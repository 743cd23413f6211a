import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import TestSupport

/// A story of a city: any command, mostly by who may, on days that do not go back.
struct RandomCity {
  let city: City
  private(set) var residents: [ResidentID] = []
  /// How many commands made something happen.
  private(set) var carriedOut = 0
  private var generator: SplitMix64
  private var people: UInt64 = 0
  private var cards = 0

  init(seed: UInt64) async throws {
    city = try City(seed: seed)
    generator = SplitMix64(seed: seed)
    for _ in 0..<4 {
      people += 1
      residents.append(try await city.settle(people, phone: "1390000000\(people)"))
    }
    cards += 1
    try await city.issue("XA-\(cards)", to: residents[0])
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  private mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[pick(choices.count)] }

  mutating func run(commands: Int) async throws {
    for _ in 0..<commands {
      city.pass(days: one(of: [0, 0, 0, 0, 1, 1, 3, 12, 40]))
      switch pick(24) {
      case 0, 1:
        people += 1
        // A correction may have given this one's number to somebody before.
        if let id = try? await city.settle(people) {
          residents.append(id)
          carriedOut += 4
        }
      case 2, 3:
        let report = try await city.office.runDayWork(on: city.today)
        carriedOut += report.events.count
      case 4:
        let id = one(of: residents)
        _ = try? await city.office.file(id, by: one(of: [.reviewer, .auditor]), for: .casework)
      case 5:
        _ = try await city.office.deliver(to: NowhereNotices(), limit: 3)
      default:
        let id = one(of: residents)
        let (command, actor) = move(on: id)
        do {
          let receipt = try await city.run(command, on: id, by: actor)
          if !receipt.events.isEmpty { carriedOut += 1 }
        } catch is Rejection {}
      }
    }
  }

  private mutating func move(on id: ResidentID) -> (Command, Actor) {
    let number = 1 + pick(2)
    let own = Actor.resident(id)
    switch pick(30) {
    case 0: return (.person(.changePhone(phone: "1380000\(1_000 + pick(50))")), own)
    case 1:
      return (
        .person(.registerResidence(residence: .madeUp(UInt64(pick(9)), from: city.today))), .clerk
      )
    case 2: return (.person(.endResidence(residence: number, last: city.today)), .clerk)
    case 3:
      return (
        .person(.correctIdentity(identity: .madeUp(UInt64(1 + pick(40))), reason: "misread")),
        .supervisor
      )
    case 4:
      return (.person(.linkRelative(relative: one(of: residents), relation: .sibling)), .clerk)
    case 5: return (.person(.protect(reason: "order 7")), .supervisor)
    case 6: return (.person(.unprotect(reason: "order 8")), .supervisor)
    case 7: return (.person(.merge(duplicate: one(of: residents))), .supervisor)
    case 8: return (.fact(.dispute(fact: number, why: "not so")), own)
    case 9:
      return (
        .fact(.answerDispute(fact: number, isUpheld: false, reason: "it is so", replacement: nil)),
        .department("public service")
      )
    case 10, 11, 12:
      return (.application(.submit(basis: .employment, medium: .online, papers: papers())), own)
    case 13: return (.application(.giveNotice(number: number)), .clerk)
    case 14: return (.application(.supplement(number: number, papers: papers())), own)
    case 15, 16: return (.application(.accept(number: number)), .clerk)
    case 17: return (.application(.withdraw(number: number)), own)
    case 18, 19, 20: return (.application(.approve(number: number)), .reviewer)
    case 21: return (.application(.refuse(number: number)), .reviewer)
    case 22, 23:
      cards += 1
      return (.permit(.issue(application: number, serial: "XA-\(cards)")), .clerk)
    case 24, 25: return (.permit(.endorse), .clerk)
    case 26: return (.permit(.reportLoss), own)
    case 27:
      cards += 1
      return (
        .permit(.replaceCard(serial: "XA-\(cards)", isOldHandedIn: false, paidFen: 0)), .clerk
      )
    case 28: return (.permit(.cancel(ground: .movedAway, from: city.today)), .clerk)
    default:
      return (.permit(.proposeConfiscation(ground: .fraud, evidence: "paper 1")), .reviewer)
    }
  }

  private mutating func papers() -> [String] {
    switch pick(3) {
    case 0: ["identity card"]
    default: ["identity card", "photograph", "proof of address", "proof of employment"]
    }
  }
}

/// Takes every notice and keeps none.
struct NowhereNotices: NoticePort {
  let name = "nowhere"
  func send(_ notice: OutgoingNotice) async throws(NoticeFailure) {}
}
