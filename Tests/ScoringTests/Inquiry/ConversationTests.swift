import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// The conversation without a terminal: what is heard, what is said, and what is known after it.
struct ConversationTests {
  private static let prepared = Prepared.shipped.first { prepared in
    prepared.testDescription == "xiongan on 2026-11-23"
  }

  /// One that has just begun, in English, about everything.
  private static let begun = prepared.flatMap { prepared in
    try? Conversation(
      prepared.assessor,
      facts: prepared.nothing,
      on: prepared.day,
      Conversation.Settings(language: .english)
    )
  }

  private func talk(
    _ language: Language = .english,
    services: Bool = false,
    channels: [Int]? = nil
  ) throws -> Conversation {
    let prepared = try #require(ConversationTests.prepared)
    var settings = Conversation.Settings(language: language)
    settings.withServices = services
    settings.channels = channels
    return try Conversation(prepared.assessor, facts: prepared.nothing, on: prepared.day, settings)
  }

  private func channel(_ name: String) throws -> Int {
    let prepared = try #require(ConversationTests.prepared)
    return try #require(prepared.set.channels.firstIndex { $0.name.english == name })
  }

  private func fact(_ name: String, _ facts: Facts) throws -> String {
    let prepared = try #require(ConversationTests.prepared)
    let index = try #require(prepared.model.facts.firstIndex { $0.name.english == name })
    return prepared.model.facts[index].type.canonical(facts.values[index])
  }

  @Test(arguments: [
    "2", "２", "beijing", "Beijing", "BEIJING ", "北京", " 北京　",
  ])
  func `a value is chosen by number or by label, in either language and width`(line: String) throws
  {
    var talk = try #require(ConversationTests.begun)
    _ = talk.hear(line)
    #expect(try fact("household place", talk.facts) == "beijing")
  }

  @Test(arguments: [
    "0", "5", "bejing", "2.0", "北", "xiongan beijing", "-1", "9999999999999999999999",
  ])
  func `what is no answer changes nothing, is said to be none, and is asked again`(
    line: String
  ) throws {
    var talk = try #require(ConversationTests.begun)
    let before = talk.facts.values
    let said = talk.hear(line)
    #expect(talk.facts.values == before)
    #expect(said.hasPrefix("! ") && said.contains("Household place?"))
  }

  @Test func `a day is heard however it is written, and one that cannot be is refused`() throws {
    var start = try talk(channels: [try channel("Settlement by points")])
    try answer(&start, until: "Birth date?")
    for line in [
      "1986-11-11", "1986年11月11日", "1986/11/11", "１９８６．１１．１１", "19861111", "1986 11 11",
      "1986年 11月11号",
    ] {
      var talk = start
      _ = talk.hear(line)
      #expect(try fact("birth date", talk.facts) == "1986-11-11", "\(line)")
    }
    for line in ["1986-02-30", "1986", "1899-12-31", "11-11-1986", "yesterday", "1986-11"] {
      var talk = start
      let said = talk.hear(line)
      #expect(try fact("birth date", talk.facts) == "?")
      #expect(said.hasPrefix("! ") && said.contains("19"), "\(said)")
    }
  }

  /// Answers what an engineer would, until a question is asked.
  private func answer(_ talk: inout Conversation, until question: String) throws {
    let answers = [
      "Household place?": "elsewhere", "Permit state?": "active", "Criminal record?": "no",
      "Stable employment?": "yes", "Stable residence?": "yes", "Employer qualifies?": "yes",
      "Reserve?": "1", "Staff of a relocated unit?": "no", "Kind of post?": "cadre",
      "Sex?": "male", "Employer industry?": "services", "Round year?": "2026",
    ]
    var said = talk.opening(file: "facts.yaml")
    for _ in 0..<40 where !said.contains("\n" + question) {
      if said.contains("Social insurance?") {
        for line in ["yes", "2022-12", "now", "xiongan", "no"] { said = talk.hear(line) }
        continue
      }
      let known = try #require(answers.first { said.contains("\n" + $0.key) }, "\(said)")
      said = talk.hear(known.value)
    }
    try #require(said.contains("\n" + question))
  }

  @Test func `every step back undoes exactly the step before`() throws {
    var talk = try #require(ConversationTests.begun)
    let lines = [
      "1x", "elsewhere", "skip", "2", "3", "no", "yes", "2020-01", "跳过", "1", "yes", "2",
    ]
    func question(_ said: String) -> String? {
      said.split(separator: "\n\n").last.map { String($0.drop { $0 == "\n" }) }
    }
    var shown = [question(talk.opening(file: "f"))]
    var known = [talk.facts.values]
    var steps = 0
    for line in lines {
      let said = talk.hear(line)
      if said.hasPrefix("! ") { continue }
      shown.append(question(said))
      known.append(talk.facts.values)
      steps += 1
    }
    #expect(steps >= 6)
    for step in (0..<steps).reversed() {
      let said = talk.hear(step % 2 == 0 ? "back" : "上一步")
      #expect(question(said) == shown[step])
      #expect(talk.facts.values == known[step])
    }
    #expect(talk.hear("b").hasPrefix("! This is the first question"))
  }

  @Test func `a skipped question comes back only when nothing else is left, and then once`() throws
  {
    var talk = try talk(channels: [try channel("Returning graduates")])
    let first = talk.opening(file: "f")
    #expect(first.contains("at most 3 questions left"))
    _ = talk.hear("skip")
    _ = talk.hear("s")
    let third = talk.hear("不知道")
    #expect(third.contains("it is all that is left"))
    _ = talk.hear("skip")
    _ = talk.hear("skip")
    let end = talk.hear("skip")
    #expect(end.contains("What is left was skipped"))
    #expect(!talk.isDecided && talk.assessment.isUndetermined)
    _ = talk.hear("")
    #expect(talk.isOver)
  }

  @Test func `what cannot be is said at once, and asked again`() throws {
    var talk = try talk(services: true)
    _ = talk.hear("xiongan")
    var said = ""
    for _ in 0..<30 where !said.contains("Permit state?") { said = talk.hear("skip") }
    said = talk.hear("active")
    #expect(said.hasPrefix("! That cannot be"))
    #expect(said.contains("a person registered in Xiong'an"))
    #expect(said.contains("Permit state?"))
    #expect(try fact("permit state", talk.facts) == "?")
    said = talk.hear("1")
    #expect(try fact("permit state", talk.facts) == "none")
  }

  @Test func `records are told one by one, and can be changed and removed`() throws {
    let prepared = try #require(ConversationTests.prepared)
    let kind = try #require(prepared.model.records.firstIndex { $0.name.english == "Graduations" })
    var talk = try talk(channels: [try channel("Returning graduates")])
    _ = talk.hear("xiongan")
    let asked = talk.hear("elsewhere")
    #expect(asked.contains("Graduations?") && asked.contains("are there any?"))
    for line in ["有", "university", "2026-06-30"] { _ = talk.hear(line) }
    #expect(talk.unfinished[kind]?.count == 1)
    for line in ["yes", "other", "2020-06-30"] { _ = talk.hear(line) }
    #expect(talk.hear("change 3").hasPrefix("! There is no number 3"))
    for line in ["更改2", "2", "2021-07-01"] { _ = talk.hear(line) }
    let left = talk.hear("remove 1")
    #expect(left.contains("  1  school kind: technical secondary school, graduation day: 2021"))
    #expect(!left.contains("2026-06-30"))
    let end = talk.hear("没有")
    #expect(end.contains("That is all there is to ask."))
    guard case .known(let rows) = talk.facts.records[kind] else {
      Issue.record("the graduations are not known")
      return
    }
    #expect(rows == [[.choice(1), CivilDate("2021-07-01").map { .date($0) } ?? .absent]])
    #expect(talk.unfinished.isEmpty)
  }

  @Test func `a spell cannot end before it began`() throws {
    var talk = try talk(.chinese, channels: [try channel("Residence permit")])
    var said = ""
    for line in ["其他", "否"] { said = talk.hear(line) }
    #expect(said.contains("居住登记？"))
    for line in ["有", "2026-05-01"] { said = talk.hear(line) }
    said = talk.hear("2026-04-30")
    #expect(said.hasPrefix("! 止期早于起期"))
    said = talk.hear("至今")
    #expect(said.contains("居住地"))
  }

  @Test func `nothing that is said can do harm`() throws {
    var generator = SplitMix64(seed: 7)
    let words = [
      "1", "2", "3", "yes", "no", "back", "skip", "why", "result", "list", "help", "", "2020-01",
      "2020-01-01", "now", "change 1", "remove 1", "none", "无", "\u{0}", "😀", "2026",
      String(repeating: "9", count: 300), "更改", "remove 999999999999999999999",
    ]
    for language in Language.allCases {
      var talk = try talk(language, services: language == .english)
      for _ in 0..<30 where !talk.isOver {
        let said = talk.hear(words[Int.random(in: 0..<words.count, using: &generator)])
        for line in said.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
        #expect(said.isEmpty == talk.isOver)
      }
      let prepared = try #require(ConversationTests.prepared)
      #expect(try prepared.assessor.impossible(talk.facts, on: prepared.day).isEmpty)
    }
  }
}
