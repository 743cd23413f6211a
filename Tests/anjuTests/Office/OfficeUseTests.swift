import Foundation
import TestSupport
import Testing

/// Wrong use, bad data, and a journal that cannot be opened: each with its code, in both languages.
@Suite struct OfficeUseTests {
  /// Runs a command in a folder, once in each language.
  private func expect(
    _ arguments: [String],
    code: Int32,
    _ english: String,
    _ chinese: String,
    in folder: URL,
    environment: [String: String] = [:],
    input: String = "",
    place: SourceLocation = #_sourceLocation
  ) async throws {
    for (locale, words) in [("C", english), ("zh_CN.UTF-8", chinese)] {
      let run = try await Program.run(
        arguments,
        environment: TestOffice.nobody.merging(environment) { $1 }
          .merging(["LC_ALL": locale]) { $1 },
        input: input,
        in: folder
      )
      #expect(run.exitCode == code, "\(run.errors)", sourceLocation: place)
      #expect(run.output.isEmpty, sourceLocation: place)
      #expect(run.errors == "anju: \(words)\n", sourceLocation: place)
    }
  }

  @Test func `who does not say who they are is told how to`() async throws {
    let scratch = try Scratch()
    let search = ["office", "search", "x"]
    try await expect(
      search,
      code: 64,
      "say what you act as: --as clerk, or ANJU_ROLE",
      "请写明身份：--as clerk，或者设置 ANJU_ROLE",
      in: scratch.url
    )
    try await expect(
      search,
      code: 64,
      "ANJU_ROLE is none of resident, employer, clerk, reviewer, supervisor, department, "
        + "policy officer, publisher, auditor, agency, system",
      "ANJU_ROLE 应为下列之一：resident、employer、clerk、reviewer、supervisor、department、"
        + "policy officer、publisher、auditor、agency、system",
      in: scratch.url,
      environment: ["ANJU_ROLE": "boss"]
    )
    try await expect(
      search + ["--as", "clerk"],
      code: 64,
      "say who you are: --account NAME, or ANJU_ACCOUNT",
      "请写明账号：--account NAME，或者设置 ANJU_ACCOUNT",
      in: scratch.url
    )
    for wrong in [
      ["--as", "boss"], ["--on", "yesterday"], ["--own-file", "x"], ["--limit", "0"],
    ] {
      let run = try await Program.run(search + wrong, in: scratch.url)
      #expect(run.exitCode == 64, "\(wrong)")
    }
  }

  @Test func `a journal opens with its key only, and a demonstration as one only`() async throws {
    let scratch = try Scratch()
    let key = try scratch.file("key", String(repeating: "0123456789abcdef", count: 4) + "\n")
    chmod(key, 0o600)
    let environment = TestOffice.nobody
    for made in [["--store", "real", "--master-key", "key"], ["--store", "demo", "--demo"]] {
      let run = try await Program.run(
        ["office", "init"] + made,
        environment: environment,
        in: scratch.url
      )
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    let queue = ["office", "queue"] + TestOffice.clerk
    try await expect(
      queue + ["--store", "demo", "--master-key", "key"],
      code: 65,
      "the master key is refused: the store is a demonstration and opens only as one",
      "主密钥不被接受：该库是演示库，只能作为演示打开",
      in: scratch.url
    )
    try await expect(
      queue + ["--store", "real", "--demo"],
      code: 65,
      "the master key is refused: the store is a real one and does not open as a demonstration",
      "主密钥不被接受：该库是正式库，不能作为演示打开",
      in: scratch.url
    )
    try await expect(
      queue + ["--store", "real"],
      code: 65,
      "the master key is refused: ANJU_MASTER_KEY is not set and no key file was named",
      "主密钥不被接受：未设置 ANJU_MASTER_KEY，也未指定密钥文件",
      in: scratch.url
    )
    try await expect(
      queue + ["--store", "real"],
      code: 65,
      "the master key is refused: it is not the key that the store was last given",
      "主密钥不被接受：不是该库最近一次设定的密钥",
      in: scratch.url,
      environment: ["ANJU_MASTER_KEY": String(repeating: "fedcba9876543210", count: 4)]
    )
    try await expect(
      queue + ["--store", "real", "--master-key", "key", "--on", "2026-01-01"],
      code: 64,
      "--on is for demo journals; in an office the day is that of the clock",
      "--on 只用于演示日志；正式办理以系统日期为准",
      in: scratch.url
    )
    try await expect(
      queue + ["--store", "nothing", "--demo"],
      code: 65,
      "nothing cannot be used: there is no such file or folder",
      "nothing 无法使用：没有这个文件或文件夹",
      in: scratch.url
    )
    chmod(key, 0o644)
    try await expect(
      queue + ["--store", "real", "--master-key", "key"],
      code: 65,
      "the master key is refused: others than its owner may use key; chmod 600 it first",
      "主密钥不被接受：key 可被所有者以外的人使用；请先执行 chmod 600",
      in: scratch.url
    )
  }

  @Test func `a refused init leaves neither half a journal nor a key of nothing`() async throws {
    let scratch = try Scratch()
    let there = try scratch.file("there", "something")
    let folder = scratch.url
    try await expect(
      ["office", "init", "--store", "there", "--demo"],
      code: 73,
      "there is there already and stays; name another with --store",
      "there 已存在，保留原样；请用 --store 另取文件名",
      in: folder
    )
    try await expect(
      ["office", "init", "--store", "new", "--master-key", "there", "--make-key"],
      code: 73,
      "there is there already and stays; use it without --make-key, or name another file",
      "there 已存在，保留原样；请去掉 --make-key 使用该密钥，或另取文件名",
      in: folder
    )
    try await expect(
      ["office", "init", "--store", "nowhere/new", "--master-key", "key", "--make-key"],
      code: 65,
      "nowhere/new cannot be used: there is no such file or folder",
      "nowhere/new 无法使用：没有这个文件或文件夹",
      in: folder
    )
    try await expect(
      ["office", "init", "--store", "new"],
      code: 65,
      "the master key is refused: it is neither 64 hexadecimal digits nor Base64 of 32 bytes",
      "主密钥不被接受：既不是64位十六进制数字，也不是32字节的 Base64",
      in: folder,
      environment: ["ANJU_MASTER_KEY": "secret"]
    )
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["there"])
    #expect(try String(contentsOfFile: there, encoding: .utf8) == "something")
  }

  @Test func `one process writes at a time, and others are told so`() async throws {
    let office = try await TestOffice()
    let watcher = Process()
    watcher.executableURL = ProgramRun.product("anju")
    watcher.arguments = [
      "office", "inbox", "box", "--watch", "60", "--demo", "--store", "office.anju",
    ]
    watcher.currentDirectoryURL = office.scratch.url
    watcher.standardOutput = FileHandle.nullDevice
    watcher.standardError = FileHandle.nullDevice
    try watcher.run()
    defer { watcher.terminate() }
    let incoming = office.scratch.url.appending(path: "box/incoming").path
    for _ in 0..<400 where !FileManager.default.fileExists(atPath: incoming) {
      try await Task.sleep(for: .milliseconds(25))
    }
    try await expect(
      ["office", "queue", "--demo", "--store", "office.anju"] + TestOffice.clerk,
      code: 75,
      "office.anju is in use by another process; stop it, or wait until it is done",
      "office.anju 正由另一进程使用；请停止该进程或等待其结束",
      in: office.scratch.url
    )
    // Who only looks is not held up.
    #expect(try await office.store("verify").exitCode == 0)
    #expect(try await office.store("backup", "copy").exitCode == 0)
  }

  @Test func `what is wrong in a person's file is told by its line, never by what it says`()
    async throws
  {
    let office = try await TestOffice()
    let (name, number, phone) = ("陈志远", TestOffice.number, TestOffice.phone)
    let inputs: [(text: String, english: String, chinese: String)] = [
      ("", "standard input:1 cannot be read", "标准输入:1 无法读取"),
      ("- \(name)\n", "standard input:1 cannot be read", "标准输入:1 无法读取"),
      ("name: [\(name)\n\(number)\n", "standard input:1 cannot be read", "标准输入:1 无法读取"),
      ("name: \(name)\n\(number): \(phone)\n", "standard input:2: what stands", "标准输入:2：该项"),
      ("name: \(name)\n", "identity number is missing", "缺少“公民身份号码”"),
      ("identity number: \"\(number)\"\n", "name is missing", "缺少“姓名”"),
      ("name: \(name)\n姓名: \(name)\n", "standard input:2: name wants one value, once", "姓名"),
      ("name: \(name)\nphone: {a: \"\(phone)\"}\n", "standard input:2: phone wants one", "电话"),
      ("name: \(name)\nidentity number: \"\(number.dropLast())8\"\n", "check digit", "校验码"),
      ("name: \(name)\nidentity number: \"\(number)\"\nphone: \(phone)x\n", "phone", "电话"),
    ]
    for (index, input) in inputs.enumerated() {
      // Each in English, and every third in Chinese too: a start of the program takes its time.
      let tongues = [("en", input.english), ("zh", input.chinese)]
      for (language, words) in tongues.prefix(index.isMultiple(of: 3) ? 2 : 1) {
        let run = try await office.run(
          "2026-01-05",
          TestOffice.clerk,
          "register",
          "-",
          language: language,
          input: input.text
        )
        #expect([1, 65].contains(run.exitCode), "\(input.text)")
        #expect(run.errors.contains(words), "\(input.text): \(run.errors)")
        let digits = String(number.dropLast())
        #expect(!run.errors.contains(name) && !run.errors.contains(digits), "\(run.errors)")
        #expect(!run.errors.contains(phone) && run.output.isEmpty, "\(run.errors)")
      }
    }
    let file = try await office.register()
    let person = "name: \(name)\nidentity number: \"\(number)\"\n"
    let twice = try await office.run(
      "2026-01-05",
      TestOffice.clerk,
      "register",
      "-",
      input: person
    )
    #expect(twice.exitCode == 1 && twice.errors.contains("already, in the file \(file)"))
    #expect(!twice.errors.contains(name) && !twice.errors.contains(number))
    for argument in [name, number] {
      let shown = try await office.run("2026-01-05", TestOffice.clerk, "show", argument)
      #expect(shown.exitCode == 65 && shown.errors.hasPrefix("anju: that is no file's name"))
      #expect(!shown.errors.contains(argument))
    }
  }
}
