import Foundation
import Policy
import Scoring

/// Our side of the benchmarks: does on request what is named, and says what it took.
///
///     anju-bench WORKLOAD [BATCHES]
///     anju-bench equal-people COUNT
///
/// Without a number of batches it reads lines from standard input and does one batch for each, so
/// that whoever measures can let others run in between. Each batch is a line: how much was done,
/// nanoseconds on the clock, nanoseconds of the processors, a sum of the answers.
@main
struct AnjuBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let number = arguments.dropFirst().first.flatMap { Int($0) }
    if arguments.first == "equal-people", let number {
      let law = try equalLaw()
      var people = People(law, seed: equalSeed)
      return try PeerPeople(law, people.anyone(count: number)).write()
    }
    guard let name = arguments.first, let workload = try workload(name) else {
      FileHandle.standardError.write(Data("usage: anju-bench \(names)\n".utf8))
      exit(64)
    }
    var first = 0
    func batch() throws {
      let stopwatch = Stopwatch()
      let (count, sum) = try workload.batch(from: first)
      let elapsed = stopwatch.elapsed
      first += count
      print(count, elapsed.wall, elapsed.processor, sum)
      fflush(nil)
    }
    if let number {
      for _ in 0..<number { try batch() }
    } else {
      while readLine() != nil { try batch() }
    }
  }

  private static let names =
    "check|assess[-unknown]|decide[-unknown]|changes|equal-assess|equal-decide [BATCHES]"
  /// The people whom peers decide too.
  private static let equalSeed: UInt64 = 7

  private static func equalLaw() throws -> Law {
    try Law("Benchmarks/equal-policy", "equal", on: "2026-11-23")
  }

  private static func workload(_ name: String) throws -> (any Workload)? {
    switch name {
    case "check": return CheckWorkload(folder: "Policies")
    case "assess", "assess-unknown", "decide", "decide-unknown":
      let law = try Law("Policies", "xiongan", on: "2026-11-23")
      let examples = try residents(law)
      var people = People(law, seed: 2_026)
      return PeopleWorkload(
        law: law,
        people: people.residents(
          like: examples,
          count: 4_096,
          known: !name.hasSuffix("-unknown")
        ),
        explains: name.hasPrefix("assess")
      )
    case "changes":
      let law = try Law("Policies", "xiongan", on: "2026-11-23")
      let examples = try residents(law)
      var people = People(law, seed: 2_026)
      return ChangesWorkload(
        law: law,
        people: people.residents(like: examples, count: 512, known: true),
        library: PolicyLibrary(files: try PolicyFiles.read("Policies"))
      )
    case "equal-assess", "equal-decide":
      let law = try equalLaw()
      var people = People(law, seed: equalSeed)
      return PeopleWorkload(
        law: law,
        people: people.anyone(count: 4_096),
        explains: name == "equal-assess"
      )
    default: return nil
    }
  }

  private static func residents(_ law: Law) throws -> [Facts] {
    let folder = "Examples/residents"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { try People.example("\(folder)/\($0)", law) }
  }
}
