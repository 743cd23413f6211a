import Casework
import ExpressionLanguage
import Registry
import Synchronization

/// Two years of a made-up city: the first fills it, the second is the one that is told.
///
/// Everything comes from the seed; the same seed gives the same journal, event for event.
struct DemoCity {
  /// The days that `anju office demo` plays.
  static let span = DemoSpan(
    start: CivilDate(year: 2024, month: 1, day: 1) ?? .earliest,
    end: CivilDate(year: 2025, month: 12, day: 31) ?? .latest
  )

  let span: DemoSpan
  let office: Office
  let clock: DemoClock
  var random: SeededGenerator
  var people: [DemoPerson] = []
  var today: CivilDate
  var law: OfficeLaw?
  /// What is set out to be done, by day.
  private var agenda: [CivilDate: [(person: Int, deed: DemoDeed)]] = [:]
  var story = DemoStory()

  /// Makes up the people and their arrivals.
  init(
    _ office: Office,
    clock: DemoClock,
    seed: UInt64,
    people count: Int,
    span: DemoSpan = DemoCity.span
  ) {
    self.span = span
    today = span.start
    self.office = office
    self.clock = clock
    random = SeededGenerator(seed: seed)
    var makers = DemoPeople()
    let days = Int(span.end.day - span.start.day)
    for index in 0..<count {
      people.append(makers.person(index, using: &random))
      // Most come in the first year, so that the second has permits to keep.
      let span = Int.random(in: 0..<10, using: &random) < 7 ? days * 2 / 5 : days
      plan(.register, index, in: Int.random(in: 0..<span, using: &random))
    }
  }

  /// Sets something out to be done so many days from today.
  mutating func plan(_ deed: DemoDeed, _ person: Int, in days: Int) {
    guard let day = today.adding(days: days), day <= span.end else { return }
    agenda[day, default: []].append((person, deed))
  }

  /// Adds somebody to whom these things happen, each so many days before the last day.
  mutating func add(
    _ identity: Identity,
    forgetting papers: [String] = [],
    _ deeds: [(before: Int, deed: DemoDeed)]
  ) -> Int {
    let index = people.count
    people.append(
      DemoPerson(
        index: index,
        identity: identity,
        basis: .employment,
        district: "rongdong",
        forgotten: papers,
        isScripted: true
      )
    )
    let last = Int(span.end.day - span.start.day)
    for (before, deed) in deeds { plan(deed, index, in: last - before) }
    return index
  }

  /// A number of days within bounds.
  mutating func days(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// Whether something with so many chances in a hundred happens.
  mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// Plays all days.
  mutating func play(progress: (CivilDate) -> Void) async throws {
    while today <= span.end {
      clock.set(today)
      law = try office.law(on: today)
      try await playDay()
      if today.parts.day == 1 { progress(today) }
      guard let next = today.adding(days: 1) else { return }
      today = next
    }
  }

  /// One day: first what time has made due, then what people do, until nobody does anything more.
  private mutating func playDay() async throws {
    let report = try await office.runDayWork(on: today)
    story.add(report)
    while let deeds = agenda.removeValue(forKey: today), !deeds.isEmpty {
      var asked: [(person: Int, deed: DemoDeed)] = []
      var requests: [Request] = []
      for (person, deed) in deeds where !people[person].isGone {
        guard let request = request(deed, person) else { continue }
        asked.append((person, deed))
        requests.append(request)
      }
      let results = try await office.run(requests)
      for ((person, deed), result) in zip(asked, results) {
        switch result {
        case .success(let receipt): follow(deed, person, receipt)
        case .failure(let rejection): fail(deed, person, rejection)
        }
      }
    }
  }
}

/// The clock of the demo: it stands where it is set.
final class DemoClock: Sendable {
  private let day = Mutex(DemoCity.span.start)

  /// Sets it to nine in the morning of a day.
  func set(_ day: CivilDate) { self.day.withLock { $0 = day } }

  /// The clock for the office.
  var officeClock: OfficeClock {
    OfficeClock { OfficeClock.morning(of: self.day.withLock { $0 }).now() }
  }
}
