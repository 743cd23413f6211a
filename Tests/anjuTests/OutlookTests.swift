import Foundation
import TestSupport
import Testing

/// `anju assess --changes` and `--forecast` from outside.
@Suite(.serialized)
struct OutlookTests {
  private let all = Program.residents.map { Program.resident($0) }

  /// What stands below the assessments themselves.
  private func outlooks(_ output: String, _ heading: String) -> String {
    var isInside = false
    return output.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix(heading) { isInside = true }
      if line.contains(" · on 2026-11-23") || line.contains(" · 按2026年11月23日的规定") {
        isInside = false
        return true
      }
      return isInside
    }.joined(separator: "\n")
  }

  @Test func `what would change the answer of every resident, in both languages`() async throws {
    let options = ["--changes", "--line", "97.13"]
    let english = try await Program.assess(all, options)
    #expect(english.exitCode == 0 && english.errors.isEmpty)
    Golden.expect(outlooks(english.output, "What would change"), equals: "changes-en.txt")
    let chinese = try await Program.assess(all, options + ["--language", "zh"])
    #expect(chinese.exitCode == 0 && chinese.errors.isEmpty)
    Golden.expect(outlooks(chinese.output, "怎样会不同"), equals: "changes-zh.txt")
    let letters = outlooks(chinese.output, "怎样会不同").filter { $0.isASCII && $0.isLetter }
    #expect(letters.isEmpty, "\(letters)")
  }

  @Test func `the years to come of every resident, in both languages`() async throws {
    let english = try await Program.assess(all, ["--forecast", "5 years", "--line", "97.13"])
    #expect(english.exitCode == 0 && english.errors.isEmpty)
    Golden.expect(outlooks(english.output, "If facts go on"), equals: "forecast-en.txt")
    let options = ["--forecast", "5年", "--line", "97.13", "--language", "zh"]
    let chinese = try await Program.assess(all, options)
    #expect(chinese.exitCode == 0 && chinese.errors.isEmpty)
    Golden.expect(outlooks(chinese.output, "情况照旧"), equals: "forecast-zh.txt")
    let lines = (english.output + chinese.output).split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func `a simple terminal gets a chart in ASCII`() async throws {
    let run = try await Program.run(
      ["assess", all[0], "--on", "2026-11-23", "--forecast", "18 months"],
      environment: ["TERM": "dumb"]
    )
    let chart = run.output.split(separator: "\n").filter { $0.contains(" |") }
    #expect(chart.count == 8 && chart.allSatisfy { $0.allSatisfy(\.isASCII) })
    #expect(chart.contains { $0.contains("*") })
  }

  @Test func `as JSON both are objects, and null where they were not asked for`() async throws {
    let options = ["--changes", "--forecast", "2 years", "--channel", "积分落户", "--format", "json"]
    let run = try await Program.assess([all[4]], options)
    let person = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    let changes = try #require(person["changes"] as? [String: Any])
    let goals = try #require(changes["goals"] as? [[String: Any]])
    #expect(goals.map { $0["id"] as? String } == ["settlement-by-points"])
    let sooner = try #require((goals.first?["sooner"] as? [[String: Any]])?.first)
    #expect(sooner["on"] as? String == "2029-06-01")
    let step = try #require((sooner["steps"] as? [[String: Any]])?.first)
    #expect(step["id"] as? String == "permit-state")
    #expect(step["possibleFrom"] as? String == "2027-01-06")
    let forecast = try #require(person["forecast"] as? [String: Any])
    #expect((forecast["channels"] as? [[String: Any]])?.count == 1)
    let plain = try await Program.assess([all[4]], ["--format", "json"])
    #expect(
      plain.output.contains("\"changes\": null") && plain.output.contains("\"forecast\": null")
    )
  }

  @Test(arguments: [
    ["--forecast", "51 years"], ["--forecast", "0 years"], ["--forecast", "five years"],
    ["--forecast", "5"], ["--forecast", "-1 years"], ["--changes", "--line", "much"],
    ["--line", "97.13"], ["--channel", "积分落户"], ["--changes", "--begun", "2024-12-20"],
  ])
  func `what cannot be meant ends with 64 and says what is wanted`(options: [String]) async throws {
    let run = try await Program.assess([all[0]], options)
    #expect(run.exitCode == 64 && run.output.isEmpty && run.errors.contains("Usage:"))
  }

  @Test func `a channel that is not there ends with 65 and names those that are`() async throws {
    let options = ["--changes", "--channel", "settlement by point"]
    let run = try await Program.assess([all[0]], options)
    #expect(run.exitCode == 65 && run.output.isEmpty)
    #expect(run.errors.contains("did you mean Settlement by points?"))
    let chinese = try await Program.assess([all[0]], options + ["--language", "zh"])
    #expect(chinese.errors.contains("现有："))
  }

  @Test func `of whom nothing is known it says what must be known first`() async throws {
    let scratch = try Scratch()
    let empty = try scratch.file("nothing.yaml", "name: 某人\n")
    let run = try await Program.assess([empty], ["--changes", "--forecast", "1 year"])
    #expect(run.exitCode == 2 && run.errors.isEmpty)
    #expect(run.output.contains("First it must be known: household place (public security)"))
    #expect(!run.output.contains("→ "), "nothing is offered to whom nothing is known of")
  }

  /// The engineer, with some lines of his file written otherwise.
  private func engineer(_ lines: [String: String]) throws -> String {
    let text = try String(contentsOfFile: all[0], encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let key = line.prefix { $0 != ":" }
      return lines[String(key)].map { "\(key): \($0)" } ?? String(line)
    }.joined(separator: "\n")
  }

  @Test func `one month short of three years it names the first day of the month`() async throws {
    let scratch = try Scratch()
    let text = try engineer([
      "social insurance": "[{from: 2024-01, to: none, insured place: xiongan}]"
    ]).replacing("\n  - {from: 2022-12, to: none, insured place: xiongan}", with: "")
    let file = try scratch.file("short.yaml", text)
    let run = try await Program.assess([file], ["--changes"])
    #expect(run.output.contains("wait: on 2026-12-01 by itself"))
    #expect(run.output.contains("has paid social insurance in Xiong'an for three years"))
  }

  @Test func `close to the retirement age it says until when a way is open`() async throws {
    let scratch = try Scratch()
    let file = try scratch.file("old.yaml", try engineer(["birth date": "1967-03-20"]))
    let run = try await Program.assess([file], ["--changes", "--forecast", "3 years"])
    #expect(run.output.contains("Open, until 2027-10-20 if facts go on as they are"))
    #expect(run.output.contains("2027-10-21"))
  }

  @Test func `nobody is told to give up a permit, work, a home or a place`() async throws {
    let scratch = try Scratch()
    for (key, value) in [("permit state", "active"), ("stable employment", "yes")] {
      let file = try scratch.file("\(key).yaml", try engineer([key: value, "title": "\"none\""]))
      let run = try await Program.assess([file], ["--changes", "--line", "120"])
      #expect(!run.output.contains("active →") && !run.output.contains("yes →"))
    }
  }
}
