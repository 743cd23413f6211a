import Foundation
import TestSupport
import Testing

/// `anju ask` from outside: whole conversations, and the file that comes of them.
@Suite(.serialized)
struct AskCommandTests {
  private let day = ["--on", "2026-11-23"]

  private func ask(
    _ lines: [String],
    _ more: [String] = [],
    in folder: URL
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      ProgramRun.product("anju"),
      ["ask"] + more + day,
      environment: ["LC_ALL": "C", "NO_COLOR": "", "TERM": "xterm-256color"],
      input: lines.map { $0 + "\n" }.joined(),
      in: folder,
      timeLimit: Program.limit
    )
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test func `an engineer is asked until the points are known, and no further`() async throws {
    let scratch = try Scratch()
    let lines = [
      "elsewhere", "1986-11-11", "active", "none", "yes", "yes", "y", "yes", "2022-12", "still",
      "xiongan", "no", "services", "elsewhere", "no", "master", "intermediate", "2026", "yes",
      "2022-12", "now", "rented", "2", "no", "yes", "spouse", "1988-03-03", "no", "elsewhere",
      "no", "no", "no", "",
    ]
    let run = try await ask(lines, ["--to", "me.yaml"], in: scratch.url)
    let file = try text("me.yaml", in: scratch.url)
    Golden.expect(run.output + "\n---\n" + file, equals: "ask/engineer.txt")
    #expect(run.exitCode == 0 && run.errors.isEmpty)
    #expect(run.output.contains("81.00 points"))
    let again = try await ask([], ["me.yaml"], in: scratch.url)
    #expect(again.exitCode == 0 && again.output.contains("81.00 points"))
  }

  @Test func `someone registered here is asked little, in Chinese`() async throws {
    let scratch = try Scratch()
    let lines = ["为什么", "结果", "１", "清单", "", ""]
    let run = try await ask(lines, ["--language", "zh"], in: scratch.url)
    Golden.expect(
      run.output + "\n---\n" + (try text("我的资料.yaml", in: scratch.url)),
      equals: "ask/registered.txt"
    )
  }

  @Test func `back, skip, why and bad answers; the end of the input loses nothing`() async throws {
    let scratch = try Scratch()
    let lines = [
      "somewhere", "beijing", "why", "back", "3", "help", "skip", "?", "list", "result", "none",
      "maybe", "no", "yes", "1",
    ]
    let run = try await ask(lines, ["--to", "me.yaml"], in: scratch.url)
    let file = try text("me.yaml", in: scratch.url)
    Golden.expect(run.output + "\n---\n" + file, equals: "ask/wanderer.txt")
    #expect(run.exitCode == 2)
  }

  @Test func `a file that is there is written over only by whoever says so`() async throws {
    let scratch = try Scratch()
    let path = try scratch.file("mine.yaml", "dear: diary\n")
    for answer in [["no"], []] {
      let run = try await ask(answer, ["--to", "mine.yaml"], in: scratch.url)
      #expect(run.exitCode == 65 && run.errors.contains("stays as it is"))
      #expect(try text("mine.yaml", in: scratch.url) == "dear: diary\n")
    }
    let run = try await ask(["yes", "beijing"], ["--to", path], in: scratch.url)
    #expect(run.exitCode == 2)
    #expect(try text("mine.yaml", in: scratch.url).contains("household place: beijing"))
  }

  @Test func `a file by hand stays as it is; one of ours is gone on with`() async throws {
    let scratch = try Scratch()
    let hand = "# by hand\nhousehold place: {value: beijing, source: 公安, as of: 2026-10-01}\n"
    _ = try scratch.file("me.yaml", hand)
    let first = try await ask(["1986-11-11"], ["me.yaml"], in: scratch.url)
    #expect(first.output.contains("me-answers.yaml"))
    #expect(try text("me.yaml", in: scratch.url) == hand)
    let written = try text("me-answers.yaml", in: scratch.url)
    let kept = "household place: {value: beijing, source: \"公安\", as of: \"2026-10-01\"}"
    #expect(written.contains(kept))
    _ = try await ask(["1"], ["me-answers.yaml"], in: scratch.url)
    let more = try text("me-answers.yaml", in: scratch.url)
    #expect(more.split(separator: "\n").count > written.split(separator: "\n").count)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(names.sorted() == ["me-answers.yaml", "me.yaml"])
  }

  @Test func `what is not finished is kept as a remark`() async throws {
    let scratch = try Scratch()
    let lines = ["1", "elsewhere", "yes", "university"]
    let more = ["--channel", "returning-graduates", "--to", "me.yaml"]
    _ = try await ask(lines, more, in: scratch.url)
    let remark = "# not finished, so not counted: graduations\n#  - {school kind: university}\n"
    #expect(try text("me.yaml", in: scratch.url).contains(remark))
  }

  @Test func `an interruption writes what is known`() async throws {
    let scratch = try Scratch()
    let script = """
      mkfifo line
      : > said
      "$0" ask --to me.yaml --on 2026-11-23 --language en < line >> said &
      exec 3> line
      echo beijing >&3
      while [ "$(grep -c 'questions left' said)" -lt 2 ]; do sleep 0.05; done
      kill -INT $!
      wait $!
      echo $?
      """
    let run = try await ProgramRun.of(
      URL(filePath: "/bin/sh"),
      ["-c", script, ProgramRun.product("anju").path],
      in: scratch.url,
      timeLimit: Program.limit
    )
    #expect(run.output == "2\n")
    #expect(try text("me.yaml", in: scratch.url).contains("household place: beijing"))
  }

  @Test(arguments: [
    (["--channel", "points"], "settlement-by-points"), (["--to", "no/where.yaml"], "--to"),
    (["nobody.yaml"], "there is no file"),
  ])
  func `what cannot be used ends with 65 before anything is asked`(
    arguments: [String],
    said: String
  ) async throws {
    let scratch = try Scratch()
    let run = try await ask([], arguments, in: scratch.url)
    #expect(run.exitCode == 65 && run.output.isEmpty)
    #expect(run.errors.contains(said))
  }
}
