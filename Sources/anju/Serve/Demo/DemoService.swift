import Accounts
import Casework
import EventStore
import ExpressionLanguage
import Foundation
import Registry
import WebService

/// The made-up city of `anju serve --demo`: played once into a folder, up to yesterday, with
/// accounts as which anybody may sign in.
struct DemoService {
  private let folder: ServeFolder
  private let laws: LawCabinet
  private let people: Int
  private let language: Language

  init(_ folder: ServeFolder, laws: LawCabinet, people: Int, _ language: Language) {
    self.folder = folder
    self.laws = laws
    self.people = people
    self.language = language
  }

  /// The people of a demo as whom anybody may sign in.
  static func people(of folder: ServeFolder) throws -> [DemoPersonCard] {
    try JSONDecoder().decode([DemoPersonCard].self, from: Data(FileBytes.read(folder.demoPeople)))
  }

  /// Makes the city where it is not there: whole, or not at all.
  func prepare() async throws {
    if FileStatus(folder.demoPeople) != nil { return }
    if FileStatus(folder.path) != nil {
      throw BadInput(
        english: "\(folder.path): is there and is no demo; name another --folder",
        chinese: "\(folder.path)：已存在且不是演示文件夹；请用 --folder 另行指定"
      )
    }
    let making = ServeFolder(path: folder.path + ".making")
    try? FileManager.default.removeItem(atPath: making.path)
    try PrivateFile.makeFolder(making.path)
    Console.complain(
      language == .chinese
        ? "正在生成演示城市（\(people)人，两年）…\n"
        : "making a demo city (\(people) people, two years)…\n"
    )
    do {
      try await play(in: making)
      try FileManager.default.moveItem(atPath: making.path, toPath: folder.path)
    } catch {
      try? FileManager.default.removeItem(atPath: making.path)
      throw error
    }
  }

  private func play(in folder: ServeFolder) async throws {
    let today = OfficeClock.system.now().date
    guard let yesterday = today.adding(days: -1),
      let start = today.adding(months: -24, monthEnd: .down)
    else { throw BadInput(english: "the clock is wrong", chinese: "系统时钟有误") }
    let store = try SQLiteStore.open(
      path: folder.journal,
      keys: .demo,
      schema: Office.schema,
      options: StoreOptions(keySource: .seeded(1))
    )
    defer { store.close() }
    let clock = DemoClock()
    let office = Office.open(
      store: store,
      laws: laws,
      clock: clock.officeClock,
      ids: ResidentIDs(SeededGenerator(seed: 0x5EED))
    )
    var city = DemoCity(
      office,
      clock: clock,
      seed: 1,
      people: people,
      span: DemoSpan(start: start, end: yesterday)
    )
    var places: [DemoPart: Int] = [:]
    for part in DemoPart.allCases {
      let (name, born, order) = part.person
      guard
        let number = DemoPeople.numberOf(born: CivilDate(year: born, month: 3, day: 9), order)
      else { continue }
      let identity = Identity(
        name: name,
        number: number,
        registeredAddress: "某省某市某路1号",
        householdPlace: "elsewhere"
      )
      places[part] = city.add(identity, forgetting: part.forgotten, part.deeds)
    }
    try await city.play { _ in }
    clock.set(yesterday)
    let keys = try ServeFolder.keys(
      ServeConfiguration(file: [], environment: [:], flags: [:]),
      environment: [:],
      isDemo: true
    )
    let accounts = try await AccountStore.open(
      path: folder.accounts,
      key: keys.accounts,
      options: .demonstration
    ) { OfficeClock.system.now().milliseconds }
    defer { try? accounts.close() }
    let cast = try await DemoCast(
      office: office,
      accounts: accounts,
      residents: places.compactMapValues { city.people[$0].resident }
    ).cards()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try PrivateFile.write([UInt8](encoder.encode(cast)), to: folder.demoPeople, replacing: false)
  }
}
