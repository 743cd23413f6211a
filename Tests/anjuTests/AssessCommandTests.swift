import Foundation
import TestSupport
import Testing

/// `anju assess` from outside: what it writes, where, and how it ends.
@Suite(.serialized)
struct AssessCommandTests {
  private let all = Program.residents.map { Program.resident($0) }

  @Test func `every resident is decided, in either language and form`() async throws {
    let english = try await Program.assess(all)
    let chinese = try await Program.assess(all, ["--language", "zh"])
    let json = try await Program.assess(all, ["--format", "json"])
    for run in [english, chinese, json] {
      #expect(run.exitCode == 0)
      #expect(run.errors.isEmpty)
      #expect(!run.output.contains("\u{1B}"), "no colour where no terminal is")
      #expect(run.output.hasSuffix("\n"))
    }
    #expect(english.output.contains("2026-11-23") && chinese.output.contains("2026年11月23日"))
    let lines = (english.output + chinese.output).split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    let people = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((people as? [[String: Any]])?.map { $0["file"] as? String } == all)
    let one = try await Program.assess([all[0]], ["--format", "json"])
    let person = try JSONSerialization.jsonObject(with: Data(one.output.utf8))
    #expect((person as? [String: Any])?["file"] as? String == all[0])
    isChinese(chinese.output)
    try isEnglish(english.output)
  }

  /// In Chinese no Latin letter stands but in what people themselves wrote in the file.
  private func isChinese(_ output: String) {
    let letters = output.unicodeScalars.filter { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic
    }
    #expect(letters.isEmpty, "\(String(String.UnicodeScalarView(letters)))")
  }

  /// In English Chinese stands only where it quotes the file.
  private func isEnglish(_ output: String) throws {
    let files = try all.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
    let words = output.split { $0.isASCII || "·✓✗…".contains($0) }
    let foreign = words.filter { word in
      word.unicodeScalars.contains { $0.properties.isIdeographic } && !files.contains(word)
    }
    #expect(foreign.isEmpty, "\(foreign)")
  }

  @Test func `a YAML file and its JSON twin give the same bytes but for the file's name`()
    async throws
  {
    for form in ["text", "json"] {
      let yaml = try await Program.assess([Program.resident("engineer")], ["--format", form])
      let json = try await Program.assess(
        [Program.resident("engineer", "json")],
        ["--format", form]
      )
      #expect(
        yaml.output.replacing("engineer.yaml", with: "engineer.json") == json.output
      )
    }
  }

  @Test func `zone, locale and terminal change no byte`() async throws {
    let file = Program.resident("engineer")
    let arguments = ["assess", file, "--on", "2026-11-23", "--language", "zh"]
    let wanted = try await Program.run(arguments)
    let json = try await Program.run(arguments + ["--format", "json"])
    let surroundings = [
      ["TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
      ["TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.GB18030", "NO_COLOR": "1"],
      ["TZ": "nowhere", "LC_ALL": "POSIX", "TERM": "dumb", "COLUMNS": "20"],
      ["LC_ALL": "", "LANG": "", "CLICOLOR_FORCE": "1", "FORCE_COLOR": "1"],
    ]
    for environment in surroundings {
      #expect(try await Program.run(arguments, environment: environment).output == wanted.output)
      let again = try await Program.run(arguments + ["--format", "json"], environment: environment)
      #expect(again.output == json.output)
    }
  }

  @Test func `the locale chooses the language where no option does`() async throws {
    let file = Program.resident("engineer")
    let arguments = ["assess", file, "--on", "2026-11-23"]
    for (locale, isChinese) in [
      ("zh_CN.UTF-8", true), ("zh_Hant_TW", true), ("en_GB.UTF-8", false), ("C", false),
    ] {
      let run = try await Program.run(arguments, environment: ["LC_ALL": locale])
      #expect(run.output.contains("可以办理") == isChinese, "\(locale)")
    }
  }

  @Test func `without a day it is today in Asia Shanghai, whatever the clock's zone`() async throws
  {
    for zone in ["Pacific/Kiritimati", "Pacific/Midway"] {
      let before = AssessCommandTests.today
      let run = try await Program.run(
        ["assess", Program.resident("engineer"), "--format", "json"],
        environment: ["TZ": zone]
      )
      let days = [before, AssessCommandTests.today]
      #expect(days.contains { run.output.contains("\"on\": \"\($0)\"") }, "\(zone)")
    }
  }

  private static var today: String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
  }

  @Test func `nothing open and something undetermined ends with 2`() async throws {
    let scratch = try Scratch()
    let empty = try scratch.file("nothing known.yaml", "name: 某人\n")
    let run = try await Program.assess([empty])
    #expect(run.exitCode == 2 && run.errors.isEmpty)
    let both = try await Program.assess([Program.resident("engineer"), empty])
    #expect(both.exitCode == 2)
  }

  @Test(arguments: [
    ["assess"], ["assess", "a.yaml", "--on", "2023-02-29"], ["assess", "a.yaml", "--on", "today"],
    ["assess", "a.yaml", "--language", "fr"], ["assess", "a.yaml", "--format", "xml"],
    ["assess", "a.yaml", "--frobnicate"], ["asses", "a.yaml"], ["policy", "chek"],
    ["assess", "a.yaml", "--on"],
  ])
  func `wrong usage ends with 64 and shows how to use it`(arguments: [String]) async throws {
    let run = try await Program.run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Usage:"))
  }

  @Test func `a jurisdiction or a day without measures ends with 65`() async throws {
    let file = Program.resident("engineer")
    let unknown = try await Program.assess([file], ["--jurisdiction", "xiangan"])
    #expect(unknown.exitCode == 65 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("did you mean xiongan?"))
    let early = try await Program.run(["assess", file, "--on", "2020-12-31", "--language", "zh"])
    #expect(early.exitCode == 65 && early.output.isEmpty)
    #expect(early.errors.contains("没有有效的办法"))
  }

  @Test func `several people come in order; with a bad file the good are still shown`() async throws
  {
    let scratch = try Scratch()
    let bad = try scratch.file("坏 file.yaml", "birth date: 2023-02-29\n")
    let good = [Program.resident("engineer"), Program.resident("graduate")]
    let run = try await Program.assess([good[0], bad, good[1]], ["--format", "json"])
    #expect(run.exitCode == 65)
    let people = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let names = try #require(people as? [[String: Any]]).map { $0["file"] as? String }
    #expect(names == good)
    #expect(run.errors.contains("坏 file.yaml:1:13: error:"))
    let text = try await Program.assess([good[0], bad, good[1]], ["--language", "zh"])
    let first = try #require(text.output.range(of: "陈志远"))
    let second = try #require(text.output.range(of: "刘小雨"))
    #expect(text.exitCode == 65 && first.lowerBound < second.lowerBound)
  }
}
