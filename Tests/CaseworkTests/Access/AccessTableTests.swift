import Casework
import ExpressionLanguage
import TestSupport
import Testing

struct AccessTableTests {
  /// Everything that is allowed, one sentence each: who, for what, on whose file, then what.
  private static let sentences = """
    resident / own affairs / own: change contact, register residence, change employer, \
    dispute fact, submit, supplement, withdraw application, endorse, report loss, report damage, cancel, read own file, \
    ask entitlement, read access log
    resident / own affairs / ward: change contact, register residence, change employer, \
    dispute fact, submit, supplement, withdraw application, endorse, report loss, report damage, cancel, read own file, \
    ask entitlement, read access log
    resident / own affairs / other: register resident
    employer / casework / employee: submit, confirm relocation
    clerk / casework / other: register resident, change contact, register residence, \
    change employer, link relative, appoint guardian, state fact, withdraw fact, dispute fact, \
    submit, give one-time notice, supplement, accept, decline as not in scope, \
    withdraw application, ask department, confirm relocation, issue, endorse, report loss, \
    report damage, replace card, cancel, read file, ask entitlement, search, read queue, \
    import facts
    clerk / correction / other: correct identity, merge files, read file, search
    reviewer / casework / other: ask department, extend term, approve, refuse, issue, endorse, \
    refuse endorsement, cancel, propose confiscation, confirm confiscation, read file, \
    ask entitlement, search, read queue, read statistics
    supervisor / casework / other: link relative, appoint guardian, extend term, \
    propose confiscation, confirm confiscation, read file, ask entitlement, search, read queue, \
    read statistics
    supervisor / correction / other: correct identity, link relative, appoint guardian, \
    merge files, withdraw fact, answer dispute, cancel, restore, read file, search
    supervisor / data protection / other: protect person, read file, search, read access log, \
    destroy person
    department / verification / other: state fact, withdraw fact, answer dispute, answer check, \
    read queue, import facts
    policy officer / casework / other: read statistics
    publisher / casework / other: read statistics
    auditor / audit / other: read file, ask entitlement, search, read queue, read statistics, \
    read access log
    agency / service / other: ask entitlement
    system / day work / other: day work
    """

  private let expected = Set(
    AccessTableTests.sentences.split(separator: "\n").flatMap { line in
      let halves = line.split(separator: ": ", maxSplits: 1)
      return halves[1].split(separator: ", ").map { "\(halves[0]): \($0)" }
    }
  )

  @Test func `the table allows what is written here, and nothing else`() {
    var allowed: Set<String> = []
    for role in Role.allCases {
      for purpose in Purpose.allCases {
        for relation in Relation.allCases {
          for action in Action.allCases
          where AccessTable.allows(action, role, relation, purpose) {
            allowed.insert(
              "\(role.rawValue) / \(purpose.rawValue) / \(relation.rawValue): \(action.rawValue)"
            )
          }
        }
      }
    }
    #expect(allowed.subtracting(expected).sorted() == [])
    #expect(expected.subtracting(allowed).sorted() == [])
  }

  @Test func `every action is somebody's, and every role may do something`() {
    #expect(Set(AccessTable.rows.flatMap(\.actions)) == Set(Action.allCases))
    #expect(Set(AccessTable.rows.map(\.role)) == Set(Role.allCases))
    #expect(Set(AccessTable.rows.flatMap(\.purposes)) == Set(Purpose.allCases))
  }

  @Test func `nobody both accepts and approves`() {
    for role in Role.allCases {
      let actions = Set(AccessTable.rows.filter { $0.role == role }.flatMap(\.actions))
      #expect(!actions.isSuperset(of: [.accept, .approve]), "\(role)")
      #expect(actions.isDisjoint(with: [.dayWork]) == (role != .system))
    }
    let reads: Set<Action> = [
      .readFile, .search, .readQueue, .readStatistics, .readAccessLog, .askEntitlement,
    ]
    let auditor = AccessTable.rows.filter { $0.role == .auditor }.flatMap(\.actions)
    #expect(reads.isSuperset(of: auditor))
  }

  /// What comes of asking, as the rejection's name; `nil` where it is allowed.
  private func answer(
    _ action: Action,
    _ one: OfficeCase,
    by actor: Actor,
    for purpose: Purpose? = nil,
    on day: CivilDate? = nil
  ) throws -> String? {
    let desk = try one.desk(
      actor,
      for: purpose ?? .usual(of: actor.role, for: action),
      on: day
    )
    do throws(Rejection) {
      try AccessTable.check(action, on: one.file, at: desk)
      return nil
    } catch { return error.id }
  }

  private let actors = [
    Office.clerk, Office.reviewer, Office.supervisor, Office.auditor, Office.policyOfficer,
    Office.publisher, Office.agency, Office.department("public service"), Office.employer("E1"),
  ]

  @Test func `nobody of an office touches their own file or a relative's, whatever they ask`()
    throws
  {
    for event: PersonEvent? in [
      nil, .relativeLinked(relative: Office.id(2), relation: .sibling),
      .guardianAppointed(guardian: Office.id(2), ground: .minor),
      .wardTaken(ward: Office.id(2), ground: .minor),
    ] {
      var one = OfficeCase.registered(1, born: Office.day("2012-01-01"))
      let employer = Employer(code: "E1", name: "某公司")
      one.record(.person(.employerChanged(employer: employer, from: one.today)))
      if let event { one.record(.person(event)) }
      for var actor in actors {
        actor.resident = event == nil ? one.id : Office.id(2)
        for action in Action.allCases {
          for purpose in Purpose.allCases {
            let id = try answer(action, one, by: actor, for: purpose)
            #expect(id == (event == nil ? "own-file" : "relatives-file"))
          }
        }
      }
    }
  }

  @Test func `an employer acts for those who work there, and no longer`() throws {
    var one = OfficeCase.registered()
    let hand = Office.employer("E1")
    #expect(try answer(.submit, one, by: hand) == "not-allowed")
    let employer = Employer(code: "E1", name: "某公司")
    one.record(.person(.employerChanged(employer: employer, from: one.today)))
    #expect(try answer(.submit, one, by: hand) == nil)
    #expect(try answer(.confirmRelocation, one, by: hand) == nil)
    #expect(try answer(.submit, one, by: Office.employer("E2")) == "not-allowed")
    #expect(try answer(.readFile, one, by: hand) == "not-allowed")
    one.record(.person(.employerChanged(employer: nil, from: one.today)))
    #expect(try answer(.submit, one, by: hand) == "not-allowed")
  }

  @Test func `a guardian acts for a minor as long as it is one`() throws {
    var one = OfficeCase.registered(1, born: Office.day("2010-06-01"))
    let guardian = Office.resident(Office.id(2))
    #expect(try answer(.submit, one, by: guardian) == "not-allowed")
    one.record(.person(.relativeLinked(relative: Office.id(2), relation: .parent)))
    #expect(try answer(.submit, one, by: guardian) == "not-allowed")
    one.record(.person(.guardianAppointed(guardian: Office.id(2), ground: .minor)))
    #expect(try answer(.submit, one, by: guardian) == nil)
    #expect(try answer(.submit, one, by: guardian, on: Office.day("2026-06-01")) == nil)
    #expect(
      try answer(.submit, one, by: guardian, on: Office.day("2026-06-02")) == "not-allowed"
    )
    #expect(try answer(.submit, one, by: Office.resident(one.id)) == nil)
  }

  @Test func `a protected file is read by its owner and by who protects or corrects it`() throws {
    var one = OfficeCase.registered(1, born: Office.day("2012-01-01"))
    one.record(
      .person(.guardianAppointed(guardian: Office.id(2), ground: .minor)),
      .person(.protectionSet(isProtected: true, reason: "x"))
    )
    #expect(try answer(.readOwnFile, one, by: Office.resident(one.id)) == nil)
    #expect(try answer(.readAccessLog, one, by: Office.resident(one.id)) == nil)
    let guardian = Office.resident(Office.id(2))
    #expect(try answer(.readOwnFile, one, by: guardian) == "protected-file")
    #expect(try answer(.readAccessLog, one, by: guardian) == "protected-file")
    for actor in [Office.clerk, Office.reviewer, Office.supervisor, Office.auditor] {
      #expect(try answer(.readFile, one, by: actor) == "protected-file")
      #expect(try answer(.search, one, by: actor) == nil)
    }
    #expect(try answer(.readFile, one, by: Office.clerk, for: .correction) == "protected-file")
    #expect(try answer(.readFile, one, by: Office.supervisor, for: .correction) == nil)
    #expect(try answer(.readFile, one, by: Office.supervisor, for: .dataProtection) == nil)
    #expect(try answer(.readAccessLog, one, by: Office.supervisor, for: .dataProtection) == nil)
    #expect(try answer(.accept, one, by: Office.clerk) == nil)
  }

  @Test func `whoever acts for an office says which`() throws {
    for var actor in actors where actor.role != .employer {
      actor.office = ""
      for action in Action.allCases {
        #expect(try answer(action, .registered(), by: actor) == "no-office")
      }
    }
    var employer = Office.employer("")
    employer.office = ""
    #expect(try answer(.submit, .registered(), by: employer) == "no-office")
    #expect(try answer(.dayWork, .registered(), by: .system) == nil)
  }

  @Test func `a refusal tells for what else it may be done`() throws {
    let one = OfficeCase.registered()
    let rejection = try one.expectRejection(
      "not-allowed",
      of: .person(.correctIdentity(identity: Office.identity(1), reason: "x")),
      for: .casework
    )
    #expect(rejection?.remedy.english.contains("correction") == true)
    let never = try one.expectRejection("not-allowed", of: .dayWork)
    #expect(never?.remedy.english.contains("table") == true)
  }

  @Test func `the guide's table says what the code says`() {
    Golden.expect(AccessTable.markdown(.english), equals: "access.en.md")
    Golden.expect(AccessTable.markdown(.chinese), equals: "access.zh.md")
  }
}
