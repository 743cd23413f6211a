import Casework
import ExpressionLanguage
import TestSupport
import Testing

/// Several residents with families and guardians, and an office that is asked for anything, by
/// anybody, on days that never go back: the persons, what is known of them, their applications and
/// permits, and the day's work, all together.
struct Town {
  /// One command that was asked, as a failing test prints it.
  struct Asked: CustomStringConvertible {
    var day: CivilDate
    var actor: Actor
    var resident: Int
    var command: Command
    var answer: String

    var description: String { "\(day) \(actor.role) on \(resident): \(command) -> \(answer)" }
  }

  /// What one command did.
  struct Step {
    /// What was asked, by whom, of whom.
    var command: Command
    var actor: Actor
    var resident: ResidentID
    /// The desk at which it was decided.
    var desk: Desk
    /// The files before it.
    var before: [ResidentID: ResidentFile]
    /// The answer.
    var answer: Result<Decided, Rejection>
  }

  var generator: SplitMix64
  var day = Office.day("2024-01-29")
  var files: [ResidentID: ResidentFile] = [:]
  var entries: [ResidentID: [FileEntry]] = [:]
  var asked: [Asked] = []
  let people: [ResidentID]
  private let focus: Int
  private var serials = 0

  /// Birth dates of a family of four, a clerk with a file, and two who are one.
  private static let born = [
    "1985-02-28", "1986-12-31", "2009-05-01", "1941-03-03", "1990-07-07", "1985-02-28",
  ]

  init(seed: UInt64) throws {
    generator = SplitMix64(seed: seed)
    focus = Int(seed % 4)
    people = Town.born.indices.map { Office.id(UInt64($0) + 700) }
    for (index, id) in people.enumerated() {
      files[id] = ResidentFile(id: id)
      entries[id] = []
      // The last is the first, registered a second time.
      let number = index == 5 ? 0 : UInt64(index)
      let identity = Office.identity(
        900 + number,
        born: Office.day(Town.born[index]),
        isMale: index.isMultiple(of: 2) || index == 5,
        household: index == 4 ? pick(of: ["xiongan", "beijing"]) : "beijing"
      )
      try fold(.person(.registered(identity: identity, phone: nil)), on: id, by: Office.clerk)
      let since = pick(of: ["2020-01-01", "2023-07-29", "2024-01-15"])
      try fold(
        .person(.residenceRegistered(residence: Office.residence(from: Office.day(since)))),
        on: id,
        by: Office.clerk
      )
      for fact in ["stable employment", "continuous study", "stable residence"] where happens(85) {
        let source = fact == "stable residence" ? "construction" : "public service"
        try know(fact, happens(50), by: source, of: id)
      }
      if happens(85) {
        try know("staff of a relocated unit", happens(10), by: "the relocated unit", of: id)
      }
      let unit = Employer(code: "91139999MA0XN1T018", name: "某公司")
      try fold(.person(.employerChanged(employer: unit, from: day)), on: id, by: Office.clerk)
    }
  }

  private mutating func know(
    _ fact: String,
    _ isSo: Bool,
    by source: String,
    of id: ResidentID
  ) throws {
    let statement = FactStatement(
      fact: fact,
      content: .value(text: isSo ? "true" : "false"),
      source: source,
      asOf: day
    )
    let event = Event.fact(.stated(statement: statement, supersedes: []))
    try fold(event, on: id, by: Office.department(source))
  }

  /// The file to which most of it happens.
  var focused: ResidentFile {
    get throws { try #require(files[people[focus]]) }
  }

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  mutating func pick<T>(of choices: [T]) -> T { choices[pick(choices.count)] }

  mutating func happens(_ percent: Int) -> Bool { pick(100) < percent }

  /// A serial number that was not printed yet, but for now and then.
  mutating func serial() -> String {
    if !happens(8) { serials += 1 }
    return "XA-\(serials)"
  }

  private mutating func fold(_ event: Event, on id: ResidentID, by actor: Actor) throws {
    let entry = FileEntry(event, on: day, by: actor.hand)
    var file = try #require(files[id])
    file.apply(entry)
    files[id] = file
    entries[id, default: []].append(entry)
  }

  /// Asks for something.
  mutating func step() throws -> Step {
    if happens(45) { day = day.adding(days: pick(of: [1, 1, 2, 5, 8, 16, 31, 60, 200])) ?? day }
    // Most of it happens to one of them, so that a history gets somewhere.
    let id = happens(60) ? people[focus] : pick(of: people)
    let file = try #require(files[id])
    let command = command(on: file)
    let actor = actor(for: command, on: file)
    let purpose =
      happens(4)
      ? pick(of: Purpose.allCases) : .usual(of: actor.role, for: command.action)
    var atHand = files
    atHand[id] = nil
    let desk = Desk(
      actor: actor,
      purpose: purpose,
      today: day,
      law: try Office.law(on: day),
      files: atHand
    )
    let before = files
    var answer: Result<Decided, Rejection>
    do throws(Rejection) { answer = .success(try file.decide(command, at: desk)) } catch {
      answer = .failure(error)
    }
    var told = ""
    switch answer {
    case .failure(let rejection): told = rejection.id
    case .success(let decided):
      told = decided.events.map(\.type).joined(separator: " ")
      for event in decided.events { try fold(event, on: id, by: actor) }
      for other in decided.others {
        for event in other.events { try fold(event, on: other.resident, by: actor) }
      }
    }
    let number = people.firstIndex(of: id) ?? -1
    asked.append(
      Asked(day: day, actor: actor, resident: number, command: command, answer: told)
    )
    return Step(
      command: command,
      actor: actor,
      resident: id,
      desk: desk,
      before: before,
      answer: answer
    )
  }
}
