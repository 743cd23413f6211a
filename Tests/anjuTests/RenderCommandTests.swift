import Foundation
import TestSupport
import Testing

/// `anju policy render` from outside: what it writes, where, and how it ends.
@Suite struct RenderCommandTests {
  private func render(_ arguments: [String], in folder: URL = PackageRoot.url) async throws
    -> ProgramRun
  {
    try await Program.run(["policy", "render"] + arguments, in: folder)
  }

  private let measure = "Policies/xiongan/points-settlement/2021-01-01.md"

  @Test func `a measure goes to standard output, by file or by identifier alike`() async throws {
    let file = try await render([measure, "--on", "2026-11-23"])
    #expect(file.exitCode == 0 && file.errors.isEmpty)
    #expect(file.output.hasPrefix("<!DOCTYPE html>\n") && file.output.hasSuffix("</html>\n"))
    let id = try await render(["xiongan/points-settlement", "--on", "2026-11-23"])
    #expect(id.exitCode == 0 && id.output == file.output)
    let folder = PackageRoot.file("Policies/xiongan/points-settlement")
    let near = try await render(["./2021-01-01.md", "--on", "2026-11-23"], in: folder)
    #expect(near.exitCode == 0 && near.output == file.output)
    #expect(!file.output.contains(PackageRoot.url.path), "no path of this machine")
  }

  @Test func `the language is that of the page`() async throws {
    let chinese = try await render(["china/residence-permit", "--language", "zh"])
    #expect(chinese.output.contains("<html lang=\"zh-Hans\">"))
    #expect(!chinese.output.contains("State Council<"))
    let english = try await render(["china/residence-permit", "--language", "en"])
    #expect(english.output.contains("<html lang=\"en\">"))
    #expect(english.output.contains("State Council<"))
  }

  @Test func `an identifier means the version of the day, or the nearest`() async throws {
    let old = try await render(["china/retirement-age", "--on", "2024-12-31", "--language", "en"])
    #expect(old.output.contains("In force on 31 December 2024"))
    #expect(old.output.contains("china/retirement-age 2021-01-01"))
    let new = try await render(["china/retirement-age", "--on", "2025-01-01", "--language", "en"])
    #expect(new.output.contains("china/retirement-age 2025-01-01"))
    let early = try await render(["china/retirement-age", "--on", "1999-01-01", "--language", "en"])
    #expect(early.exitCode == 0 && early.output.contains("Not yet in force on 1 January 1999"))
  }

  @Test func `a folder of measures becomes a folder of pages whose links hold`() async throws {
    let scratch = try Scratch()
    let to = scratch.url.appending(path: "made/pages")
    let run = try await render(["--to", to.path, "--on", "2026-11-23"])
    #expect(run.exitCode == 0 && run.output.isEmpty && run.errors.isEmpty)
    let names = try FileManager.default.subpathsOfDirectory(atPath: to.path)
      .filter { !$0.hasSuffix("/") && $0.contains(".") }
    #expect(names.contains("index.html"))
    #expect(names.contains("xiongan/points-settlement/2021-01-01.html"))
    #expect(names.allSatisfy { $0.hasSuffix(".html") }, "\(names)")
    var texts: [String: String] = [:]
    for name in names {
      texts[name] = try String(contentsOf: to.appending(path: name), encoding: .utf8)
    }
    var links = 0
    for (name, text) in texts {
      for part in text.components(separatedBy: "href=\"").dropFirst() {
        let link = part.prefix { $0 != "\"" }
        guard !link.hasPrefix("#") else { continue }
        let halves = link.split(separator: "#", maxSplits: 1).map(String.init)
        let target = URL(filePath: "/" + name).deletingLastPathComponent()
          .appending(path: halves[0]).standardized.path.dropFirst()
        let page = try #require(texts[String(target)], "\(name) leads to \(link)")
        if halves.count > 1 { #expect(page.contains("id=\"\(halves[1])\""), "\(link)") }
        links += 1
      }
    }
    #expect(links > texts.count, "measures lead to each other")
  }

  @Test func `a file is written whole, and replaced whole`() async throws {
    let scratch = try Scratch()
    let file = try scratch.file("page.html", "old")
    let first = try await render(["china/retirement-age", "-o", file, "--on", "2026-11-23"])
    #expect(first.exitCode == 0 && first.output.isEmpty)
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(written.hasSuffix("</html>\n"))
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(left == ["page.html"], "nothing half-written stays")
    let onFolder = try await render(["china/retirement-age", "-o", scratch.url.path])
    #expect(onFolder.exitCode == 73 && onFolder.errors.contains("folder"))
    let onFile = try await render(["china/retirement-age", "-o", file + "/x.html"])
    #expect(onFile.exitCode == 73 && !onFile.errors.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == written)
    let onDevice = try await render(["china/retirement-age", "-o", "/dev/null"])
    #expect(onDevice.exitCode == 73 && onDevice.errors.contains("no plain file"))
  }

  @Test func `a page never takes the place of a measure`() async throws {
    let scratch = try Scratch()
    for name in ["china/facts.md", "china/retirement-age/2025-01-01.md"] {
      let url = PackageRoot.file("Policies/\(name)")
      _ = try scratch.file(name, try String(contentsOf: url, encoding: .utf8))
    }
    let file = scratch.url.appending(path: "china/retirement-age/2025-01-01.md").path
    let run = try await render([file, "-o", file])
    #expect(run.exitCode == 73 && run.errors.contains("is a file of the measures"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("---\npolicy:"))
  }

  @Test func `a measure with errors is not rendered, and nothing is written`() async throws {
    let scratch = try Scratch()
    let text = try String(contentsOf: PackageRoot.file(measure), encoding: .utf8)
    let facts = try String(
      contentsOf: PackageRoot.file("Policies/xiongan/facts.md"),
      encoding: .utf8
    )
    _ = try scratch.file("xiongan/facts.md", facts)
    let bad = try scratch.file(
      "xiongan/points-settlement/2021-01-01.md",
      text.replacing("`insured months >= 3 years`", with: "`insured moths >= 3 years`")
    )
    let page = scratch.url.appending(path: "page.html").path
    let run = try await render([bad, "-o", page])
    #expect(run.exitCode == 65 && run.output.isEmpty)
    #expect(run.errors.contains("insured moths") && run.errors.contains("error:"))
    #expect(!FileManager.default.fileExists(atPath: page))
  }

  @Test func `an unknown name is answered with those that are near`() async throws {
    let run = try await render(["xiongan/point-settlement"])
    #expect(run.exitCode == 65 && run.output.isEmpty)
    #expect(run.errors.contains("did you mean xiongan/points-settlement?"))
    let chinese = try await render(["积分落户", "--language", "zh"])
    #expect(chinese.exitCode == 65 && chinese.errors.contains("没有文件或办法“积分落户”"))
    let empty = try Scratch()
    let none = try await render([empty.url.path])
    #expect(none.exitCode == 65 && !none.errors.isEmpty)
    let dictionary = try await render(["Policies/xiongan/facts.md"])
    #expect(dictionary.exitCode == 65 && dictionary.errors.contains("no measure"))
  }

  @Test(arguments: [
    ["china/retirement-age", "--on", "2023-02-29"], ["china/retirement-age", "--language", "fr"],
    ["Policies"], [], ["china/retirement-age", "-o", "a.html", "--to", "b"],
  ])
  func `wrong usage ends with 64 and writes nothing`(arguments: [String]) async throws {
    let run = try await render(arguments)
    #expect(run.exitCode == 64 && run.output.isEmpty && !run.errors.isEmpty)
  }
}
