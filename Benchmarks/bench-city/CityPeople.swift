package import Casework
import ExpressionLanguage

/// The histories of people who are nobody, by their place in the list.
package enum CityPeople {
  /// The districts in which they live.
  package static let districts = ["rongcheng", "rongdong", "xiongxian", "anxin", "dongdaying"]
  private static let hand = BenchOffice.clerk.hand
  private static let department = Hand(
    account: "bench",
    role: .department,
    office: "public service"
  )

  /// The name of a file, from the place in the list.
  package static func id(_ index: Int) -> ResidentID {
    let letters = Array(ResidentID.alphabet)
    var rest = UInt64(index) &* 0x9E37_79B9_7F4A_7C15 >> 14
    var text = ""
    for _ in 0..<ResidentID.length {
      text.append(letters[Int(rest & 31)])
      rest >>= 5
    }
    guard let id = ResidentID(text) else { preconditionFailure("no name of a file") }
    return id
  }

  /// What an office has on one of them: registration, residence, facts, and for most a permit.
  package static func history(
    _ index: Int,
    facts: Int
  ) -> (resident: ResidentID, entries: [FileEntry]) {
    var entries: [FileEntry] = []
    let arrival =
      (CivilDate(year: 2024, month: 1, day: 1) ?? .earliest)
      .adding(days: index % 1_000) ?? .latest
    func add(_ event: Event, _ days: Int, _ by: Hand = hand) {
      let day = min(arrival.adding(days: days) ?? .latest, BenchOffice.day)
      entries.append(FileEntry(event, on: day, by: by))
    }
    let identity = Identity(
      name: BenchOffice.name(index),
      number: BenchOffice.number(index),
      registeredAddress: "某省某市某路\(index)号",
      householdPlace: index % 4 == 0 ? "beijing" : "elsewhere"
    )
    add(.person(.registered(identity: identity, phone: "1990000\(1_000 + index % 9_000)")), 0)
    let residence = Residence(
      address: "雄安新区某路\(index)号",
      district: districts[index % districts.count],
      place: "xiongan",
      from: arrival,
      proof: "lease"
    )
    add(.person(.residenceRegistered(residence: residence)), 0)
    for fact in 0..<facts {
      let statement = FactStatement(
        fact: names[fact % names.count],
        content: .value(text: "true"),
        source: "public service",
        asOf: arrival,
        reference: "bench/\(index)/\(fact)"
      )
      add(.fact(.stated(statement: statement, supersedes: [])), fact, department)
    }
    if index % 10 < 6 {
      permit(index, add)
    } else if index % 10 < 7 {
      add(submission, 200)
    }
    return (id(index), entries)
  }

  private static let names = [
    "stable employment", "stable residence", "continuous study", "criminal record",
    "limited mobility", "employer qualifies", "specially needed", "staff of a relocated unit",
  ]
  private static let submission = Event.application(
    .submitted(basis: .employment, medium: .paper, papers: ["identity card"], actedFor: nil)
  )

  private static func permit(_ index: Int, _ add: (Event, Int, Hand) -> Void) {
    add(submission, 200, hand)
    let accepted = BenchOffice.day.adding(days: -100) ?? .earliest
    add(.application(.accepted(number: 1, since: accepted, isDeemed: false)), 202, hand)
    let decision = ApplicationDecision(
      isApproval: true,
      on: BenchOffice.day,
      reasons: [],
      remedies: [],
      law: [],
      facts: []
    )
    add(.application(.decided(number: 1, decision: decision)), 206, hand)
    let due = BenchOffice.day.adding(days: index % 365) ?? .latest
    let card = Card(serial: "BENCH-\(index)", made: accepted)
    add(.permit(.issued(application: 1, card: card, due: due)), 210, hand)
  }
}
