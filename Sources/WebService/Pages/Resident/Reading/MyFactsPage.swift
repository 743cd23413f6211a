import Casework
import ExpressionLanguage

/// 核验数据: what the office knows, from whom and since when, each with a way to say it is wrong.
enum MyFactsPage {
  struct View: Sendable {
    let own: [Own]
    let facts: [Row]
    let hasFacts: Bool
    let unknown: Bool
  }

  /// What the file itself tells.
  struct Own: Sendable {
    let words: String
    let value: String
    let source: String
    let since: ShownDay?
    let href: String?
    let change: String?
  }

  /// One statement.
  struct Row: Sendable {
    let number: Int
    let words: String
    let value: String
    let rows: [Record]
    let source: String
    let asOf: ShownDay
    let known: ShownDay
    let dispute: Disputed?
  }

  /// One record of a statement, in a line.
  struct Record: Sendable {
    let line: String
  }

  struct Disputed: Sendable {
    let on: ShownDay
    let due: ShownDay
    let why: String
  }

  static let show = MyFile.handler { mine in
    let facts = rows(mine)
    return try mine.page(
      "resident/facts",
      title: Bilingual("What is on file about me", "我的核验数据"),
      View(own: own(mine), facts: facts, hasFacts: !facts.isEmpty, unknown: facts.isEmpty)
    )
  }

  static func rows(_ mine: MyFile) -> [Row] {
    mine.file.facts.known(on: mine.today)
      .sorted { ($0.statement.fact, $0.number) < ($1.statement.fact, $1.number) }
      .map { row($0, mine) }
  }

  static func row(_ item: FactLedger.Item, _ mine: MyFile) -> Row {
    let (visit, statement) = (mine.visit, item.statement)
    return Row(
      number: item.number,
      words: visit.say(mine.labels.fact(statement.fact)).capitalised,
      value: visit.say(mine.labels.content(statement)),
      rows: records(statement.content, mine),
      source: visit.say(RecordWords.source(statement.source, mine.labels)),
      asOf: ShownDay(statement.asOf, visit),
      known: ShownDay(item.known, visit),
      dispute: item.dispute.map {
        Disputed(
          on: ShownDay($0.on, visit),
          due: ShownDay($0.due.day, visit),
          why: $0.why
        )
      }
    )
  }

  private static func records(_ content: FactContent, _ mine: MyFile) -> [Record] {
    guard case .records(let rows) = content else { return [] }
    let colon = mine.visit.say(": ", "：")
    return rows.map { row in
      let cells = row.sorted { $0.key < $1.key }.map { key, value in
        "\(mine.visit.say(RecordWords.attribute(key, mine.law)))\(colon)"
          + mine.visit.say(RecordWords.value(value, of: key, mine.law))
      }
      return Record(line: cells.joined(separator: mine.visit.say("; ", "；")))
    }
  }

  private static func own(_ mine: MyFile) -> [Own] {
    let visit = mine.visit
    var own: [Own] = []
    let card = visit.say("identity card", "居民身份证")
    if let recorded = mine.file.person.identities.last {
      let (identity, since) = (recorded.identity, ShownDay(recorded.recorded, visit))
      func add(_ words: Bilingual, _ value: String) {
        if value.isEmpty { return }
        own.append(
          Own(
            words: visit.say(words),
            value: value,
            source: card,
            since: since,
            href: nil,
            change: nil
          )
        )
      }
      add(Bilingual("Name", "姓名"), identity.name)
      add(Bilingual("Identity number", "公民身份号码"), identity.number.masked)
      add(Bilingual("Date of birth", "出生日期"), visit.words(identity.number.birthDate))
      add(
        Bilingual("Sex", "性别"),
        identity.number.isMale ? visit.say("male", "男") : visit.say("female", "女")
      )
      add(
        Bilingual("Household registered in", "户籍所在地"),
        visit.say(RecordWords.value(identity.householdPlace, of: "household place", mine.law))
      )
    }
    if let residence = mine.file.person.residence(on: mine.today) {
      own.append(
        Own(
          words: visit.say("Address", "居住地址"),
          value: residence.residence.address,
          source: visit.say("residence registration", "居住登记"),
          since: ShownDay(residence.residence.from, visit),
          href: "/me/address",
          change: visit.say("Change", "变更")
        )
      )
    }
    return own
  }
}
