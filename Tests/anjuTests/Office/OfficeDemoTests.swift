import Foundation
import TestSupport
import Testing

/// The made-up city.
@Suite struct OfficeDemoTests {
  private func play(_ seed: Int, in scratch: borrowing Scratch, _ more: String...) async throws
    -> ProgramRun
  {
    try await Program.run(
      ["office", "demo", "--people", "12", "--seed", "\(seed)"] + more,
      environment: TestOffice.nobody,
      in: scratch.url
    )
  }

  /// The last line but those that tell where the journal is: where it ends.
  private func head(_ run: ProgramRun) -> Substring? {
    run.output.split(separator: "\n").last { $0.contains("head ") || $0.contains("链首") }?
      .split(separator: " ").last
  }

  @Test func `the same seed gives the same story and the same journal`() async throws {
    let scratch = try Scratch()
    let kept = try await play(7, in: scratch, "--store", "city.anju")
    #expect(kept.exitCode == 0, "\(kept.errors)")
    let chinese = try await play(7, in: scratch, "--language", "zh")
    let head = try #require(self.head(kept))
    #expect(head.count == 64 && self.head(chinese) == head)
    let other = try await play(8, in: scratch)
    #expect(self.head(other) != nil && self.head(other) != head)
    // The journal ends at a hash over every word in it: that changes with each of them.
    let text = kept.output.components(separatedBy: head).joined(separator: "…")
    Golden.expect(text, equals: "office/story-en.txt")
    let words = chinese.output.components(separatedBy: head).joined(separator: "…")
    Golden.expect(words, equals: "office/story-zh.txt")

    // The line that it ends with can be typed as it stands.
    let hint = try #require(kept.output.components(separatedBy: "look into it: anju ").last)
    let call = hint.split(separator: "\n")[0].split(separator: " ").map(String.init)
    let shown = try await Program.run(call, environment: TestOffice.nobody, in: scratch.url)
    #expect(shown.exitCode == 0, "\(shown.errors)")

    // The person to whom most happens.
    let person = try #require(call.first { $0.count == 10 && $0 != "2025-12-31" })
    let lines = kept.output.split(separator: "\n").filter { $0.contains("loses the card") }
    let file = lines.first.flatMap { $0.split(separator: "(").last?.prefix(10) } ?? person[...]
    for language in ["en", "zh"] {
      let page = try await Program.run(
        [
          "office", "show", String(file), "--demo", "--store", "city.anju", "--on", "2025-12-31",
          "--language", language,
        ] + TestOffice.clerk,
        environment: TestOffice.nobody,
        in: scratch.url
      )
      Golden.expect(page.output, equals: "office/show-\(language).txt")
    }
    let again = try await play(7, in: scratch, "--store", "city.anju")
    #expect(again.exitCode == 73 && again.errors.contains("is there already and stays"))
    let verified = try await Program.run(
      ["store", "verify", "--demo", "--store", "city.anju"],
      in: scratch.url
    )
    #expect(verified.exitCode == 0)
  }

  @Test(arguments: [("demo --seed 7", "story-en"), ("show y09z52x43x", "show-en")])
  func `the guide shows what the program prints`(call: String, golden: String) throws {
    let file = PackageRoot.file("Documentation/Guides/office.md")
    let guide = try String(contentsOf: file, encoding: .utf8)
    let kept = try String(
      contentsOf: PackageRoot.file("Tests/anjuTests/Golden/office/\(golden).txt"),
      encoding: .utf8
    )
    let parts = guide.components(separatedBy: "$ anju office \(call)")
    try #require(parts.count == 2)
    let block = parts[1].components(separatedBy: "```")[0]
    for line in block.split(separator: "\n").dropFirst() where line != "…" {
      #expect(kept.contains(line), "\(line)")
    }
  }
}
