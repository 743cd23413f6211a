import ArgumentParser
import ExpressionLanguage
import FoundationEssentials
import Policy

/// Brings measures, dictionaries and scenarios into the canonical layout.
struct PolicyFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Lay out measures, dictionaries and scenarios in the one canonical way.",
    discussion: """
      Blanks, blank lines, tables and indents change, never what a file says: it is read and \
      compiled again before it is written, and must decide the same. Prose, quotations and \
      comments stay line by line. Full-width signs become plain in expressions only.

      Exit codes: 0 done, 1 with --check: a file is laid out otherwise, 64 usage, 65 a file has \
      errors and is not touched, 70 a mistake of the program, and the file is not touched, 73 a \
      file cannot be written.
      """
  )

  @Argument(help: "Folders and files. Without any, the folder Policies.")
  var paths: [String] = []

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  @Flag(help: "Write nothing; list the files that are laid out otherwise.")
  var check = false

  @Flag(help: "Write one file's text to standard output instead of the file.")
  var stdout = false

  func validate() throws {
    if check, stdout { throw ValidationError("--check and --stdout do not go together") }
    if stdout, paths.count != 1 { throw ValidationError("--stdout wants exactly one file") }
  }

  func run() throws {
    var results: [(name: String, result: LibraryFormatter.Result)] = []
    var seen: Set<String> = []
    for path in paths.isEmpty ? ["Policies"] : paths {
      let targets = try Console.reading(language) { () throws(BadInput) in
        try FormatTargets(path)
      }
      let found = LibraryFormatter.format(
        targets.files,
        targets: targets.targets,
        prefix: targets.prefix
      )
      for result in found {
        let name = targets.prefix + result.path
        let real = try Console.reading(language) { () throws(BadInput) in try RealPath.of(name) }
        if seen.insert(real).inserted { results.append((name, result)) }
      }
    }
    if stdout, results.count != 1 {
      throw ValidationError("--stdout wants exactly one file")
    }
    try finish(results)
  }

  private func finish(_ results: [(name: String, result: LibraryFormatter.Result)]) throws {
    let formatter = DiagnosticFormatter(language: language, colour: Console.hasColour(2))
    var (changed, unreadable, unfaithful) = (0, 0, 0)
    for (name, result) in results {
      switch result.outcome {
      case .unreadable(let diagnostics):
        unreadable += 1
        Console.complain(diagnostics, result.source, formatter)
      case .unfaithful:
        unfaithful += 1
        Console.complain(
          pick(
            "\(name): not touched: the layout would change what it says. This is a mistake of "
              + "the program; please report it with the file.\n",
            "\(name)：未改动：排版会改变含义。这是程序的错误，请连同文件一并报告。\n"
          )
        )
      case .formatted(let bytes):
        if stdout { Console.write(String(decoding: bytes, as: UTF8.self)) }
        guard bytes != result.source.bytes else { continue }
        changed += 1
        if stdout { continue }
        if !check {
          try Console.reading(language, failing: .cannotWrite) { () throws(BadInput) in
            try WholeFile.replace(name, with: bytes)
          }
        }
        Console.write(change(name, from: result.source, to: bytes))
      }
    }
    if !stdout { Console.write(summary(results.count, changed, unreadable + unfaithful)) }
    if unfaithful > 0 { throw ExitCode.mistake }
    if unreadable > 0 { throw ExitCode.badData }
    if check, changed > 0 { throw ExitCode.failure }
  }

  private func pick(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// How many lines of a file change, and the first of them.
  private func change(_ name: String, from source: SourceText, to bytes: [UInt8]) -> String {
    let old = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let new = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let difference = new.difference(from: old) { $0.elementsEqual($1) }
    let count = max(difference.insertions.count, difference.removals.count)
    let first = zip(old, new).prefix { $0.elementsEqual($1) }.count + 1
    return check
      ? pick(
        "\(name):\(first): laid out otherwise (lines that differ: \(count))\n",
        "\(name):\(first)：版式不合规范（\(count)行不同）\n"
      )
      : pick(
        "\(name): formatted (lines changed: \(count), the first is \(first))\n",
        "\(name)：已排版（改动\(count)行，自第\(first)行起）\n"
      )
  }

  private func summary(_ all: Int, _ changed: Int, _ untouched: Int) -> String {
    let same = all - changed - untouched
    return check
      ? pick(
        "as they should be: \(same), laid out otherwise: \(changed), not readable: \(untouched)\n",
        "合规范\(same)个，不合规范\(changed)个，无法读取\(untouched)个\n"
      )
      : pick(
        "formatted: \(changed), as they were: \(same), not touched: \(untouched)\n",
        "已排版\(changed)个，原样\(same)个，未改动\(untouched)个\n"
      )
  }
}
