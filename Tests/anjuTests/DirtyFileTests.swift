import Foundation
import TestSupport
import Testing

/// People's files that are damaged, hostile or somewhere else.
@Suite(.serialized)
struct DirtyFileTests {
  /// A file that is refused: its name, its bytes, where the finding stands and what it says.
  struct Dirt: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var place: String
    var says: String

    var testDescription: String { "\(name) \(says)" }

    init(_ name: String, _ text: String, _ place: String, _ says: String) {
      self.init(name, Array(text.utf8), place, says)
    }

    init(_ name: String, _ bytes: [UInt8], _ place: String, _ says: String) {
      (self.name, self.bytes, self.place, self.says) = (name, bytes, place, says)
    }
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static let dirt: [Dirt] = [
    Dirt("a.yaml", [0x61, 0x3A, 0x20, 0xFF], "1:4", "not UTF-8"),
    Dirt("gbk.yaml", [0xB3, 0xF6, 0xC9, 0xFA, 0x3A, 0x20, 0x31], "1:1", "not UTF-8"),
    Dirt("utf16.yaml", [0xFF, 0xFE, 0x61, 0x00], "1:1", "UTF-16"),
    Dirt("nul.yaml", "works: yes\nse\0x: male", "2:3", "U+0000"),
    Dirt("nul.json", "{\"sex\": \"ma\\u0000le\"}", "1:9", "U+0000"),
    Dirt("big.yaml", times(10_000_000, "a"), "1:1", "too large"),
    Dirt("long.yaml", times(1_000_000, "名"), "1:1", "too large"),
    Dirt("empty.yaml", "", "1:1", "an empty file"),
    Dirt("blank.yaml", " \n# nothing\n\n", "", "an empty file"),
    Dirt("empty.json", "{", "1:1", "without its partner"),
    Dirt("quotes.yaml", times(20_000, "\"") + ": 1", "1:3", "text after the end"),
    Dirt("quotes.json", times(20_000, "\""), "1:3", "text after the end"),
    Dirt("brackets.yaml", "a: " + times(10_000, "["), "1:", "nested too deep"),
    Dirt("braces.json", times(10_000, "{\"a\":"), "1:", "nested too deep"),
    Dirt("lists.json", "{\"a\":" + times(10_000, "["), "1:", "nested too deep"),
    Dirt("dashes.yaml", times(10_000, "- "), "1:", "nested too deep"),
    Dirt("levels.yaml", (0..<900).map { times($0, " ") + "a:\n" }.joined(), "", "nested too deep"),
    Dirt("alias.yaml", "sex: &a male\ntitle: *a\n", "1:6", "anchor"),
    Dirt("laughs.yaml", "a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n", "1:4", "anchor"),
    Dirt("many.yaml", (0..<15_000).map { "f\($0): 1\n" }.joined(), "", "too many values"),
    Dirt("wrong.yaml", (0..<9_000).map { "sax\($0): 1\n" }.joined(), "1:1", "no fact is called"),
    Dirt(
      "columns.json",
      "{" + (0..<3_000).map { "\"c\($0)\":1" }.joined(separator: ",") + "}",
      "1:2",
      "no fact is called"
    ),
    Dirt("twice.yaml", "sex: male\n性别: 男\n", "2:1", "stands twice"),
    Dirt("twice.json", "{\"sex\": \"male\",\n \"sex\": \"male\"}", "2:2", "given twice"),
    Dirt("unknown.yaml", "sexx: male\n", "1:1", "did you mean sex?"),
    Dirt("attribute.yaml", "relation: spouse\n", "1:1", "no fact is called relation"),
    Dirt("day.yaml", "birth date: 2023-02-29\n", "1:13", "cannot be read"),
    Dirt("year.yaml", "birth date: 1029-01-01\n", "1:13", "outside"),
    Dirt("octal.yaml", "round year: 02023\n", "1:13", "cannot be read"),
    Dirt("clock.yaml", "round year: 20:23\n", "1:13", "cannot be read"),
    Dirt("null.yaml", "sex:\n", "1:", "no value"),
    Dirt("list.yaml", "- sex: male\n", "1:1", "no names of facts"),
    Dirt("text.yaml", "male\n", "1:1", "no names of facts"),
    Dirt("tabs.yaml", "homes:\n\t- {from: 2020-01}\n", "2:1", "a tab"),
    Dirt("two.yaml", "sex: male\n---\nsex: female\n", "2:1", "several documents"),
    Dirt("tag.yaml", "sex: !!python/object male\n", "1:6", "tag"),
    Dirt("escape.yaml", "\"\\e[31m\": 1\n", "1:1", "U+001B"),
    Dirt(
      "spell.yaml",
      "homes:\n  - {from: 2020-03, to: 2020-02, tenure: own}\n",
      "2:5",
      "ends before"
    ),
    Dirt(
      "records.yaml",
      "honours:\n" + times(21, "  - {honour level: nation}\n"),
      "2:3",
      "21 Honours; at most 20"
    ),
  ]

  /// All in one run: a file that is refused keeps no other from being read.
  @Test(arguments: ["en", "zh"])
  func `dirty files are refused where they are dirty, soon, and decide nothing`(
    language: String
  ) async throws {
    let scratch = try Scratch()
    let files = try DirtyFileTests.dirt.map { try scratch.file($0.name, $0.bytes) }
    let run = try await Program.assess(files, ["--language", language])
    #expect(run.exitCode == 65)
    #expect(run.output.isEmpty)
    #expect(!run.errors.contains("\u{1B}"))
    #expect(Program.peak < Program.memory)
    let (word, fix) = language == "en" ? (": error: ", "fix: ") : (": 错误: ", "改法：")
    var said = [String](repeating: "", count: files.count)
    var current = 0
    for line in run.errors.split(separator: "\n") {
      current = files.firstIndex { line.hasPrefix($0 + ":") } ?? current
      said[current] += line + "\n"
    }
    for (index, dirt) in DirtyFileTests.dirt.enumerated() {
      let text = said[index]
      #expect(text.hasPrefix("\(files[index]):\(dirt.place)"), "\(text.prefix(400))")
      #expect(text.contains(word) && text.contains(fix), "\(dirt.name): \(text.prefix(400))")
      #expect(text.utf8.count < 50_000, "\(dirt.name)")
      if language == "en" {
        #expect(text.contains(dirt.says), "\(dirt.name): \(text.prefix(400))")
      }
    }
  }

  @Test(arguments: ["big.yaml", "brackets.yaml", "laughs.yaml", "wrong.yaml", "quotes.json"])
  func `no file alone takes long`(name: String) async throws {
    let scratch = try Scratch()
    let dirt = try #require(DirtyFileTests.dirt.first { $0.name == name })
    let file = try scratch.file(name, dirt.bytes)
    // A debug build needs up to five; what grows with the square of such a file needs minutes.
    let run = try await Program.run(["assess", file, "--on", "2026-11-23"], onSeconds: 30)
    #expect(run.exitCode == 65 && run.output.isEmpty, "\(run.exitCode)")
  }

  @Test func `a program that wants more of a processor than it may have is ended`() async throws {
    let run = try await ProgramRun.of(
      URL(filePath: "/bin/sh"),
      ["-c", "ulimit -t 1 && while :; do :; done"]
    )
    #expect(run.exitCode > 128)
  }

  @Test func `what is no file is said to be none`() async throws {
    let scratch = try Scratch()
    let folder = scratch.url.path
    _ = try scratch.file("a.yaml", "sex: male")
    for (path, says) in [
      (folder, "is a folder"), (folder + "/b.yaml", "there is no file"),
      (folder + "/a.yaml/b.yaml", "there is no file"), ("/dev/zero", "bytes"), ("", "there is no"),
    ] {
      let run = try await Program.assess([path])
      #expect(run.exitCode == 65 && run.output.isEmpty, "\(path)")
      #expect(run.errors.hasPrefix("anju: ") && run.errors.contains(says), "\(run.errors)")
    }
    #expect(Program.peak < Program.memory)
  }

  @Test func `a file that cannot be opened is said to be so, whoever asks`() async throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.yaml", "sex: male")
    let links = FileManager.default
    let (dangling, ring) = (scratch.url.path + "/dangling.yaml", scratch.url.path + "/ring.yaml")
    try links.createSymbolicLink(atPath: dangling, withDestinationPath: "gone.yaml")
    try links.createSymbolicLink(atPath: ring, withDestinationPath: "ring.yaml")
    let folder = scratch.url.path + "/b.yaml"
    try links.createDirectory(atPath: folder, withIntermediateDirectories: false)
    var cases = [
      (dangling, "there is no file", "没有文件"), (ring, "cannot be read", "无法读取"),
      (folder, "is a folder", "是文件夹"),
    ]
    // Whoever may do everything may read everything.
    if geteuid() != 0 {
      chmod(file, 0)
      cases.append((file, "may not be read", "无权读取"))
    }
    for (path, english, chinese) in cases {
      for (language, says) in [("en", english), ("zh", chinese)] {
        let run = try await Program.assess([path], ["--language", language])
        #expect(run.exitCode == 65 && run.output.isEmpty)
        #expect(run.errors.contains(says) && run.errors.contains(path), "\(run.errors)")
      }
    }
  }

  @Test func `a name with spaces, Chinese and signs is a name like any other`() async throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Program.resident("engineer"), encoding: .utf8)
    for name in ["陈 志远.yaml", "-engineer's [1].yml", "no type", "a:b|c?.yaml"] {
      let run = try await Program.assess([try scratch.file(name, text)])
      #expect(run.exitCode == 0 && run.output.contains("陈志远"), "\(name): \(run.errors)")
    }
  }

  @Test func `what cannot be true is returned, never decided`() async throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "impossible.yaml",
      "name: 某人\nhousehold place: xiongan\npermit state: active\n"
    )
    for (language, says) in [("en", "these facts cannot be"), ("zh", "不予认定")] {
      let run = try await Program.assess([file], ["--language", language])
      #expect(run.exitCode == 65 && run.output.isEmpty)
      #expect(run.errors.hasPrefix("\(file):") && run.errors.contains(says))
      #expect(!run.errors.contains("某人"))
    }
  }

  @Test func `a message shows the line that is wrong and no other`() async throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "person.yaml",
      "name: 某某人\nbirth date: 1986-11-11\nsex: mail\n"
    )
    let run = try await Program.assess([file])
    #expect(run.errors.contains("3 | sex: mail"))
    #expect(!run.errors.contains("某某人") && !run.errors.contains("1986"))
  }

  @Test func `of a file on one line, a message shows no neighbour of what is wrong`() async throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "person.json",
      #"{"name": "某某人", "birth date": "1986-11-11", "sex": "mail", "education": "master"}"#
    )
    let run = try await Program.assess([file])
    #expect(run.exitCode == 65 && run.errors.contains(":1:52: error: sex has no such value"))
    #expect(!run.errors.contains("某某人") && !run.errors.contains("1986"), "\(run.errors)")
  }
}
