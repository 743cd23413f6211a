import Casework
import ExpressionLanguage
import Policy
import Scoring
import Testing

/// Facts read by their names.
private struct Read {
  let facts: Facts
  let model: FactModel

  init(
    _ one: OfficeCase,
    on day: String = "2024-03-01",
    known: String? = nil,
    basis: Basis? = nil,
    permitState: String? = nil
  ) throws {
    let law = try Office.law(on: Office.day(day))
    model = law.assessor.set.model
    facts = one.file.facts(
      on: Office.day(day),
      known: known.map(Office.day),
      basis: basis,
      permitState: permitState,
      by: law
    )
  }

  private func index(_ name: String) -> Int? {
    model.facts.firstIndex { $0.name.english == name }
  }

  /// The value as text; `?` where it is unknown.
  subscript(_ name: String) -> String? {
    index(name).map {
      facts.values[$0].isKnown ? model.facts[$0].type.canonical(facts.values[$0]) : "?"
    }
  }

  func source(_ name: String) -> String? {
    index(name).flatMap { facts.provenance[.fact($0)] }.map { "\($0.source), \($0.asOf)" }
  }

  /// Each record as text; `nil` where they are unknown.
  func rows(_ name: String) -> [String]? {
    guard let kind = model.records.firstIndex(where: { $0.name.english == name }),
      case .known(let rows) = facts.records[kind]
    else { return nil }
    return rows.map { row in
      zip(row, model.records[kind].attributes).map { $1.type.canonical($0) }.joined(separator: " ")
    }
  }
}

struct KnownFactsTests {
  @Test func `what the file knows by itself is told with where it comes from`() throws {
    let one = OfficeCase.registered(
      1,
      born: Office.day("1990-05-06"),
      isMale: false,
      livingHereFrom: Office.day("2023-01-01")
    )
    let read = try Read(one, basis: .employment)
    #expect(read["birth date"] == "1990-05-06")
    #expect(read["sex"] == "female")
    #expect(read["household place"] == "beijing")
    #expect(read.source("household place") == "identity card, 2024-03-01")
    #expect(read["permit state"] == "none")
    #expect(read["basis"] == "employment")
    #expect(read["stable employment"] == "?")
    #expect(read.rows("Residence registrations") == ["2023-01-01 none xiongan"])
    #expect(read.rows("Social insurance") == nil)
  }

  @Test func `relocation is a basis that no dictionary has, and so unknown`() throws {
    let read = try Read(.registered(), basis: .relocation, permitState: "active")
    #expect(read["basis"] == "?")
    #expect(read["permit state"] == "active")
  }

  @Test func `a department's word on the household stands before the card's`() throws {
    var one = OfficeCase.registered()
    one.know("household place", "elsewhere", by: "public security")
    let read = try Read(one)
    #expect(read["household place"] == "elsewhere")
    #expect(read.source("household place") == "public security, 2024-03-01")
  }

  @Test func `what is true and what was known are two questions`() throws {
    var one = OfficeCase.registered(1, on: Office.day("2023-01-01"))
    one.know(
      "stable employment",
      "true",
      by: "public service",
      from: Office.day("2022-06-01"),
      on: Office.day("2023-03-01")
    )
    #expect(try Read(one, on: "2023-02-01")["stable employment"] == "?")
    #expect(try Read(one, on: "2023-02-01", known: "2023-03-01")["stable employment"] == "true")
    #expect(try Read(one, on: "2022-05-31", known: "2023-03-01")["stable employment"] == "?")
    #expect(try Read(one, on: "2023-03-01")["stable employment"] == "true")
    #expect(try Read(one, on: "2022-12-31", known: "2022-12-31")["birth date"] == "?")
  }

  @Test func `a correction and an address are known from the day on which they were recorded`()
    throws
  {
    var one = OfficeCase.registered(1, on: Office.day("2023-01-01"), born: Office.day("1990-01-01"))
    let residence = Office.residence(from: Office.day("2022-06-01"))
    one.record(.person(.residenceRegistered(residence: residence)), on: Office.day("2023-02-01"))
    one.record(
      .person(.residenceEnded(residence: 1, last: Office.day("2023-04-30"))),
      on: Office.day("2023-06-01")
    )
    let right = Office.identity(1, born: Office.day("1991-01-01"))
    one.record(
      .person(.identityCorrected(identity: right, reason: "x")),
      on: Office.day("2023-06-01")
    )
    let before = try Read(one, on: "2023-05-31")
    #expect(before["birth date"] == "1990-01-01")
    #expect(before.rows("Residence registrations") == ["2022-06-01 none xiongan"])
    let after = try Read(one, on: "2023-06-01")
    #expect(after["birth date"] == "1991-01-01")
    #expect(after.rows("Residence registrations") == ["2022-06-01 2023-04-30 xiongan"])
    #expect(try Read(one, on: "2023-01-31").rows("Residence registrations") == [])
  }

  @Test func `what the dictionary in force cannot read is unknown and spoils nothing else`() throws
  {
    var one = OfficeCase.registered(1, born: Office.day("1899-12-31"))
    one.know("education", "wizard", by: "public service")
    one.know("favourite colour", "red", by: "public service")
    one.know("title", "senior", by: "public service")
    let read = try Read(one)
    #expect(read["birth date"] == "?")
    #expect(read["education"] == "?")
    #expect(read["title"] == "senior")
  }

  @Test func `stated records are told, known to be none are none, and unsaid parts are unknown`()
    throws
  {
    var one = OfficeCase.registered()
    func state(_ fact: String, _ content: FactContent) {
      let statement = FactStatement(
        fact: fact,
        content: content,
        source: "public service",
        asOf: one.today
      )
      one.record(.fact(.stated(statement: statement, supersedes: [])))
    }
    state("honours", .none)
    state("social insurance", .records(rows: [["from": "2022-01", "to": "none"]]))
    let read = try Read(one)
    #expect(read.rows("Honours") == [])
    let kind = try #require(read.model.records.firstIndex { $0.name.english == "Social insurance" })
    guard case .known(let rows) = read.facts.records[kind] else {
      Issue.record("the records are unknown")
      return
    }
    let missing = Missing(.attribute(records: kind, item: 0, attribute: 2))
    #expect(rows == [[.date(Office.day("2022-01-01")), .absent, .unknown(missing)]])
    #expect(read.facts.provenance[.records(kind)]?.source == "public service")
  }

  @Test func `more addresses than the dictionary takes are joined where the place is the same`()
    throws
  {
    var one = OfficeCase.registered(1, born: Office.day("1980-01-01"))
    let first = Office.day("2015-01-01")
    for month in 0..<80 {
      var residence = Office.residence(
        "address \(month)",
        from: try #require(first.adding(months: month, monthEnd: .down))
      )
      residence.place = month == 40 ? "beijing" : "xiongan"
      one.record(.person(.residenceRegistered(residence: residence)))
    }
    #expect(
      try Read(one).rows("Residence registrations") == [
        "2015-01-01 2018-04-30 xiongan", "2018-05-01 2018-05-31 beijing",
        "2018-06-01 none xiongan",
      ]
    )
  }

  @Test func `the measures decide on what the file tells`() throws {
    var one = OfficeCase.registered(livingHereFrom: Office.day("2023-01-01"))
    one.know("stable employment", "true", by: "public service")
    let law = try Office.law(on: one.today)
    let facts = one.file.facts(on: one.today, basis: .employment, by: law)
    #expect(try law.assessor.impossible(facts, on: one.today).isEmpty)
    let channel = try #require(law.permitChannel)
    let result = try law.assessor.assess(facts, on: one.today).channels.first {
      $0.name == law.assessor.set.channels[channel].name
    }
    #expect(result?.outcome == .open)
  }

  @Test func `a long file is told in no more than linear time`() throws {
    var one = OfficeCase.registered(livingHereFrom: Office.day("2023-01-01"))
    for index in 0..<2_000 {
      let statement = FactStatement(
        fact: "education",
        content: .value(text: "master"),
        source: "public service",
        asOf: try #require(Office.day("2015-01-01").adding(days: index)),
        reference: "A-\(index)"
      )
      let supersedes = index == 0 ? [] : [index]
      one.record(.fact(.stated(statement: statement, supersedes: supersedes)))
    }
    let clock = ContinuousClock()
    var read: Read?
    let time = try clock.measure { for _ in 0..<20 { read = try Read(one) } }
    #expect(read?["education"] == "master")
    #expect(time < .seconds(2), "\(time) for twenty readings")
  }
}
