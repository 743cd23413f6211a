import ArgumentParser
import Casework
import EventStore
import ExpressionLanguage
import Registry

/// Plays a made-up city.
struct OfficeDemo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Play a made-up city's permits, and tell the story and the statistics.",
    discussion: """
      Arrivals, applications, notices, checks, endorsements kept and missed, losses, moves, fraud, \
      from one seed: the same seed gives the same journal. Nobody in it is anybody. With --store \
      the journal is kept, to be looked into with --demo.
      """
  )

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  @Option(help: "How many people, from 1 to 10000.")
  var people: Int = 5_000

  @Option(help: "Where to keep the journal; without it, it is thrown away.")
  var store: String?

  @Option(help: "The language: en or zh.")
  var language: Language = Console.language

  func validate() throws {
    guard (1...10_000).contains(people) else {
      throw ValidationError("--people wants a number from 1 to 10000")
    }
  }

  func run() async throws {
    try await OfficeFailures.telling(language) {
      let folder = try DemoFolder(keeping: store)
      defer { folder.remove() }
      let store = try SQLiteStore.open(
        path: folder.path,
        keys: .demo,
        schema: Office.schema,
        options: StoreOptions(keySource: .seeded(seed))
      )
      defer { store.close() }
      let clock = DemoClock()
      let library = try PolicyFolder.library(nil, language)
      let office = Office.open(
        store: store,
        laws: LawCabinet(library, jurisdiction: "xiongan"),
        clock: clock.officeClock,
        ids: ResidentIDs(SeededGenerator(seed: seed ^ 0x5EED))
      )
      var city = DemoCity(office, clock: clock, seed: seed, people: people)
      try await city.play { day in
        if Console.isTyped { Console.complain("\r\(day)") }
      }
      if Console.isTyped { Console.complain("\r          \r") }
      try await tell(city, store)
    }
  }

  private func tell(_ city: DemoCity, _ store: SQLiteStore) async throws {
    let isChinese = language == .chinese
    let first = DemoCity.span.end.adding(months: -11, monthEnd: .down) ?? DemoCity.span.end
    let report = StatisticsReport(
      population: try await city.office.population(by: DemoStaff.auditor, for: .audit),
      flows: try await city.office.flows(
        from: first.month,
        to: DemoCity.span.end.month,
        by: DemoStaff.auditor,
        for: .audit
      )
    )
    let head = try await store.read { try $0.head() }
    let hash = head.hash.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    Console.write(city.story.text(language) + "\n" + report.text(.text, language) + "\n")
    Console.write(
      isChinese
        ? "日志：\(head.position)项记录，链首 \(hash)\n"
        : "journal: \(head.position) events, head \(hash)\n"
    )
    if self.store != nil {
      let somebody = city.people.lazy.compactMap(\.resident).first?.text ?? "FILE"
      Console.write(
        (isChinese ? "可查看：" : "look into it: ")
          + "anju office show \(somebody) --demo --store \(self.store ?? "") --on \(DemoCity.span.end)"
          + " --as clerk --account you --office window\n"
      )
    }
  }
}
