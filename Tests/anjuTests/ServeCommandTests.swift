import Foundation
import TestSupport
import Testing

/// `anju serve` where it must not start.
@Suite(.serialized)
struct ServeCommandTests {
  @Test func `without keys, or with an unsafe address, it does not start`() async throws {
    let scratch = try Scratch()
    let folder = ["serve", "--folder", scratch.url.path + "/city"]
    let bare = try await Program.run(folder)
    #expect(bare.exitCode != 0 && bare.errors.contains("ANJU_MASTER_KEY"))
    let open = try await Program.run(folder + ["--set", "host: 0.0.0.0"])
    #expect(open.exitCode == 65 && open.errors.contains("plain HTTP answers this machine only"))
    let demo = try await Program.run(
      ["serve", "--demo", "--set", "host: 0.0.0.0", "--set", "public url: https://a.example"]
        + ["--set", "trusted proxies: 1"]
    )
    #expect(demo.exitCode == 65 && demo.errors.contains("a demo answers this machine only"))
    #expect(!FileManager.default.fileExists(atPath: scratch.url.path + "/city"))
  }

  @Test func `a setting that is none, a number that is none and an exposed key are named`()
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.file("serve.conf", "# 注释\n\nport: 8080\nprot: 1\n")
    let name = try await Program.run(["serve", "--config", file])
    #expect(name.exitCode == 65 && name.errors.contains("serve.conf:4: there is no setting `prot`"))
    let port = try await Program.run(["serve", "--set", "port: 一"])
    #expect(port.exitCode == 65 && port.errors.contains("wants a number from 0 to 65535"))
    let flag = try await Program.run(["serve", "--port", "99999"])
    #expect(flag.exitCode == 65 && flag.errors.contains("--port: wants a number"))
    #expect(!flag.errors.contains("--set"))
    let key = try scratch.file("tls.pem", "-")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    let exposed = try await Program.run(
      ["serve", "--set", "certificate: \(key)", "--set", "certificate key: \(key)"]
    )
    #expect(exposed.exitCode == 65 && exposed.errors.contains("others may read it"))
  }

  @Test func `an address that no browser would name is refused, and one at every address too`()
    async throws
  {
    // A folder of measures that is not there ends what would otherwise run on.
    let proxied = ["serve", "--set", "trusted proxies: 1", "--set", "certificate: x", "--set"]
    for address in [
      "https://anju.example/zh", "https://anju.example//", "anju.example", "https://", "ftp://a.b",
      "https://user@anju.example", "https://anju.example?x", "https://安居.example",
      "https://anju.example:x", "https://anju.example:0", "https://[::1", "https://.",
    ] {
      let run = try await Program.run(proxied + ["public url: \(address)"])
      #expect(run.exitCode == 65 && run.errors.contains("no address of the service"), "\(address)")
    }
    // What is right comes as far as the next fault: a certificate without its key.
    for address in [
      "https://anju.example", "https://anju.example/", "HTTPS://Anju.Example:443/",
      "https://anju.example:8443", "https://[2001:db8::1]:8443", "http://127.0.0.1:80",
    ] {
      let run = try await Program.run(proxied + ["public url: \(address)"])
      #expect(run.exitCode == 65 && run.errors.contains("go together"), "\(address)")
    }
    let scratch = try Scratch()
    let key = try scratch.file("tls.pem", "-")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    for host in ["0.0.0.0", "::"] {
      let everywhere = try await Program.run(
        ["serve", "--set", "host: \(host)", "--set", "certificate: \(key)"]
          + ["--set", "certificate key: \(key)"]
      )
      #expect(everywhere.exitCode == 65 && everywhere.errors.contains("set `public url`"))
    }
    let chinese = try await Program.run(
      ["serve", "--set", "public url: anju", "--language", "zh"]
    )
    #expect(chinese.exitCode == 65 && chinese.errors.contains("不带路径"))
  }

  @Test func `an office that is named in one language only, or twice, is told with its line`()
    async throws
  {
    let scratch = try Scratch()
    let half = try scratch.file("half.names", "window 1: 容东窗口|Rongdong window\nwindow 2: 容西窗口\n")
    let one = try await Program.run(["serve", "--demo", "--set", "office names: \(half)"])
    #expect(one.exitCode == 65 && one.errors.contains("half.names:2: an office is named in both"))
    let twice = try scratch.file("twice.names", "a: 甲|A\na: 乙|B\n")
    let two = try await Program.run(["serve", "--demo", "--set", "office names: \(twice)"])
    #expect(two.exitCode == 65 && two.errors.contains("twice.names:2: `a` is set twice"))
  }

  @Test func `the table of routes is printed, each with who may come`() async throws {
    let run = try await Program.run(["serve", "--routes"])
    let rows =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]] ?? []
    #expect(rows.count > 100)
    let open = rows.filter { $0["audience"] as? String == "everyone" }
    #expect(open.allSatisfy { !($0["path"] as? String ?? "").hasPrefix("/desk") })
    #expect(open.allSatisfy { !($0["path"] as? String ?? "").hasPrefix("/me/") })
  }
}
