import Foundation
import TestSupport
import Testing

/// The tools of people who write measures, as they are run.
@Suite struct AuthoringTests {
  /// The files below a folder with what is in them.
  private func contents(_ folder: String) throws -> [String: String] {
    var contents: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      contents[path] = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }
    return contents
  }

  // MARK: policy new

  @Test(arguments: [
    (["--language", "en"], "newtown", "settlement"),
    (["--language", "zh", "--from", "2024-02-29"], "newtown", "settlement"),
    (
      ["--jurisdiction", "new-town-3", "--measure", "rent", "--from", "2025-12-31"], "new-town-3",
      "rent"
    ),
  ])
  func `a new folder passes every check and test as it stands`(
    options: [String],
    jurisdiction: String,
    measure: String
  ) async throws {
    let scratch = try Scratch()
    let made = try await Program.run(["policy", "new", "laws"] + options, in: scratch.url)
    #expect(made.exitCode == 0, "\(made.errors)")
    #expect(made.output.contains("laws/\(jurisdiction)/facts.md\n"))
    #expect(made.output.contains(options.contains("zh") ? "均为虚构" : "All of it is made up"))
    for language in ["en", "zh"] {
      let check = try await Program.run(
        ["policy", "check", "laws", "--strict", "--language", language],
        in: scratch.url
      )
      #expect(check.exitCode == 0 && check.errors.isEmpty, "\(check.errors)")
      #expect(check.output.contains("\(jurisdiction)/\(measure)"))
    }
    let test = try await Program.run(["policy", "test", "laws", "--coverage"], in: scratch.url)
    #expect(test.exitCode == 0 && test.output.contains(" passed, 0 failed"), "\(test.errors)")
    #expect(!test.output.contains("–"), "every row has a scenario: \(test.output)")
    let format = try await Program.run(["policy", "format", "--check", "laws"], in: scratch.url)
    #expect(format.exitCode == 0, "\(format.output)")
    let person = try await Program.run(
      ["assess", "laws/applicant.yaml", "--policies", "laws", "--on", "2026-06-01"],
      in: scratch.url
    )
    #expect(person.exitCode == 0 && person.output.contains("✓ Settlement by points"))
    #expect(person.output.contains("sample"))
  }

  @Test func `the three steps of the README can be followed`() async throws {
    let scratch = try Scratch()
    _ = try await Program.run(["policy", "new", "laws", "--from", "2026-01-01"], in: scratch.url)
    let folder = scratch.url.appending(path: "laws")
    let text = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let commands = text.matches(of: /`anju ([^`]+)`/).map { $0.1.split(separator: " ") }
    #expect(commands.count == 8)
    for command in commands {
      let run = try await Program.run(command.map(String.init), in: folder)
      #expect(run.exitCode == 0, "\(command): \(run.errors)")
    }
  }

  @Test func `what is there already is never written over`() async throws {
    let scratch = try Scratch()
    let kept = try scratch.file("laws/mine.txt", "mine")
    let file = try scratch.file("file", "a file")
    for (path, english, chinese) in [
      ("laws", "is not empty", "不是空的"), (file, "is no folder", "不是文件夹"),
      ("no/such/folder", "cannot be written", "无法写入"), ("", "cannot be written", "无法写入"),
    ] {
      for (language, says) in [("en", english), ("zh", chinese)] {
        let run = try await Program.run(
          ["policy", "new", path, "--language", language],
          in: scratch.url
        )
        #expect(run.exitCode == 73 && run.output.isEmpty, "\(path)")
        #expect(run.errors.contains(says), "\(run.errors)")
      }
    }
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "mine")
    #expect(try contents(scratch.url.path).keys.sorted() == ["file", "laws/mine.txt"])
  }

  @Test(arguments: [
    ["--jurisdiction", "New Town"], ["--measure", "a/b"], ["--measure", "新镇"], ["--measure", ".."],
    ["--from", "2026-02-30"], ["--jurisdiction", ""],
  ])
  func `a name that is none is refused before anything is written`(
    options: [String]
  ) async throws {
    let scratch = try Scratch()
    let run = try await Program.run(["policy", "new", "laws"] + options, in: scratch.url)
    #expect(run.exitCode == 64 && run.errors.contains(options[0]))
    #expect(try contents(scratch.url.path).isEmpty)
  }

  @Test func `an empty folder may be filled, and is only filled once`() async throws {
    let scratch = try Scratch()
    let first = try await Program.run(["policy", "new", "."], in: scratch.url)
    #expect(first.exitCode == 0, "\(first.errors)")
    let before = try contents(scratch.url.path)
    #expect(before.keys.contains("README.md") && !before.keys.contains { $0.contains("draft") })
    let second = try await Program.run(["policy", "new", "."], in: scratch.url)
    #expect(second.exitCode == 73)
    #expect(try contents(scratch.url.path) == before)
  }

  // MARK: policy format

  /// A folder as `policy new` makes it, one file of it laid out otherwise.
  private func untidy(_ scratch: borrowing Scratch) async throws -> (file: String, tidy: String) {
    _ = try await Program.run(["policy", "new", "laws", "--from", "2026-01-01"], in: scratch.url)
    let file = scratch.url.path + "/laws/newtown/facts.md"
    let tidy = try String(contentsOfFile: file, encoding: .utf8)
    let untidy = tidy.replacing("| yes/no |", with: "|   yes/no|") + "\n\n"
    try untidy.write(toFile: file, atomically: true, encoding: .utf8)
    return (file, tidy)
  }

  @Test func `format lays a folder out and says what it changed`() async throws {
    let scratch = try Scratch()
    let (file, tidy) = try await untidy(scratch)
    chmod(file, 0o640)
    let check = try await Program.run(["policy", "format", "--check", "laws"], in: scratch.url)
    #expect(check.exitCode == 1)
    #expect(check.output.contains("laws/newtown/facts.md:28: laid out otherwise"))
    #expect(
      check.output.hasSuffix("as they should be: 2, laid out otherwise: 1, not readable: 0\n")
    )
    #expect(try String(contentsOfFile: file, encoding: .utf8) != tidy)
    let run = try await Program.run(
      ["policy", "format", "laws", "laws/newtown/facts.md", "--language", "zh"],
      in: scratch.url
    )
    #expect(run.exitCode == 0 && run.output.contains("laws/newtown/facts.md：已排版"), "\(run.errors)")
    #expect(run.output.hasSuffix("已排版1个，原样2个，未改动0个\n"), "\(run.output)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == tidy)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: scratch.url.path + "/laws/newtown"
    )
    #expect(names.sorted() == ["facts.md", "settlement"])
    let again = try await Program.run(["policy", "format", "--check", "laws"], in: scratch.url)
    #expect(again.exitCode == 0)
  }

  @Test func `one file goes to standard output, and stays`() async throws {
    let scratch = try Scratch()
    let (file, tidy) = try await untidy(scratch)
    let before = try String(contentsOfFile: file, encoding: .utf8)
    let run = try await Program.run(["policy", "format", "--stdout", file], in: scratch.url)
    #expect(run.exitCode == 0 && run.output == tidy && run.errors.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
    let many = try await Program.run(["policy", "format", "--stdout", "laws"], in: scratch.url)
    #expect(many.exitCode == 64 && many.output.isEmpty)
  }

  @Test func `a link is followed, and stays a link`() async throws {
    let scratch = try Scratch()
    let (file, tidy) = try await untidy(scratch)
    let real = scratch.url.path + "/real.md"
    try FileManager.default.moveItem(atPath: file, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "../../real.md")
    let run = try await Program.run(["policy", "format", "laws"], in: scratch.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try String(contentsOfFile: real, encoding: .utf8) == tidy)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == "../../real.md")
  }

  @Test func `a file with errors is named and left alone, the others are laid out`() async throws {
    let scratch = try Scratch()
    let (file, tidy) = try await untidy(scratch)
    let broken = try scratch.file("laws/newtown/broken.md", "---\npolicy: newtown/x\n---\n\n* x\n")
    let run = try await Program.run(["policy", "format", "laws"], in: scratch.url)
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("laws/newtown/broken.md:5:1: error: "), "\(run.errors)")
    #expect(run.output.hasSuffix("formatted: 1, as they were: 2, not touched: 1\n"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == tidy)
    #expect(try String(contentsOfFile: broken, encoding: .utf8).hasSuffix("* x\n"))
  }

  @Test(arguments: [
    (["nothing"], 65), (["README.md"], 65), ([], 65), (["--stdout"], 64),
    (["--check", "--stdout", "a.md"], 64),
  ])
  func `what cannot be formatted is said to be so`(arguments: [String], code: Int) async throws {
    let scratch = try Scratch()
    _ = try scratch.file("README.md", "# Words\n")
    let run = try await Program.run(["policy", "format"] + arguments, in: scratch.url)
    #expect(Int(run.exitCode) == code && run.output.isEmpty && !run.errors.isEmpty, "\(run.errors)")
  }

  @Test func `a folder of scenarios alone is formatted with the measures around it`() async throws {
    let run = try await Program.run(
      ["policy", "format", "--check", "Policies/xiongan/points-settlement/scenarios"]
    )
    #expect(run.exitCode == 0 && run.output.hasPrefix("as they should be: 3,"), "\(run.errors)")
  }

  // MARK: policy facts

  @Test func `facts go out as a table, in either language`() async throws {
    let english = try await Program.run(["policy", "facts", "--on", "2026-11-23"])
    #expect(english.exitCode == 0 && english.errors.isEmpty)
    #expect(english.output.hasPrefix("name,name in Chinese,kind,"))
    let chinese = try await Program.run(
      ["policy", "facts", "Policies", "--on", "2026-11-23", "--language", "zh", "--bom"]
    )
    #expect(chinese.output.hasPrefix("\u{FEFF}英文名称,中文名称,种类,"))
    #expect(
      chinese.output.split(separator: "\r\n").count == english.output.split(separator: "\r\n").count
    )
    let china = try await Program.run(["policy", "facts", "--jurisdiction", "china"])
    #expect(china.exitCode == 0 && !china.output.contains("round year"))
  }

  @Test(arguments: [
    (["--on", "soon"], 64), (["nowhere"], 65), (["--jurisdiction", "nowhere"], 65),
    (["--jurisdiction", "china", "--on", "1990-01-01"], 65),
  ])
  func `facts of nowhere are refused`(arguments: [String], code: Int) async throws {
    let run = try await Program.run(["policy", "facts"] + arguments)
    #expect(Int(run.exitCode) == code && run.output.isEmpty && !run.errors.isEmpty)
  }
}
