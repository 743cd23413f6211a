import ExpressionLanguage
import Policy
import Scoring

/// What the office takes for a statement of fact.
struct FactCheck {
  let desk: Desk

  private var model: FactModel { desk.law.assessor.set.model }

  /// The statement under the dictionary's own name.
  func statement(_ statement: FactStatement) throws(Rejection) -> FactStatement {
    var statement = statement
    let declared = try declaration(of: statement.fact)
    statement.fact = NameKey.of(declared.name.english)
    if let instead = CaseworkFacts.own[statement.fact] { throw .ownFact(declared.name, instead) }
    statement.source = try PlainLine.read(
      statement.source,
      Bilingual("the source", "来源"),
      atMost: 100
    )
    statement.reference = try PlainLine.readOptional(
      statement.reference,
      Bilingual("the reference", "业务编号"),
      atMost: 200
    )
    statement.source = try source(statement.source, declared.verifiedBy)
    try checkDates(statement)
    try checkContent(statement)
    return statement
  }

  /// The label of a fact or kind of records, and who verifies it; Chinese names are taken too.
  private func declaration(
    of name: String
  ) throws(Rejection) -> (name: Bilingual, verifiedBy: [Bilingual]) {
    if name.isLonger(than: PlainLine.longestName) { throw .noSuchFact(nil) }
    let key = NameKey.of(name)
    let chinese = name.trimmingSpaces
    for fact in model.facts
    where NameKey.of(fact.name.english) == key || fact.name.chinese == chinese {
      return (fact.name, [fact.verifiedBy])
    }
    for kind in model.records
    where NameKey.of(kind.name.english) == key || kind.name.chinese == chinese {
      return (kind.name, kind.attributes.map(\.verifiedBy).filter { !$0.isEmpty })
    }
    let names =
      model.facts.flatMap { [$0.name.english, $0.name.chinese] }
      + model.records.flatMap { [$0.name.english, $0.name.chinese] }
    let near = Spelling.nearest(to: chinese, among: names.filter { !$0.isEmpty })
    throw .noSuchFact(near)
  }

  /// Who states it, by the dictionary's English name.
  ///
  /// A department states in its own name. At the window a clerk records, from a paper, what the
  /// dictionary's verifier says, or the identity card; the entry keeps whose hand it was.
  private func source(
    _ source: String,
    _ verifiers: [Bilingual]
  ) throws(Rejection) -> String {
    if desk.actor.role.isStaff, source == CaseworkFacts.Source.identityCard { return source }
    let verifier = verifiers.first { $0.english == source || $0.chinese == source }
    guard let verifier else { throw .notTheVerifier(verifiers) }
    let office = desk.actor.office
    guard desk.actor.role.isStaff || office == verifier.english || office == verifier.chinese
    else { throw .notTheVerifier(verifiers) }
    return verifier.english
  }

  private func checkDates(_ statement: FactStatement) throws(Rejection) {
    if statement.asOf > desk.today { throw .dateInFuture }
    if let from = statement.from, from > desk.today { throw .dateInFuture }
    if let from = statement.from, let until = statement.until, until < from {
      throw .untilBeforeFrom
    }
  }

  /// Refuses what no dictionary can mean, before it is read: texts and lists without end.
  private func checkSize(_ content: FactContent) throws(Rejection) {
    switch content {
    case .none: break
    case .value(let text):
      if text.isLonger(than: FactCheck.longestValue) { throw .longValue }
    case .records(let rows):
      if rows.count > FactCheck.mostRecords { throw .manyRecords }
      for (key, value) in rows.joined()
      where key.isLonger(than: PlainLine.longestName)
        || value.isLonger(than: FactCheck.longestValue)
      {
        throw .longValue
      }
    }
  }

  private static let longestValue = 2_000
  private static let mostRecords = 10_000

  private func checkContent(_ statement: FactStatement) throws(Rejection) {
    try checkSize(statement.content)
    do throws(FactFault) {
      _ = try desk.law.typed(statement.content, of: statement.fact, desk.law.factPlaces)
    } catch {
      switch error {
      case .noSuchFact: throw .noSuchFact(nil)
      case .unreadable(let diagnostic): throw .unreadableFact(diagnostic)
      }
    }
  }
}

extension Rejection {
  fileprivate static func noSuchFact(_ near: String?) -> Rejection {
    Rejection(
      "no-such-fact",
      Bilingual("the dictionary in force has no fact of that name", "现行字典中没有该名称的核验数据"),
      remedy: near.map { Bilingual("did you mean \($0)?", "是否应为“\($0)”？") }
        ?? Bilingual("use a name of the dictionary", "请使用字典中的名称")
    )
  }

  static func ownFact(_ name: Bilingual, _ instead: Bilingual) -> Rejection {
    Rejection(
      "own-fact",
      Bilingual(
        "\(name.english) comes from the file itself and is never stated",
        "“\(name[.chinese])”由档案本身得出，不作陈述"
      ),
      remedy: instead
    )
  }

  fileprivate static func notTheVerifier(_ verifiers: [Bilingual]) -> Rejection {
    let english = Set(verifiers.map(\.english)).sorted().joined(separator: ", ")
    let chinese = Set(verifiers.map { $0[.chinese] }).sorted().joined(separator: "、")
    return Rejection(
      "not-the-verifier",
      Bilingual("this fact is verified by: \(english)", "该数据由\(chinese)核验"),
      remedy: Bilingual("ask that department", "请由该部门提供")
    )
  }

  private static var unreadableRecord: Rejection {
    Rejection(
      "unreadable-fact",
      Bilingual(
        "a record names something that the dictionary does not have, or names it twice",
        "记录中有字典没有的项目，或者项目重复"
      ),
      remedy: Bilingual("use the attributes of the dictionary, each once", "请使用字典列出的项目，每项一次")
    )
  }

  fileprivate static var longValue: Rejection {
    Rejection(
      "long-value",
      Bilingual("what is stated is far too long for a fact", "所填内容过长，不是核验数据"),
      remedy: Bilingual("state one value as the dictionary says", "请按字典填写取值")
    )
  }

  fileprivate static var manyRecords: Rejection {
    Rejection(
      "many-records",
      Bilingual("these are far too many records for one person", "记录条数过多，不可能属于同一人"),
      remedy: Bilingual("check whose they are", "请核对记录属于何人")
    )
  }

  fileprivate static var untilBeforeFrom: Rejection {
    Rejection(
      "ends-before-it-begins",
      Bilingual("the last day is before the first", "止期早于起期"),
      remedy: Bilingual("put one of the two right", "请更正其中之一")
    )
  }

  fileprivate static func unreadableFact(_ diagnostic: Diagnostic) -> Rejection {
    // What was typed as a name is not repeated: it may be anything.
    if ["unknown-fact", "doubled-fact"].contains(diagnostic.id) { return .unreadableRecord }
    let reason = diagnostic.reason.map { Bilingual(": " + $0.english, "：" + $0.chinese) }
    return Rejection(
      "unreadable-fact",
      Bilingual(
        diagnostic.headline.english + (reason?.english ?? ""),
        diagnostic.headline[.chinese] + (reason?.chinese ?? "")
      ),
      remedy: diagnostic.fix ?? Bilingual("state it as the dictionary says", "请按字典填写")
    )
  }
}
