import ExpressionLanguage
import Foundation
import PermitCredential
import TestSupport
import Testing

/// `anju verify permit` and `anju permit` from outside.
@Suite(.serialized)
struct VerifyPermitTests {
  private static let day = "2026-11-23"

  /// An office's keys in a folder, what it publishes, and one permit.
  private struct Office {
    let keys: SigningKeys
    let jwks: String
    let token: String

    init(_ scratch: borrowing Scratch) async throws {
      keys = try await SigningKeys.rotate(folder: scratch.url.path + "/keys", now: 1_772_400_000)
      jwks = try scratch.file("jwks.json", keys.publicKeys.jwks)
      let claims = try PermitClaims(
        issuer: "xiongan",
        serial: "DEMO-100001-1",
        issued: #require(CivilDate("2026-03-02")),
        due: #require(CivilDate("2027-03-02")),
        place: #require(StatusPlace(list: 0, index: 99))
      )
      token = try PermitToken(claims, by: keys).text
    }

    func list(_ status: PermitStatus) throws -> String {
      var list = StatusList(number: 0)
      list[99] = status
      let signed = try SignedStatusList(
        list,
        issuer: "xiongan",
        address: "https://permit.example/status",
        issued: CivilInstant.start(of: #require(CivilDate(day))),
        lifetime: 7 * 86_400,
        timeToLive: 3_600,
        by: keys
      )
      return signed.text
    }
  }

  private func verify(_ permit: String, _ keys: String, _ more: [String]) async throws
    -> ProgramRun
  {
    try await Program.run(["verify", "permit", permit, "--keys", keys] + more)
  }

  @Test func `a permit answers what the status list says, by exit code and in words`()
    async throws
  {
    let scratch = try Scratch()
    let office = try await Office(scratch)
    for (status, code, english, chinese) in [
      (PermitStatus.valid, 0, "valid: genuine", "有效：签名真实"),
      (.suspended, 1, "suspended: genuine", "使用功能中止：签名真实"),
      (.cancelled, 1, "cancelled: genuine", "已失效：签名真实"),
      (.unknown, 2, "unknown: genuine", "无法确认：签名真实"),
    ] {
      let list = try scratch.file("\(status).jwt", office.list(status) + "\n")
      let more = ["--status", list, "--on", Self.day]
      let run = try await verify(office.token, office.jwks, more)
      #expect(run.exitCode == code && run.output.hasPrefix(english) && run.errors.isEmpty)
      #expect(run.output.contains("DEMO-100001-1"))
      let chineseRun = try await verify(office.token, office.jwks, more + ["--language", "zh"])
      #expect(chineseRun.exitCode == code && chineseRun.output.hasPrefix(chinese))
    }
  }

  @Test func `it is read from a link, a file or standard input, and told as JSON`() async throws {
    let scratch = try Scratch()
    let office = try await Office(scratch)
    let list = try scratch.file("list.jwt", office.list(.valid))
    let more = ["--status", list, "--on", Self.day, "--format", "json"]
    let file = try scratch.file("permit.txt", "https://permit.example/c/\(office.token)\n")
    var outputs: Set<String> = []
    for permit in [office.token, "https://permit.example/c/\(office.token)", file] {
      let run = try await verify(permit, office.jwks, more)
      #expect(run.exitCode == 0)
      outputs.insert(run.output)
    }
    let piped = try await Program.run(
      ["verify", "permit", "-", "--keys", office.jwks] + more,
      input: office.token + "\n"
    )
    outputs.insert(piped.output)
    #expect(outputs.count == 1)
    let object = try JSONSerialization.jsonObject(with: Data(piped.output.utf8)) as? [String: Any]
    let json = try #require(object)
    #expect(json["permit"] as? String == "valid" && json["genuine"] as? Bool == true)
    #expect(json["reason"] as? String == "valid")
    #expect(
      json["card"] as? [String: String]
        == [
          "serial": "DEMO-100001-1", "issuer": "xiongan", "issued": "2026-03-02",
          "due": "2027-03-02",
        ]
    )
  }

  @Test func `without a list it is genuine, after the day it is due, altered it is nothing`()
    async throws
  {
    let scratch = try Scratch()
    let office = try await Office(scratch)
    let alone = try await verify(office.token, office.jwks, ["--on", Self.day])
    #expect(alone.exitCode == 2 && alone.output.contains("was not looked up"))
    let late = try await verify(office.token, office.jwks, ["--on", "2027-03-03"])
    #expect(late.exitCode == 1 && late.output.hasPrefix("suspended: endorsement was due"))
    let altered = office.token.replacing("eyJpc3Mi", with: "eyJpc3Ni")
    for (permit, more) in [
      (altered, []), (office.token, ["--issuer", "demo"]), (office.token, ["--on", "2026-03-01"]),
    ] {
      let run = try await verify(permit, office.jwks, more + ["--format", "json"])
      #expect(run.exitCode == 3 && run.output.contains(#""genuine" : false"#), "\(run.output)")
    }
  }

  @Test func `keys and lists that cannot be used end with 65, wrong words with 64`() async throws {
    let scratch = try Scratch()
    let office = try await Office(scratch)
    let bad = try scratch.file("bad.json", "{}")
    let list = try scratch.file("list.jwt", String(office.list(.valid).dropLast(2)))
    for arguments in [
      [office.token, "--keys", bad], [office.token, "--keys", scratch.url.path + "/none"],
      [office.token, "--keys", office.jwks, "--status", list],
      [scratch.url.path + "/none", "--keys", office.jwks],
    ] {
      let run = try await Program.run(["verify", "permit"] + arguments)
      #expect(run.exitCode == 65 && run.output.isEmpty && run.errors.hasPrefix("anju: "))
    }
    for arguments in [
      [office.token], [office.token, "--keys", office.jwks, "--on", "today"],
      [office.token, "--keys", office.jwks, "--issuer", "X Y"], ["--keys", office.jwks],
    ] { #expect(try await Program.run(["verify", "permit"] + arguments).exitCode == 64) }
  }

  @Test func `keys are made, published and rotated, and old permits stay good`() async throws {
    let scratch = try Scratch()
    let office = try await Office(scratch)
    let folder = scratch.url.path + "/keys"
    let rotated = try await Program.run(["permit", "rotate-keys", "--keys", folder])
    #expect(rotated.exitCode == 0 && rotated.output.contains("1 older keys still verify"))
    let published = try await Program.run(["permit", "public-keys", "--keys", folder])
    #expect(published.exitCode == 0 && !published.output.contains(#""d""#))
    let jwks = try scratch.file("new.json", published.output)
    let run = try await verify(office.token, jwks, ["--on", Self.day])
    #expect(run.exitCode == 2 && run.output.contains("DEMO-100001-1"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644],
        ofItemAtPath: folder + "/" + name
      )
    }
    for command in ["rotate-keys", "public-keys"] {
      let refused = try await Program.run(["permit", command, "--keys", folder])
      #expect(refused.exitCode == 65 && refused.errors.contains("chmod 600"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == names.count)
  }

  @Test func `a code is drawn for the terminal and for a page`() async throws {
    let scratch = try Scratch()
    let office = try await Office(scratch)
    let file = try scratch.file("permit.txt", office.token)
    let link = "https://permit.example/c/"
    let drawn = try await Program.run(["permit", "draw", file, "--link", link])
    #expect(drawn.exitCode == 0)
    #expect(drawn.output == (try QRCode(link + office.token).terminal(hasColour: false)))
    let svg = try await Program.run(["permit", "draw", file, "--link", link, "--svg"])
    #expect(svg.output.hasPrefix("<svg ") && svg.output.contains("<title>QR code"))
    let empty = try scratch.file("empty.txt", "")
    #expect(try await Program.run(["permit", "draw", empty]).exitCode == 65)
  }
}
