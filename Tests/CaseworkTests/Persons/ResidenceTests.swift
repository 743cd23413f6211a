import Casework
import ExpressionLanguage
import TestSupport
import Testing

struct ResidenceTests {
  private func register(_ address: String, from: String, place: String = "xiongan") -> Command {
    var residence = Office.residence(address, from: Office.day(from))
    residence.place = place
    return .person(.registerResidence(residence: residence))
  }

  private func spans(_ one: OfficeCase) -> [String] {
    one.file.person.residences.map {
      "\($0.number) \($0.residence.from)/\($0.last?.description ?? "…")"
    }
  }

  @Test func `a new address ends the one before on the day before`() throws {
    var one = OfficeCase.registered()
    try one.play([register("a", from: "2023-01-01"), register("b", from: "2023-07-01")])
    #expect(spans(one) == ["1 2023-01-01/2023-06-30", "2 2023-07-01/…"])
    #expect(one.file.person.residence(on: Office.day("2023-06-30"))?.number == 1)
    #expect(one.file.person.residence(on: Office.day("2023-07-01"))?.number == 2)
    #expect(one.file.person.residence(on: Office.day("2022-12-31")) == nil)
    one.expectFoldsFromEmpty()
  }

  @Test func `the same address again is refused`() throws {
    var one = OfficeCase.registered()
    try one.play(register("a", from: "2023-01-01"))
    try one.expectRejection("same-address", of: register("a", from: "2023-07-01"))
    try one.expectRejection("same-address", of: register(" a ", from: "2023-01-01"))
  }

  @Test func `an earlier address fills a gap, and nothing else`() throws {
    var one = OfficeCase.registered()
    try one.play(register("a", from: "2022-01-01"))
    try one.play(.person(.endResidence(residence: 1, last: Office.day("2022-03-31"))))
    try one.play(register("c", from: "2023-01-01"))
    try one.expectRejection("residence-overlaps", of: register("b", from: "2022-03-31"))
    try one.expectRejection("residence-overlaps", of: register("b", from: "2023-01-01"))
    try one.play(register("b", from: "2022-06-01"))
    #expect(
      spans(one) == [
        "1 2022-01-01/2022-03-31", "2 2023-01-01/…", "3 2022-06-01/2022-12-31",
      ]
    )
  }

  @Test func `nobody lives anywhere in the future, before birth or in no place`() throws {
    let one = OfficeCase.registered(born: Office.day("1990-05-05"))
    try one.expectRejection("date-in-future", of: register("a", from: "2024-03-02"))
    try one.expectRejection("before-birth", of: register("a", from: "1990-05-04"))
    try one.expectRejection("no-such-place", of: register("a", from: "2024-01-01", place: "mars"))
    try one.expectRejection("empty-text", of: register("", from: "2024-01-01"))
  }

  @Test func `alone a person registers from today on, never an earlier day`() throws {
    var one = OfficeCase.registered(livingHereFrom: Office.day("2023-01-01"))
    let own = Office.resident(one.id)
    for day in ["2024-02-29", "2023-09-01", "2022-12-01"] {
      try one.expectRejection("backdated-alone", of: register("b", from: day), by: own)
    }
    try one.expectRejection("date-in-future", of: register("b", from: "2024-03-02"), by: own)
    try one.play(register("b", from: "2024-03-01"), by: own)
    #expect(spans(one) == ["1 2023-01-01/2024-02-29", "2 2024-03-01/…"])
    // What proves an earlier day goes to the window.
    var other = OfficeCase.registered(2)
    try other.play(register("a", from: "2023-09-01"))
    try other.expectRejection("not-allowed", of: register("c", from: "2024-03-01"), by: own)
  }

  @Test func `a guardian registers a ward's address from today on, too`() throws {
    var child = OfficeCase.registered(1, born: Office.day("2012-01-01"))
    let guardian = Office.resident(Office.id(2))
    child.record(.person(.guardianAppointed(guardian: Office.id(2), ground: .minor)))
    try child.expectRejection(
      "backdated-alone",
      of: register("a", from: "2023-09-01"),
      by: guardian
    )
    try child.play(register("a", from: "2024-03-01"), by: guardian)
  }

  @Test func `an address ends once, on a day that has come`() throws {
    var one = OfficeCase.registered(livingHereFrom: Office.day("2023-01-01"))
    let end = { (number: Int, day: String) in
      Command.person(.endResidence(residence: number, last: Office.day(day)))
    }
    try one.expectRejection("no-such-residence", of: end(2, "2024-01-01"))
    try one.expectRejection("no-such-residence", of: end(0, "2024-01-01"))
    try one.expectRejection("date-in-future", of: end(1, "2024-03-02"))
    try one.expectRejection("ends-before-it-begins", of: end(1, "2022-12-31"))
    try one.play(end(1, "2024-01-31"))
    #expect(try one.decide(end(1, "2024-01-31")).get().events == [])
    try one.expectRejection("residence-ended", of: end(1, "2024-02-01"))
  }

  @Test func `an identity is not corrected to a birth after an address began`() throws {
    var one = OfficeCase.registered(livingHereFrom: Office.day("2023-01-01"))
    let late = Office.identity(1, born: Office.day("2023-01-02"))
    try one.expectRejection(
      "before-birth",
      of: .person(.correctIdentity(identity: late, reason: "misread"))
    )
    let sound = Office.identity(1, born: Office.day("2023-01-01"))
    try one.play(.person(.correctIdentity(identity: sound, reason: "misread")))
  }

  @Test func `whatever is asked in whatever order, nobody lives at two addresses`() throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      var one = OfficeCase.registered(seed, born: Office.day("1990-01-01"))
      let first = Int(Office.day("2023-01-01").day)
      for _ in 0..<20 {
        let day = CivilDate(day: first + Int.random(in: 0..<425, using: &generator)) ?? .earliest
        let address = "address \(Int.random(in: 0..<4, using: &generator))"
        let number = Int.random(in: 0..<6, using: &generator)
        let command: Command =
          Bool.random(using: &generator)
          ? .person(.registerResidence(residence: Office.residence(address, from: day)))
          : .person(.endResidence(residence: number, last: day))
        if case .success = try one.decide(command) { try one.play(command) }
      }
      let residences = one.file.person.residences.sorted { $0.residence.from < $1.residence.from }
      for (former, next) in zip(residences, residences.dropFirst()) {
        let last = try #require(former.last, "an open one before another, seed \(seed)")
        #expect(former.residence.from <= last && last < next.residence.from, "seed \(seed)")
      }
      one.expectFoldsFromEmpty()
    }
  }
}
