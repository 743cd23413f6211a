import Casework
import ExpressionLanguage
import TestSupport
import Testing

/// Any command, by anybody, on any day that does not go back.
struct RandomProceedings {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func one<T>(of choices: [T]) -> T { choices[pick(choices.count)] }

  /// How many days pass before the next command: mostly none, sometimes past every term.
  mutating func days() -> Int { one(of: [0, 0, 0, 0, 1, 1, 2, 5, 9, 31]) }

  /// Somebody: mostly who usually asks.
  mutating func actor(for command: ApplicationCommand, of file: ResidentFile) -> Actor {
    switch command {
    case _ where pick(8) == 0:
      return one(
        of: [
          Office.clerk, Office.reviewer, Office.supervisor, Office.auditor, Office.agency,
          Office.policyOfficer, Office.publisher, Office.employer("x"), .system,
          Office.department("construction"), Office.resident(file.id),
        ]
      )
    case .submit, .supplement, .withdraw: return Office.resident(file.id)
    case .giveNotice, .accept, .decline, .askDepartment: return Office.clerk
    case .answerCheck(_, let department): return Office.department(department)
    case .confirmRelocation: return Office.employer("91139999MA0XN1T018")
    case .extendTerm, .approve, .refuse: return Office.reviewer
    }
  }

  /// A command, mostly on the last application, and mostly one that fits it.
  mutating func command(on file: ResidentFile) -> ApplicationCommand {
    let last = file.applications.all.count
    let number = pick(12) == 0 ? pick(last + 2) : last
    if pick(3) > 0 { return likely(on: file.applications.open) }
    switch pick(20) {
    case 0: return submit()
    case 1, 2, 3: return .giveNotice(number: number)
    case 4, 5: return .supplement(number: number, papers: papers())
    case 6, 7, 8: return .accept(number: number)
    case 9: return .decline(number: number, reason: one(of: ["", "r"]), rightOffice: "o")
    case 10 where pick(3) == 0: return .withdraw(number: number)
    case 10, 11:
      return .askDepartment(number: number, department: department(), facts: ["stable residence"])
    case 12, 13: return .answerCheck(number: number, department: department())
    case 14:
      return .confirmRelocation(
        number: number,
        isConfirmed: pick(2) == 0,
        unit: one(of: ["", "u"])
      )
    case 15: return .extendTerm(number: number, reason: one(of: ["", "r"]))
    case 16, 17: return .approve(number: number)
    default: return .refuse(number: number)
    }
  }

  /// What usually comes next.
  private mutating func likely(on open: Application?) -> ApplicationCommand {
    guard let open else { return submit() }
    let number = open.number
    switch open.state {
    case .submitted:
      return one(
        of: [
          .giveNotice(number: number), .giveNotice(number: number), .accept(number: number),
          .accept(number: number), .decline(number: number, reason: "r", rightOffice: "o"),
        ]
      )
    case .supplementNeeded:
      return one(of: [.supplement(number: number, papers: papers()), .accept(number: number)])
    case .accepted, .reviewed:
      if let check = open.openChecks.first, pick(3) > 0 {
        return .answerCheck(number: number, department: check.department)
      }
      let facts = ["stable residence"]
      return one(
        of: [
          .askDepartment(number: number, department: "construction", facts: facts),
          .extendTerm(number: number, reason: "r"), .approve(number: number),
          .approve(number: number), .refuse(number: number), .refuse(number: number),
        ]
      )
    default: return .withdraw(number: number)
    }
  }

  /// What a department mostly states before it says that it has.
  mutating func words(before command: ApplicationCommand, in one: Proceedings) -> [Event] {
    guard case .answerCheck(_, let department) = command, pick(6) > 0 else { return [] }
    return one.words(of: department)
  }

  private mutating func submit() -> ApplicationCommand {
    .submit(basis: one(of: Basis.allCases), medium: one(of: Medium.allCases), papers: papers())
  }

  private mutating func department() -> String {
    one(of: ["construction", "construction", "公共服务局", "weather"])
  }

  private mutating func papers() -> [String] {
    switch pick(8) {
    case 0: []
    case 1, 4, 5: ["identity card"]
    case 2: ["x"]
    case 3: ["本人相片", "identity card"]
    default: Proceedings.papers + ["proof of study", "confirmation by the relocated unit"]
    }
  }

  /// A person of one of several kinds: who meets the conditions, who does not, of whom too little
  /// is known.
  mutating func person() throws -> Proceedings {
    var person = try Proceedings(
      livingHereFrom: one(of: ["2023-01-01", "2024-02-20"]),
      household: one(of: ["beijing", "beijing", "xiongan"])
    )
    switch pick(5) {
    case 0, 1: person.know("stable employment", "true", by: "public service")
    case 2, 3:
      for fact in ["stable employment", "stable residence", "continuous study"] {
        person.know(fact, "false", by: "public service")
      }
    default: break
    }
    return person
  }
}
