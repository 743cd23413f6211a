import ExpressionLanguage
import Policy
import Testing

@Suite struct TableProverPropertyTests {
  @Test(arguments: 0..<40)
  func `a proof finds what going through everyone finds`(batch: UInt64) {
    for seed in batch * 25..<batch * 25 + 25 {
      let table = RandomTable.make(seed: seed)
      let truth = BruteForce(table)
      let findings = TableProver.findings(of: table)
      let faults = findings.map(BruteForce.Fault.init)
      #expect(Set(faults).count == faults.count, "seed \(seed) says something twice")
      if faults.count < 20 {
        #expect(Set(faults) == truth.faults(), "seed \(seed)")
      } else {
        #expect(Set(faults).isSubset(of: truth.faults()), "seed \(seed)")
      }
      for finding in findings { #expect(truth.isTrue(finding), "seed \(seed): \(finding)") }
    }
  }

  @Test func `random tables are of every kind`() {
    var right = 0
    var kinds: [BruteForce.Fault: Int] = [:]
    for seed in 0..<1_000 as Range<UInt64> {
      let faults = BruteForce(RandomTable.make(seed: seed)).faults()
      if faults.isEmpty { right += 1 }
      for fault in faults { kinds[fault, default: 0] += 1 }
    }
    #expect(right > 30)
    let wanted: [BruteForce.Fault] = [
      .gap, .overlap(0, 1), .unreachable(1), .guardGap(0), .guardOverlap(0, 0, 1),
    ]
    for kind in wanted { #expect(kinds[kind, default: 0] > 8, "\(kind)") }
  }

  @Test func `only inputs that matter are named, and computed ones make the person doubtful`() {
    for seed in 0..<500 as Range<UInt64> {
      let table = RandomTable.make(seed: seed)
      for finding in TableProver.findings(of: table) {
        let person: ProofPerson
        switch finding {
        case .gap(let who), .overlap(_, _, let who), .guardGap(_, let who),
          .guardOverlap(_, _, _, let who):
          person = who
        case .unreachable, .notProved: continue
        }
        let isComputed = zip(table.variables, person.values).contains {
          $0.isComputed && $1 != nil
        }
        #expect(person.isOnlyPossible == isComputed)
      }
    }
  }
}
