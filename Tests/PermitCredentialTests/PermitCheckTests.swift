import ExpressionLanguage
import Testing

@testable import PermitCredential

@Suite struct PermitCheckTests {
  private struct Desk {
    let keys: SigningKeys
    let verifier: PermitVerifier
    let text: String

    init() async throws {
      keys = try await SigningKeys.demo(now: 0)
      verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
      text = try PermitToken(Sample.claims(), by: keys).text
    }

    func list(_ status: PermitStatus, at instant: Int64 = Sample.noon) throws -> SignedStatusList {
      var list = StatusList(number: 0)
      list[123_456] = status
      return try Sample.signed(list, by: keys, at: instant)
    }
  }

  @Test func `a permit is what a current list says`() async throws {
    let desk = try await Desk()
    for (status, reason) in [
      (PermitStatus.valid, PermitCheck.Reason.listedValid), (.suspended, .listedSuspended),
      (.cancelled, .listedCancelled), (.unknown, .listUnclear),
    ] {
      let check = desk.verifier.check(desk.text, at: Sample.noon, lists: [try desk.list(status)])
      #expect(check.status == status && check.reason == reason && check.claims != nil)
    }
  }

  @Test func `a token alone is genuine, and neither valid nor invalid`() async throws {
    let desk = try await Desk()
    let check = desk.verifier.check(desk.text, at: Sample.noon)
    #expect(check.status == .unknown && check.reason == .notLookedUp)
    #expect(check.claims?.serial == "DEMO-100001-1")
  }

  @Test func `the day of endorsement still counts, the day after does not`() async throws {
    let desk = try await Desk()
    let last = CivilInstant.end(of: Sample.due)
    for (instant, list, status, reason) in [
      (last, PermitStatus.valid, PermitStatus.valid, PermitCheck.Reason.listedValid),
      (last + 1, .valid, .suspended, .due), (last + 1, .suspended, .suspended, .listedSuspended),
      (last + 1, .cancelled, .cancelled, .listedCancelled), (last + 1, .unknown, .suspended, .due),
    ] {
      let lists = [try desk.list(list, at: instant)]
      let check = desk.verifier.check(desk.text, at: instant, lists: lists)
      #expect(check.status == status && check.reason == reason)
    }
    #expect(desk.verifier.check(desk.text, at: last + 1).reason == .due)
  }

  @Test func `a permit of tomorrow is not believed, nor is it forged`() async throws {
    let desk = try await Desk()
    let first = CivilInstant.start(of: Sample.issued)
    #expect(desk.verifier.check(desk.text, at: first - 1).reason == .refused(.early))
    #expect(desk.verifier.check(desk.text, at: first).reason == .notLookedUp)
    for instant in [Int64.min, 0, Int64.max] {
      #expect(desk.verifier.check(desk.text, at: instant).status != .valid)
    }
  }

  @Test func `old lists, lists of the future, of others and of other permits say nothing`()
    async throws
  {
    let desk = try await Desk()
    let list = try desk.list(.cancelled, at: Sample.noon)
    for (instant, reason) in [
      (Sample.noon + 86_399, PermitCheck.Reason.listedCancelled),
      (Sample.noon + 86_400, .listStale(0)), (Sample.noon - 300, .listedCancelled),
      (Sample.noon - 301, .listStale(0)),
    ] { #expect(desk.verifier.check(desk.text, at: instant, lists: [list]).reason == reason) }
    let other = try Sample.signed(StatusList(number: 1), by: desk.keys)
    #expect(
      desk.verifier.check(desk.text, at: Sample.noon, lists: [other]).reason == .listMissing(0)
    )
    let foreign = try Sample.signed(list.list, by: desk.keys, issuer: "demo")
    #expect(
      desk.verifier.check(desk.text, at: Sample.noon, lists: [foreign]).reason == .listMissing(0)
    )
  }

  @Test func `of several lists the newest current one counts, in any order`() async throws {
    let desk = try await Desk()
    let older = try desk.list(.suspended, at: Sample.noon - 3_600)
    let newer = try desk.list(.valid, at: Sample.noon)
    for lists in [[older, newer], [newer, older]] {
      #expect(desk.verifier.check(desk.text, at: Sample.noon, lists: lists).status == .valid)
    }
    #expect(
      desk.verifier.check(desk.text, at: Sample.noon - 3_000, lists: [newer, older]).status
        == .suspended
    )
  }

  @Test func `every answer has its reason in both languages and a word for programs`() throws {
    let claims = try Sample.claims()
    let faults: [PermitFault] = [
      .long, .form, .header, .key("abcdefgh"), .signature, .content, .issuer("demo"), .early,
      .unsound,
    ]
    let reasons: [PermitCheck.Reason] =
      [
        .listedValid, .listedSuspended, .listedCancelled, .due, .notLookedUp, .listMissing(3),
        .listStale(3), .listUnclear,
      ] + faults.map { .refused($0) }
    var codes: Set<String> = []
    for reason in reasons {
      let check = PermitCheck(.unknown, reason, claims)
      #expect(!check.text.english.isEmpty && !check.text.chinese.isEmpty)
      #expect(!check.text.english.contains("DEMO"), "the number stays out of the reason")
      codes.insert(check.code)
    }
    #expect(codes.count == reasons.count)
  }
}
