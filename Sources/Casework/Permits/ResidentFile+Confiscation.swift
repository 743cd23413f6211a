import ExpressionLanguage

extension ResidentFile {
  /// One officer proposes to take the permit back, since it is forged, altered or got by fraud
  /// (Decree 663, Article 19).
  ///
  /// Nothing changes for the holder until others confirm.
  func proposeConfiscation(
    _ ground: ConfiscationGround,
    _ evidence: String,
    at desk: Desk
  ) throws(Rejection) -> [Event] {
    let permit = try livePermit()
    let article = desk.law.citations(of: .confiscation)
    if permit.proposal != nil { throw .alreadyProposed(article) }
    let evidence = try PlainLine.read(evidence, Bilingual("the evidence", "证据"))
    return [.permit(.confiscationProposed(ground: ground, evidence: evidence))]
  }

  /// Another officer agrees; with as many as the contract asks for the permit is confiscated.
  func confirmConfiscation(at desk: Desk) throws(Rejection) -> [Event] {
    let permit = try livePermit()
    let article = desk.law.citations(of: .confiscation)
    guard let proposal = permit.proposal else { throw .nothingProposed(article) }
    let accounts = Set(proposal.hands.map(\.account))
    if accounts.contains(desk.actor.account) { throw .anotherOfficerNeeded(article) }
    if accounts.count + 1 < desk.law.officersToConfiscate {
      return [.permit(.confiscationSeconded)]
    }
    let remedies = desk.law.permitRemedies(on: desk.today)
    if remedies.isEmpty { throw .noRemedyToTell }
    return [
      .permit(.confiscated(ground: proposal.ground, evidence: proposal.evidence)),
      notice(
        "permit/\(permit.number)/confiscated",
        .confiscated(proposal.ground, evidence: proposal.evidence, remedies, article, by: desk.law)
      ),
    ]
  }

  /// The proposal was wrong; the permit stays as it is.
  func dropConfiscation(_ reason: String, at desk: Desk) throws(Rejection) -> [Event] {
    let permit = try livePermit()
    guard permit.proposal != nil else {
      throw .nothingProposed(desk.law.citations(of: .confiscation))
    }
    return [.permit(.confiscationDropped(reason: try PlainLine.reason(reason)))]
  }
}

extension OfficeLaw {
  /// How many officers it takes, by the contract; two at the least, so that nobody does it alone.
  var officersToConfiscate: Int { max(2, (try? term("officers to confiscate"))?.people ?? 2) }
}

extension ConfiscationGround {
  /// The ground in words.
  var words: Bilingual {
    switch self {
    case .fraud: Bilingual("the permit was got by false papers", "使用虚假证明材料骗领")
    case .forged: Bilingual("the permit is forged", "居住证系伪造")
    case .altered: Bilingual("the permit was altered", "居住证经变造")
    }
  }
}

extension Rejection {
  static func alreadyProposed(_ article: [Citation]) -> Rejection {
    Rejection(
      "confiscation-already-proposed",
      Bilingual("a confiscation is proposed already", "已经提出收缴"),
      citing: article,
      remedy: Bilingual(
        "another officer confirms it, or it is dropped",
        "由另一名工作人员确认，或者撤回"
      )
    )
  }

  static func nothingProposed(_ article: [Citation]) -> Rejection {
    Rejection(
      "no-confiscation-proposed",
      Bilingual("no confiscation is proposed", "没有待确认的收缴"),
      citing: article,
      remedy: Bilingual("propose it first, with what proves it", "请先提出收缴并写明证据")
    )
  }

  static func anotherOfficerNeeded(_ article: [Citation]) -> Rejection {
    Rejection(
      "another-officer-needed",
      Bilingual(
        "whoever proposed the confiscation or agreed to it does not confirm it",
        "提出收缴或者已经同意的人员不得再行确认"
      ),
      citing: article,
      remedy: Bilingual("another officer confirms", "请由另一名工作人员确认")
    )
  }
}
