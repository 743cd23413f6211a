import Accounts
import Casework
import ExpressionLanguage
import Registry
import WebService

/// The people of a demo as whom anybody may sign in: residents in each situation that matters, and
/// the office's own.
struct DemoCast {
  let office: Office
  let accounts: AccountStore

  /// The password of everyone in a demo; it opens nothing else.
  static let password = "heron reeds 42 lake"
  private static let here = NetworkAddress("127.0.0.1")

  /// The file of each part.
  let residents: [DemoPart: ResidentID]

  /// Makes the accounts, and tells who they are.
  func cards() async throws -> [DemoPersonCard] {
    var cards: [DemoPersonCard] = []
    for part in DemoPart.allCases {
      guard let resident = residents[part] else { continue }
      if part == .parent { try await addChild(of: resident) }
      cards.append(try await self.resident(part, resident))
    }
    cards.append(try await newcomer())
    for (staff, name, words) in Self.staff {
      cards.append(try await official(staff, name, words))
    }
    return cards
  }

  // MARK: Residents

  /// Registers a child for whom a resident acts.
  private func addChild(of resident: ResidentID) async throws {
    guard let child = Self.child(of: office.today) else { return }
    let clerk = DemoStaff.clerk
    let registered = try await office.run(
      Request(.person(.register(identity: child, phone: nil)), by: clerk, for: .casework)
    )
    let commands: [PersonCommand] = [
      .registerResidence(
        residence: Residence(
          address: "雄安新区悦容路8号1单元301室",
          district: "rongdong",
          place: "xiongan",
          from: office.today.adding(days: -200) ?? office.today,
          proof: "lease"
        )
      ),
      .linkRelative(relative: resident, relation: .parent),
      .appointGuardian(guardian: resident, ground: .minor),
    ]
    for command in commands {
      _ = try await office.run(
        Request(.person(command), on: registered.resident, by: clerk, for: .casework)
      )
    }
  }

  private static func child(of today: CivilDate) -> Identity? {
    let year = today.parts.year - 8
    guard let number = DemoPeople.numberOf(born: CivilDate(year: year, month: 5, day: 20), 128)
    else { return nil }
    return Identity(
      name: "王小禾",
      number: number,
      registeredAddress: "某省某市某路1号",
      householdPlace: "elsewhere"
    )
  }

  private func resident(_ part: DemoPart, _ resident: ResidentID) async throws -> DemoPersonCard {
    let opened = try await accounts.signUp(
      name: part.rawValue,
      password: Self.password,
      language: .chinese,
      from: Self.here,
      replacing: nil
    )
    if let account = opened.session.account {
      try await accounts.bind(account.id, to: resident)
    }
    try await accounts.endSession(opened.token)
    return DemoPersonCard(
      name: part.rawValue,
      password: Self.password,
      chinese: part.words.chinese,
      english: part.words.english,
      role: Role.resident.rawValue
    )
  }

  /// Somebody who has an account and no file yet.
  private func newcomer() async throws -> DemoPersonCard {
    let opened = try await accounts.signUp(
      name: "newcomer",
      password: Self.password,
      language: .chinese,
      from: Self.here,
      replacing: nil
    )
    try await accounts.endSession(opened.token)
    return DemoPersonCard(
      name: "newcomer",
      password: Self.password,
      chinese: "刚到雄安，尚无档案",
      english: "just arrived, without a file yet",
      role: Role.resident.rawValue
    )
  }

  // MARK: The office

  private static let staff: [(Actor, String, Bilingual)] = [
    (DemoStaff.clerk, "clerk", Bilingual("window clerk", "窗口工作人员")),
    (DemoStaff.reviewer, "reviewer", Bilingual("reviewing officer", "审核人员")),
    (
      DemoStaff.secondReviewer, "reviewer2",
      Bilingual("a second officer, for what takes two", "第二名审核人员（须两人办理的事项）")
    ),
    (DemoStaff.supervisor, "supervisor", Bilingual("supervisor", "主管")),
    (DemoStaff.auditor, "auditor", Bilingual("auditor", "审计人员")),
    (
      DemoStaff.department("public service"), "department",
      Bilingual("a department that checks facts", "核验部门")
    ),
    (
      Actor(account: "demo-policy", role: .policyOfficer, office: "policy"), "policy",
      Bilingual("policy officer", "政策人员")
    ),
    (
      Actor(account: "demo-publisher", role: .publisher, office: "publication"), "publisher",
      Bilingual("publisher", "发布人员")
    ),
    (DemoStaff.unit, "employer", Bilingual("the relocated unit", "疏解单位")),
  ]

  private func official(
    _ actor: Actor,
    _ name: String,
    _ words: Bilingual
  ) async throws -> DemoPersonCard {
    let invitation = try await accounts.createStaff(
      name: name,
      role: actor.role,
      office: actor.office,
      language: .chinese,
      by: nil
    )
    _ = try await accounts.setPassword(
      Self.password,
      with: invitation.token.text,
      from: Self.here
    )
    var card = DemoPersonCard(
      name: name,
      password: Self.password,
      chinese: words.chinese,
      english: words.english,
      role: actor.role.rawValue
    )
    guard invitation.account.mustHaveSecondFactor else { return card }
    let answer = try await accounts.signIn(
      name: name,
      password: Self.password,
      from: Self.here,
      replacing: nil
    )
    guard case .opened(let opened) = answer else { return card }
    let offer = try await accounts.offerSecondFactor(in: opened.token)
    let enrolment = try await accounts.confirmSecondFactor(
      code: Authenticator.code(of: offer.secret, at: OfficeClock.system.now().milliseconds) ?? "",
      in: opened.token,
      from: Self.here
    )
    try await accounts.endSession(enrolment.opened.token)
    card.secondFactor = offer.secret
    return card
  }
}
