import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// Shipped measures with a few things changed at random: whatever the compiler says, it says it
/// soon and never falls over.
@Suite struct ChangedMeasureTests {
  private static let signs = Array(
    "|{}()[]*`\"·<>=!-+/,.:# \n0123456789abc年月分“”，：（）＞９".unicodeScalars
  )

  private static func mutated(_ text: String, _ random: inout SplitMix64) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let line = Int.random(in: lines.indices, using: &random)
      let other = Int.random(in: lines.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: other)
      case 2: lines.swapAt(line, other)
      case 3: lines[line] += lines[other]
      default:
        var scalars = Array(lines[line].unicodeScalars)
        let place = Int.random(in: 0...scalars.count, using: &random)
        let sign = signs[Int.random(in: signs.indices, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where place < scalars.count: scalars.remove(at: place)
        case 1 where place < scalars.count: scalars[place] = sign
        default: scalars.insert(sign, at: place)
        }
        lines[line] = String(String.UnicodeScalarView(scalars))
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: 0..<60) func `a measure with something changed is judged`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var files = ShippedPolicies.measures
    let index = Int.random(in: files.indices, using: &random)
    let text = String(decoding: files[index].bytes, as: UTF8.self)
    let changed = ChangedMeasureTests.mutated(text, &random)
    files[index].bytes = Array(changed.utf8)
    let clock = ContinuousClock()
    var report = Report()
    let time = clock.measure {
      let library = PolicyLibrary(files: files)
      let checker = PolicyChecker(library)
      report = checker.report
      // What passes can also be decided.
      for set in checker.sets.compactMap(\.set) { decideSomebody(set) }
    }
    #expect(time < .seconds(20), "seed \(seed)")
    for language in Language.allCases {
      #expect(report.text(DiagnosticFormatter(language: language)).count < 2_000_000)
    }
  }

  /// Decides somebody known and somebody unknown by every rule, for the sake of not falling over.
  private func decideSomebody(_ set: PolicySet) {
    guard let day = CivilDate(year: 2024, month: 6, day: 1) else { return }
    for person in [SamplePerson(set.model), SamplePerson(unknown: set.model)] {
      let evaluator = Evaluator(
        program: set.program,
        facts: person.facts,
        records: person.records,
        legalDate: day
      )
      for rule in set.rules where rule.parameters.isEmpty {
        if let kind = rule.records {
          _ = try? evaluator.value(of: rule.id, record: person.first(of: kind))
        } else {
          _ = try? evaluator.value(of: rule.id)
        }
      }
    }
  }
}
