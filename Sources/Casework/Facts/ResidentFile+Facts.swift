import ExpressionLanguage
import Policy

extension ResidentFile {
  /// Decides what is asked about facts.
  ///
  /// A statement that is on file already changes nothing. One that the source itself has replaced
  /// by a word for a later day is recorded as history; one that contradicts, for the same day, what
  /// the same source is on file with and ranks below is rejected: `FactLedger` tells the order.
  /// Only the source takes a statement back or answers for it; what the office recorded from a
  /// paper, a supervisor may mend too.
  func decide(_ command: FactCommand, at desk: Desk) throws(Rejection) -> [Event] {
    switch command {
    case .state(let statement): return try state(statement, desk).map(Event.fact)
    case .withdraw(let number, let reason):
      return try withdraw(number, reason, desk).map(Event.fact)
    case .dispute(let number, let why): return try dispute(number, why, desk).map(Event.fact)
    case .answerDispute(let number, let isUpheld, let reason, let replacement):
      let answer = DisputeAnswer(isUpheld: isUpheld, reason: reason, replacement: replacement)
      let events = try answerDispute(number, answer, desk)
      if events.isEmpty { return [] }
      return events.map(Event.fact) + [answerNotice(number, answer, desk)]
    }
  }

  /// What a department says to a dispute.
  private struct DisputeAnswer {
    var isUpheld: Bool
    var reason: String
    var replacement: FactStatement?
  }

  private func state(_ statement: FactStatement, _ desk: Desk) throws(Rejection) -> [FactEvent] {
    let statement = try FactCheck(desk: desk).statement(statement)
    if facts.contains(statement) { return [] }
    let contradicting = facts.rivals(of: statement).first {
      $0.ended == nil && $0.statement.asOf == statement.asOf && $0.outweighs(statement)
    }
    if let contradicting { throw .contradicted(contradicting.number) }
    let superseded = facts.superseded(by: statement)
    return [.stated(statement: statement, supersedes: superseded)]
  }

  private func withdraw(
    _ number: Int,
    _ reason: String,
    _ desk: Desk
  ) throws(Rejection) -> [FactEvent] {
    let reason = try PlainLine.reason(reason)
    guard let item = facts.item(number) else { throw .noSuchStatement }
    try checkStandsBehind(item, desk)
    if item.isWithdrawn { return [] }
    return [.withdrawn(fact: number, reason: reason)]
  }

  private func dispute(
    _ number: Int,
    _ why: String,
    _ desk: Desk
  ) throws(Rejection) -> [FactEvent] {
    let why = try PlainLine.reason(why)
    guard let item = facts.item(number) else { throw .noSuchStatement }
    if item.ended != nil { throw .noLongerStands }
    if item.dispute != nil { throw .alreadyDisputed }
    let term = try desk.law.term(FactLedger.disputeTerm)
    guard let length = term.length else { throw .noSuchTerm(FactLedger.disputeTerm) }
    let due = desk.law.due(length, after: desk.today)
    return [.disputed(fact: number, why: why, due: due)]
  }

  private func answerDispute(
    _ number: Int,
    _ answer: DisputeAnswer,
    _ desk: Desk
  ) throws(Rejection) -> [FactEvent] {
    let reason = try PlainLine.reason(answer.reason)
    guard facts.item(number) != nil else { throw .noSuchStatement }
    guard let item = facts.disputed(number) else { throw .notDisputed }
    try checkStandsBehind(item, desk)
    let answered = FactEvent.disputeAnswered(
      fact: item.number,
      isUpheld: answer.isUpheld,
      reason: reason
    )
    guard answer.isUpheld else {
      if answer.replacement != nil { throw .replacementWithoutRight }
      return [answered]
    }
    guard let replacement = answer.replacement else {
      return [answered, .withdrawn(fact: item.number, reason: reason)]
    }
    let statement = try FactCheck(desk: desk).statement(replacement)
    let isAboutTheSame =
      statement.fact == item.statement.fact && statement.source == item.statement.source
      && statement.content != item.statement.content
    guard isAboutTheSame else { throw .replacementOfSomethingElse }
    let newest = facts.rivals(of: statement).filter { $0.ended == nil }.map(\.statement.asOf).max()
    if let newest, statement.asOf < newest { throw .replacementTooOld(newest) }
    let superseded = Set(facts.superseded(by: statement) + [item.number]).sorted()
    return [answered, .stated(statement: statement, supersedes: superseded)]
  }

  /// What the person is told: the answer, its reason, and where it is a no, how to go on.
  ///
  /// Article 50 of the Personal Information Protection Law asks for the reason and opens the courts.
  private func answerNotice(_ number: Int, _ answer: DisputeAnswer, _ desk: Desk) -> Event {
    let fact = facts.item(number).map { desk.law.words(ofFact: $0.statement.fact) }
    return notice(
      "dispute/\(number)/answered",
      .disputeAnswered(
        fact ?? Bilingual("", ""),
        isUpheld: answer.isUpheld,
        isReplaced: answer.replacement != nil,
        reason: answer.reason.trimmingSpaces,
        desk.law.permitRemedies(on: desk.today),
        by: desk.law
      )
    )
  }

  /// Whether the actor answers for a statement: its source, or the supervisor for what an officer
  /// of ours recorded.
  private func checkStandsBehind(
    _ item: FactLedger.Item,
    _ desk: Desk
  ) throws(Rejection) {
    switch desk.actor.role {
    case .department: if desk.actor.office == item.statement.source { return }
    case .clerk, .supervisor: if item.by.role.isStaff { return }
    default: break
    }
    throw .notTheSource
  }
}

extension Rejection {
  fileprivate static var noSuchStatement: Rejection {
    Rejection(
      "no-such-statement",
      Bilingual("the file has no statement of that number", "档案中没有该编号的核验数据"),
      remedy: Bilingual("choose one of the file", "请选择档案中的核验数据")
    )
  }

  fileprivate static func contradicted(_ number: Int) -> Rejection {
    Rejection(
      "contradicted",
      Bilingual(
        "the same source has said something else for the same day: number \(number)",
        "同一来源对同一日期已有不同陈述：编号\(number)"
      ),
      remedy: Bilingual(
        "withdraw that first, or state this as of a later day",
        "请先撤回该项，或者以较晚的截至日期陈述"
      )
    )
  }

  fileprivate static var noLongerStands: Rejection {
    Rejection(
      "no-longer-stands",
      Bilingual("this statement was replaced or withdrawn", "该项已被取代或者撤回"),
      remedy: Bilingual("dispute the one that stands now", "请对现行的一项提出异议")
    )
  }

  fileprivate static var alreadyDisputed: Rejection {
    Rejection(
      "already-disputed",
      Bilingual("a dispute of it is open", "该项已有未答复的异议"),
      remedy: Bilingual("wait for the answer", "请等待答复")
    )
  }

  fileprivate static var notDisputed: Rejection {
    Rejection(
      "not-disputed",
      Bilingual("no dispute of it is open", "该项没有未答复的异议"),
      remedy: Bilingual("nothing needs to be done", "无需办理")
    )
  }

  fileprivate static var notTheSource: Rejection {
    Rejection(
      "not-the-source",
      Bilingual("only its source answers for a statement", "只有来源部门对其陈述负责"),
      remedy: Bilingual("ask the source", "请由来源部门办理")
    )
  }

  fileprivate static var replacementWithoutRight: Rejection {
    Rejection(
      "replacement-not-upheld",
      Bilingual(
        "a dispute that is not upheld changes nothing",
        "异议不成立的，原陈述不变"
      ),
      remedy: Bilingual("uphold it, or leave the replacement out", "请认定异议成立，或者不填替换内容")
    )
  }

  fileprivate static var replacementOfSomethingElse: Rejection {
    Rejection(
      "replacement-of-something-else",
      Bilingual(
        "the replacement must say something else of the same fact, by the same source",
        "替换内容应当是同一来源对同一数据的不同陈述"
      ),
      remedy: Bilingual("state what is true instead", "请填写更正后的内容")
    )
  }

  fileprivate static func replacementTooOld(_ newest: CivilDate) -> Rejection {
    Rejection(
      "replacement-too-old",
      Bilingual(
        "the source has spoken of it as of \(newest), after the replacement",
        "该来源已有截至\(newest)的陈述，晚于替换内容"
      ),
      remedy: Bilingual("state it as of that day or later", "请以该日或者更晚的截至日期陈述")
    )
  }
}
