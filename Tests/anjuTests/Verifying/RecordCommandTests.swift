import Foundation
import TestSupport
import Testing

/// `anju assess --record` and `anju verify` from outside.
@Suite(.serialized)
struct RecordCommandTests {
  private let all = Program.residents.map { Program.resident($0) }

  @Test func `residents are recorded, for their owner's eyes only, and verify on any day`()
    async throws
  {
    for (day, count) in [("2022-06-01", 1), ("2024-12-31", 2), ("2026-11-23", 5)] {
      let scratch = try Scratch()
      let folder = scratch.url.path + "/记录/"
      let options = ["--on", day, "--record", folder]
      let run = try await Program.run(["assess"] + all.prefix(count) + options)
      #expect([0, 2].contains(run.exitCode) && run.errors.isEmpty, "\(run.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == Program.residents.prefix(count).map { $0 + ".record.json" }.sorted())
      for name in names {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + name)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let object = try JSONSerialization.jsonObject(
          with: Data(contentsOf: URL(filePath: folder + name))
        )
        let record = try #require(object as? [String: Any])
        #expect(record["on"] as? String == day && record["engine"] as? String == "0.1.0")
      }
      let verified = try await Program.run(["verify"] + names.map { folder + $0 })
      #expect(verified.exitCode == 0 && verified.errors.isEmpty, "\(verified.output)")
      #expect(verified.output.split(separator: "\n").count == names.count)
      #expect(verified.output.split(separator: "\n").allSatisfy { $0.contains(": the same") })
    }
  }

  @Test func `a record is the same bytes each time, from YAML or JSON, in either language`()
    async throws
  {
    let scratch = try Scratch()
    var texts: Set<Data> = []
    for (index, more) in [[], ["--language", "zh"], ["--format", "json"]].enumerated() {
      for type in ["yaml", "json"] {
        let path = scratch.url.path + "/\(index).\(type).record"
        let file = Program.resident("engineer", type)
        let run = try await Program.assess([file], ["--record", path] + more)
        #expect(run.exitCode == 0)
        texts.insert(try Data(contentsOf: URL(filePath: path)))
      }
    }
    #expect(texts.count == 1)
    let text = String(decoding: try #require(texts.first), as: UTF8.self)
    #expect(text.hasSuffix("\n") && !text.contains("\r") && !text.contains("engineer"))
  }

  @Test func `a name can be left out, and is nowhere then`() async throws {
    let scratch = try Scratch()
    let path = scratch.url.path + "/r.json"
    let file = Program.resident("engineer")
    _ = try await Program.assess([file], ["--record", path, "--without-name"])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("陈志远") && text.contains("\"name\": null,"))
    #expect(try await Program.run(["verify", path]).exitCode == 0)
  }

  @Test func `a file that is there stays as it is, unless it is to be replaced`() async throws {
    let scratch = try Scratch()
    let path = try scratch.file("r.json", "mine")
    let file = Program.resident("engineer")
    let run = try await Program.assess([file], ["--record", path])
    #expect(run.exitCode == 73 && run.output.isEmpty)
    #expect(run.errors.contains("is there already; --force"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    let forced = try await Program.assess([file], ["--record", path, "--force"])
    #expect(forced.exitCode == 0)
    #expect(try await Program.run(["verify", path]).exitCode == 0)
    let rest = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(rest == ["r.json"], "nothing is left beside it")
  }

  @Test func `a person's own file, a device or a link is never replaced`() async throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Program.resident("engineer"), encoding: .utf8)
    let own = try scratch.file("own.yaml", text)
    let link = scratch.url.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: own)
    for (path, says) in [
      (own, "own file"), (link, "own file"), ("/dev/null", "no plain file"),
    ] {
      let run = try await Program.assess([own], ["--record", path, "--force"])
      #expect(run.exitCode == 73 && run.errors.contains(says), "\(path): \(run.errors)")
    }
    #expect(try String(contentsOfFile: own, encoding: .utf8) == text)
  }

  @Test func `where nothing can be written the decision is still shown`() async throws {
    let file = Program.resident("engineer")
    let run = try await Program.assess([file], ["--record", "/no such folder/r.json"])
    #expect(run.exitCode == 73 && run.errors.contains("no such folder"))
    #expect(run.output.contains("陈志远"))
  }

  @Test func `several people want a folder, and two names must not meet`() async throws {
    let scratch = try Scratch()
    let path = scratch.url.path + "/r.json"
    let two = [Program.resident("engineer"), Program.resident("graduate")]
    let run = try await Program.assess(two, ["--record", path])
    #expect(run.exitCode == 64 && run.errors.contains("want a folder"))
    let twins = [Program.resident("engineer"), Program.resident("engineer", "json")]
    let met = try await Program.assess(twins, ["--record", scratch.url.path])
    #expect(met.exitCode == 64 && met.errors.contains("would both be recorded"))
    let alone = try await Program.assess([two[0]], ["--force"])
    #expect(alone.exitCode == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
  }

  @Test func `a faulty person is not recorded, the others are`() async throws {
    let scratch = try Scratch()
    let bad = try scratch.file("bad.yaml", "birth date: 2023-02-29\n")
    let folder = scratch.url.path + "/out/"
    let run = try await Program.assess(
      [bad, Program.resident("engineer")],
      ["--record", folder]
    )
    #expect(run.exitCode == 65)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names == ["engineer.record.json"])
  }

  @Test func `a measure that has changed since is noticed, and one elsewhere is found`()
    async throws
  {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "Policies")
    try FileManager.default.copyItem(at: PackageRoot.file("Policies"), to: folder)
    let path = scratch.url.path + "/r.json"
    _ = try await Program.assess([Program.resident("engineer")], ["--record", path])
    let same = try await Program.run(["verify", path, "--policies", folder.path])
    #expect(same.exitCode == 0, "\(same.errors)")
    let measure = folder.appending(path: "xiongan/points-settlement/2021-01-01.md")
    let text = try String(contentsOf: measure, encoding: .utf8)
    try text.replacing("| 40 |", with: "| 39 |").write(
      to: measure,
      atomically: false,
      encoding: .utf8
    )
    let changed = try await Program.run(["verify", path, "--policies", folder.path])
    #expect(changed.exitCode == 65 && changed.output.isEmpty)
    #expect(changed.errors.contains("xiongan/points-settlement in force from 2021-01-01 has"))
    let chinese = try await Program.run(
      ["verify", path, "--policies", folder.path, "--language", "zh"]
    )
    #expect(chinese.errors.contains("的文本已经改变"))
    let nowhere = try await Program.run(["verify", path, "--policies", folder.path + "/none"])
    #expect(nowhere.exitCode == 65 && nowhere.errors.contains("there is no file or folder"))
  }

  @Test func `several records are all told, and the worst decides the exit code`() async throws {
    let scratch = try Scratch()
    let good = scratch.url.path + "/good.json"
    _ = try await Program.assess([Program.resident("graduate")], ["--record", good])
    let text = try String(contentsOfFile: good, encoding: .utf8)
    let edited = try scratch.file("edited.json", text.replacing("2026-11-23", with: "2026-11-24"))
    let none = scratch.url.path + "/none.json"
    let run = try await Program.run(["verify", edited, good, none])
    #expect(run.exitCode == 65)
    #expect(run.output.contains("good.json: the same"))
    #expect(run.errors.contains("edited.json: edited") && run.errors.contains("there is no file"))
    #expect(try await Program.run(["verify"]).exitCode == 64)
  }
}
