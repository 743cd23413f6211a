import Casework
import ExpressionLanguage
import TestSupport
import Testing

/// A few files that anybody of the office may link, appoint and merge in any order.
private struct Village {
  var files: [ResidentID: ResidentFile] = [:]
  var generator: SplitMix64
  var day = Office.day("2024-03-01")

  init(_ seed: UInt64) {
    generator = SplitMix64(seed: seed)
    for (index, born) in ["1955-01-01", "1980-01-01", "1981-01-01", "1981-01-01", "2010-01-01"]
      .enumerated()
    {
      // Two of them are one person.
      let number: UInt64 = index == 3 ? 2 : UInt64(index)
      var one = OfficeCase(UInt64(index + 1), on: day)
      let identity = Office.identity(number, born: Office.day(born), isMale: true)
      one.record(.person(.registered(identity: identity, phone: nil)))
      files[one.id] = one.file
    }
  }

  private mutating func pick<T>(_ all: [T]) -> T {
    all[Int.random(in: 0..<all.count, using: &generator)]
  }

  private mutating func command(about other: ResidentID) -> PersonCommand {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...3: .linkRelative(relative: other, relation: pick(FamilyRelation.allCases))
    case 4...5: .unlinkRelative(relative: other, reason: "checked")
    case 6...7: .appointGuardian(guardian: other, ground: .minor)
    case 8: .endGuardian(guardian: other, reason: "checked")
    default: .merge(duplicate: other)
    }
  }

  /// Asks something at random; what kind of thing was done, if it was.
  mutating func step() throws -> String? {
    let ids = files.keys.sorted()
    let (id, other) = (pick(ids), pick(ids))
    let command = Command.person(command(about: other))
    if pick([true, false, false]) { day = day.adding(days: 30) ?? day }
    guard let file = files[id] else { return nil }
    let desk = Desk(
      actor: Office.clerk,
      purpose: .usual(of: .clerk, for: command.action),
      today: day,
      law: try Office.law(on: day),
      files: files
    )
    guard let decided = try? file.decide(command, at: desk) else { return nil }
    for (id, events) in [(id, decided.events)] + decided.others.map({ ($0.resident, $0.events) }) {
      for event in events {
        files[id]?.apply(FileEntry(event, on: day, by: Office.clerk.hand))
      }
    }
    return decided.events.first?.type
  }
}

struct FamilyPropertyTests {
  @Test func `whatever is linked, appointed and merged, both files say the same`() throws {
    var done: Set<String> = []
    for seed in 0..<40 as Range<UInt64> {
      var village = Village(seed)
      for _ in 0..<60 {
        if let type = try village.step() { done.insert(type) }
      }
      for (id, file) in village.files {
        let spouses = file.person.relatives.values.filter { $0 == .spouse }
        #expect(spouses.count <= 1, "seed \(seed)")
        for (other, relation) in file.person.relatives {
          #expect(other != id)
          #expect(village.files[other]?.person.relatives[id] == relation.inverse, "seed \(seed)")
        }
        for (guardian, ground) in file.person.guardians {
          #expect(guardian != id)
          #expect(village.files[guardian]?.person.wards[id] == ground, "seed \(seed)")
        }
        for (ward, ground) in file.person.wards {
          #expect(village.files[ward]?.person.guardians[id] == ground, "seed \(seed)")
        }
        if let survivor = file.person.mergedInto {
          #expect(village.files[survivor]?.person.mergedFrom.contains(id) == true)
          #expect(file.person.relatives.isEmpty && file.person.guardians.isEmpty)
        }
      }
    }
    #expect(
      done == [
        "person/relative-linked", "person/relative-unlinked", "person/guardian-appointed",
        "person/guardian-ended", "person/merged-from",
      ]
    )
  }
}
