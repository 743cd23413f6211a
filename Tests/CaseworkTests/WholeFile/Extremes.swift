import Casework
import ExpressionLanguage

/// Values that nobody means: numbers, days and texts at their ends, each in the place of a sound one.
enum Extremes {
  static let numbers = [Int.min, -1, 0, 2, 1_000_000, Int.max]
  static let days = [
    CivilDate.earliest, Office.day("1969-12-31"), Office.day("2024-02-29"), .latest,
  ]
  /// Empty, blank, hidden, turned round, and longer than anybody writes.
  static let texts = [
    "", " ", "\u{3000}\n", "a\u{0}b", "\u{202E}txt", "两\n行", "'; DROP TABLE residents; --",
    "👩‍👩‍👧‍👦e\u{301}", String(repeating: "长", count: 501), endless,
  ]
  /// Ten million bytes.
  static let endless = String(repeating: "x", count: 10_000_000)

  /// Every command, each with each of the extremes in each of its places.
  static func commands(for id: ResidentID, other: ResidentID) -> [Command] {
    personCommands(id, other).map(Command.person) + factCommands.map(Command.fact)
      + applicationCommands.map(Command.application) + permitCommands.map(Command.permit)
      + [.dayWork]
  }

  private static func personCommands(_ id: ResidentID, _ other: ResidentID) -> [PersonCommand] {
    var commands: [PersonCommand] = [.changePhone(phone: nil)]
    for text in texts {
      var identity = Office.identity(1)
      identity.name = text
      commands.append(.register(identity: identity, phone: text))
      commands.append(.correctIdentity(identity: identity, reason: "x"))
      identity = Office.identity(1)
      identity.registeredAddress = text
      identity.householdPlace = text
      identity.ethnicity = text
      commands.append(.correctIdentity(identity: identity, reason: text))
      commands.append(.changePhone(phone: text))
      var residence = Office.residence(text, from: Office.day("2024-01-01"))
      commands.append(.registerResidence(residence: residence))
      residence = Office.residence(from: Office.day("2024-01-01"))
      residence.place = text
      residence.district = text
      residence.proof = text
      commands.append(.registerResidence(residence: residence))
      commands.append(
        .changeEmployer(employer: Employer(code: text, name: text), from: .earliest)
      )
      commands.append(.unlinkRelative(relative: other, reason: text))
      commands.append(.endGuardian(guardian: other, reason: text))
      commands += [.protect(reason: text), .unprotect(reason: text)]
    }
    for day in days {
      commands.append(.registerResidence(residence: Office.residence(from: day)))
      commands.append(.changeEmployer(employer: nil, from: day))
      for number in numbers { commands.append(.endResidence(residence: number, last: day)) }
    }
    for person in [id, other, Office.id(99)] {
      for relation in FamilyRelation.allCases {
        commands.append(.linkRelative(relative: person, relation: relation))
      }
      for ground in GuardianGround.allCases {
        commands.append(.appointGuardian(guardian: person, ground: ground))
      }
      commands.append(.merge(duplicate: person))
    }
    return commands
  }

  private static var factCommands: [FactCommand] {
    var commands: [FactCommand] = []
    let usual = FactStatement(
      fact: "stable employment",
      content: .value(text: "true"),
      source: "public service",
      asOf: Office.day("2024-01-01")
    )
    func state(_ change: (inout FactStatement) -> Void) {
      var statement = usual
      change(&statement)
      commands.append(.state(statement: statement))
      commands.append(
        .answerDispute(fact: 1, isUpheld: true, reason: "x", replacement: statement)
      )
    }
    for text in texts {
      state { $0.fact = text }
      state { $0.source = text }
      state { $0.reference = text }
      state { $0.content = .value(text: text) }
      for kind in ["residence registrations", "social insurance", "stable employment"] {
        state {
          $0.fact = kind
          $0.content = .records(rows: [[text: text], ["from": text, "to": text]])
        }
      }
      for number in numbers {
        commands.append(.withdraw(fact: number, reason: text))
        commands.append(.dispute(fact: number, why: text))
        commands.append(
          .answerDispute(fact: number, isUpheld: false, reason: text, replacement: nil)
        )
      }
    }
    for day in days {
      state { $0.asOf = day }
      state { $0.from = day }
      state { $0.until = day }
    }
    state {
      $0.fact = "social insurance"
      $0.content = .records(rows: Array(repeating: ["from": "2024-01"], count: 20_000))
    }
    return commands
  }

  private static var applicationCommands: [ApplicationCommand] {
    var commands: [ApplicationCommand] = []
    for number in numbers + [1] {
      commands += [
        .giveNotice(number: number), .accept(number: number), .withdraw(number: number),
        .approve(number: number), .refuse(number: number),
        .supplement(number: number, papers: []),
      ]
    }
    for text in texts {
      let many = Array(repeating: text, count: 50)
      commands.append(.submit(basis: .study, medium: .online, papers: many))
      for number in [Int.min, 1] {
        commands += [
          .supplement(number: number, papers: many),
          .decline(number: number, reason: text, rightOffice: text),
          .decline(number: number, reason: "x", rightOffice: text),
          .askDepartment(number: number, department: text, facts: many),
          .askDepartment(number: number, department: "construction", facts: many),
          .answerCheck(number: number, department: text),
          .confirmRelocation(number: number, isConfirmed: true, unit: text),
          .extendTerm(number: number, reason: text),
        ]
      }
    }
    return commands
  }

  private static var permitCommands: [PermitCommand] {
    var commands: [PermitCommand] = [
      .endorse, .refuseEndorsement, .reportLoss, .reportDamage, .confirmConfiscation,
    ]
    for text in texts {
      for number in numbers + [1] {
        commands.append(.issue(application: number, serial: text))
        commands.append(.replaceCard(serial: text, isOldHandedIn: true, paidFen: number))
      }
      for ground in ConfiscationGround.allCases {
        commands.append(.proposeConfiscation(ground: ground, evidence: text))
      }
      commands += [.dropConfiscation(reason: text), .restore(reason: text)]
    }
    for number in numbers { commands.append(.issue(application: number, serial: "XA-9")) }
    for day in days {
      for ground in CancellationGround.allCases {
        commands.append(.cancel(ground: ground, from: day))
      }
    }
    return commands
  }
}
