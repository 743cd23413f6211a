import Casework
import ExpressionLanguage
import TestSupport
import Testing

struct FactStatementTests {
  private let department = Office.department("public service")

  private func statement(
    _ value: String,
    asOf: String = "2024-02-01",
    from: String? = nil,
    until: String? = nil,
    reference: String = "",
    fact: String = "education"
  ) -> FactStatement {
    FactStatement(
      fact: fact,
      content: .value(text: value),
      source: "public service",
      asOf: Office.day(asOf),
      from: from.map(Office.day),
      until: until.map(Office.day),
      reference: reference
    )
  }

  private func state(_ statement: FactStatement) -> Command { .fact(.state(statement: statement)) }

  private func standing(_ one: OfficeCase, on day: String = "2024-03-01") -> FactContent? {
    one.file.facts.standing(on: Office.day(day))["education"]?.statement.content
  }

  @Test func `a later word replaces an earlier one, and both are kept`() throws {
    var one = OfficeCase.registered()
    try one.play(state(statement("bachelor")), by: department, on: Office.day("2024-02-02"))
    try one.play(
      state(statement("master", asOf: "2024-02-20")),
      by: department,
      on: Office.day("2024-02-25")
    )
    #expect(one.file.facts.items.map(\.ended) == [Office.day("2024-02-25"), nil])
    #expect(one.file.facts.items.map(\.supersededBy) == [2, nil])
    #expect(one.file.facts.known(on: Office.day("2024-02-24")).map(\.number) == [1])
    #expect(one.file.facts.known(on: Office.day("2024-02-25")).map(\.number) == [2])
    #expect(one.file.facts.known(on: Office.day("2024-02-01")).isEmpty)
    #expect(standing(one, on: "2024-02-10") == .value(text: "bachelor"))
    #expect(standing(one) == .value(text: "master"))
    one.expectFoldsFromEmpty()
  }

  @Test func `the same statement again changes nothing, even once it was withdrawn`() throws {
    var one = OfficeCase.registered()
    let again = state(statement("bachelor", reference: "A-1"))
    try one.play(again, by: department)
    #expect(try one.decide(again, by: department).get().events == [])
    try one.play(.fact(.withdraw(fact: 1, reason: "another person's")), by: department)
    #expect(try one.decide(again, by: department).get().events == [])
    #expect(standing(one) == nil)
  }

  @Test func `an older word that comes late is history and never stands`() throws {
    var one = OfficeCase.registered()
    try one.play(
      [
        state(statement("master", asOf: "2024-02-20", reference: "A-1")),
        state(statement("bachelor", asOf: "2024-02-10", reference: "A-1")),
      ],
      by: department
    )
    #expect(one.file.facts.items.count == 2)
    #expect(one.file.facts.known(on: one.today).map(\.number) == [1])
    #expect(standing(one) == .value(text: "master"))
  }

  @Test func `a word for part of the time leaves the rest as it was`() throws {
    var one = OfficeCase.registered()
    try one.play(
      [
        state(statement("bachelor", asOf: "2024-02-01", from: "2020-07-01")),
        state(statement("master", asOf: "2024-02-20", from: "2023-07-01")),
      ],
      by: department
    )
    let contents = ["2020-06-30", "2020-07-01", "2023-06-30", "2023-07-01"].map { day in
      one.file.facts.standing(on: Office.day(day), known: one.today)["education"]?.statement
        .content
    }
    #expect(
      contents == [nil, .value(text: "bachelor"), .value(text: "bachelor"), .value(text: "master")]
    )
  }

  @Test func `one source does not say two things for one day unnoticed`() throws {
    var one = OfficeCase.registered()
    try one.play(state(statement("master", reference: "A-10")), by: department)
    try one.expectRejection(
      "contradicted",
      of: state(statement("bachelor", reference: "A-9")),
      by: department
    )
    // Once it takes the one back, it may say the other.
    try one.play(.fact(.withdraw(fact: 1, reason: "mistyped")), by: department)
    try one.play(state(statement("bachelor", reference: "A-9")), by: department)
    #expect(standing(one) == .value(text: "bachelor"))
  }

  @Test func `a withdrawn word brings none back that it had replaced`() throws {
    var one = OfficeCase.registered()
    try one.play(
      [
        state(statement("bachelor", asOf: "2024-02-01")),
        state(statement("master", asOf: "2024-02-20")),
        .fact(.withdraw(fact: 2, reason: "mistyped")),
      ],
      by: department
    )
    #expect(standing(one) == nil)
    #expect(standing(one, on: "2024-03-01") == nil)
    #expect(throws: Never.self) {
      try one.play(
        .fact(.withdraw(fact: 2, reason: "mistyped")),
        by: department
      )
    }
    #expect(one.entries.count == 4)
  }

  @Test func `any order of the same deliveries leads to the same known facts`() throws {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      func pick<T>(_ all: [T]) -> T? { all.randomElement(using: &generator) }
      var deliveries: [FactStatement] = []
      for _ in 0..<7 {
        deliveries.append(
          statement(
            pick(["bachelor", "master", "doctorate"]) ?? "",
            asOf: pick(["2024-02-01", "2024-02-02", "2024-02-03"]) ?? "",
            from: pick([nil, "2020-01-01", "2022-01-01"]) ?? nil,
            until: pick([nil, nil, "2023-12-31", "2025-12-31"]) ?? nil,
            reference: pick(["", "A-1", "A-2", "A-10"]) ?? ""
          )
        )
      }
      deliveries += deliveries.prefix(2)
      var expected: Set<FactStatement>?
      for _ in 0..<6 {
        var one = OfficeCase.registered()
        for delivery in deliveries.shuffled(using: &generator) {
          switch try one.decide(state(delivery), by: department) {
          case .success: try one.play(state(delivery), by: department)
          case .failure(let rejection): #expect(rejection.id == "contradicted")
          }
        }
        let known = one.file.facts.known(on: one.today).map(\.statement)
        #expect(Set(known).count == known.count)
        #expect(expected == nil || expected == Set(known), "seed \(seed)")
        expected = Set(known)
        for day in ["2019-06-01", "2021-06-01", "2023-06-01", "2024-03-01"].map(Office.day) {
          let counts = one.file.facts.standing(on: day, known: one.today)["education"]?.statement
          let true_ = known.filter {
            ($0.from.map { $0 <= day } ?? true) && ($0.until.map { day <= $0 } ?? true)
          }
          #expect((counts == nil) == true_.isEmpty)
          #expect(counts.map { $0.asOf } == true_.map(\.asOf).max())
        }
      }
    }
  }

  @Test func `names of facts are read in both languages, and a near one is proposed`() throws {
    var one = OfficeCase.registered()
    var chinese = statement("master")
    chinese.fact = "学历学位"
    chinese.source = "公共服务局"
    try one.play(state(chinese), by: department)
    #expect(one.file.facts.items.map(\.statement) == [statement("master")])
    let near = try one.expectRejection(
      "no-such-fact",
      of: state(statement("master", fact: "educaton")),
      by: department
    )
    #expect(near?.remedy.english.contains("education") == true)
  }

  @Test(arguments: [
    ("education", "mastr"), ("education", "?"), ("education", ""), ("stable employment", "maybe"),
    ("social insurance", "true"), ("round year", "1999"),
  ])
  func `a value that the dictionary cannot read is refused`(
    _ fact: String,
    _ value: String
  ) throws {
    var statement = statement(value, fact: fact)
    let source = fact == "round year" ? "the round" : "public service"
    statement.source = source
    try OfficeCase.registered().expectRejection(
      "unreadable-fact",
      of: state(statement),
      by: Office.department(source)
    )
  }

  @Test func `records are read whole, and refused whole`() throws {
    var one = OfficeCase.registered()
    let record = { (rows: [[String: String]]) in
      Command.fact(
        .state(
          statement: FactStatement(
            fact: "Social insurance",
            content: .records(rows: rows),
            source: "public service",
            asOf: Office.day("2024-02-01")
          )
        )
      )
    }
    let sound = ["from": "2022-01", "to": "none", "insured place": "xiongan"]
    for (key, value) in [
      ("from", "2022-13"), ("to", "2021-12"), ("insured place", "mars"), ("payer", "x"),
    ] {
      let wrong = sound.merging([key: value]) { $1 }
      try one.expectRejection("unreadable-fact", of: record([sound, wrong]), by: department)
    }
    let many = Array(repeating: sound, count: 61)
    try one.expectRejection("unreadable-fact", of: record(many), by: department)
    try one.play(record([sound]), by: department)
    #expect(one.file.facts.items.map(\.statement.fact) == ["social insurance"])
  }

  @Test func `dates in the future and backward times are refused`() throws {
    let one = OfficeCase.registered()
    for (wrong, id) in [
      (statement("master", asOf: "2024-03-02"), "date-in-future"),
      (statement("master", from: "2024-03-02"), "date-in-future"),
      (statement("master", from: "2024-01-02", until: "2024-01-01"), "ends-before-it-begins"),
    ] {
      try one.expectRejection(id, of: state(wrong), by: department)
    }
    let lasting = statement("master", from: "2024-01-01", until: "2030-01-01")
    #expect(throws: Never.self) { try one.decide(state(lasting), by: department).get() }
  }

  @Test func `only the verifier states a fact, and a clerk from its paper`() throws {
    let one = OfficeCase.registered()
    try one.expectRejection(
      "not-the-verifier",
      of: state(statement("master")),
      by: Office.department("construction")
    )
    var foreign = statement("master")
    foreign.source = "construction"
    try one.expectRejection(
      "not-the-verifier",
      of: state(foreign),
      by: Office.department("construction")
    )
    try one.expectRejection("not-the-verifier", of: state(foreign))
    #expect(throws: Never.self) { try one.decide(state(statement("master"))).get() }
  }

  @Test func `what the file tells by itself is not stated`() throws {
    let one = OfficeCase.registered()
    for fact in ["birth date", "sex", "permit state", "residence registrations", "basis"] {
      let statement = FactStatement(
        fact: fact,
        content: .none,
        source: "public security",
        asOf: one.today
      )
      try one.expectRejection(
        "own-fact",
        of: state(statement),
        by: Office.department("public security")
      )
    }
  }

  @Test func `a statement is withdrawn by its source, or by us if we recorded it`() throws {
    var one = OfficeCase.registered()
    try one.play(state(statement("master")), by: department)
    let withdraw = { (number: Int) in Command.fact(.withdraw(fact: number, reason: "mistyped")) }
    try one.expectRejection("not-the-source", of: withdraw(1), by: Office.department("justice"))
    try one.expectRejection("not-the-source", of: withdraw(1), by: Office.clerk)
    try one.expectRejection("no-such-statement", of: withdraw(2), by: department)
    try one.expectRejection(
      "empty-text",
      of: .fact(.withdraw(fact: 1, reason: "")),
      by: department
    )
    try one.play(state(statement("true", fact: "continuous study")), by: Office.clerk)
    try one.play(withdraw(2), by: Office.secondClerk)
    #expect(one.file.facts.known(on: one.today).map(\.number) == [1])
  }
}
