import ExpressionLanguage

extension ResidentFile {
  /// A new address: it ends the one before on the day before, or fills a gap in the past.
  ///
  /// A resident alone registers from today on; an earlier day is the window's, with what proves it.
  /// Nobody lives at two addresses: a day that another registration covers is only taken from the
  /// one that still lasts.
  func registerResidence(_ residence: Residence, _ desk: Desk) throws(Rejection) -> [Event] {
    let place = residence.place
    let residence = Residence(
      address: try PlainLine.read(residence.address, Bilingual("the address", "住址"), atMost: 200),
      district: try PlainLine.readOptional(
        residence.district,
        Bilingual("the district", "片区"),
        atMost: 100
      ),
      place: place,
      from: residence.from,
      proof: try PlainLine.readOptional(
        residence.proof,
        Bilingual("the proof", "证明材料"),
        atMost: 100
      )
    )
    try PersonCheck.place(place, of: CaseworkFacts.residencePlace, desk.law)
    try checkDate(residence.from, desk)
    // The half year that the permit asks for is counted from here: alone nobody makes it longer.
    if desk.actor.role == .resident, residence.from < desk.today { throw .backdatedAlone }
    if let taken = person.residence(on: residence.from) {
      let isSame = (taken.residence.address, taken.residence.place) == (residence.address, place)
      if isSame { throw .sameAddress(taken) }
      if taken.last != nil { throw .residenceOverlaps(taken) }
      if taken.residence.from == residence.from { throw .residenceOverlaps(taken) }
    }
    return [.person(.residenceRegistered(residence: residence))]
  }

  func endResidence(_ number: Int, _ last: CivilDate, _ desk: Desk) throws(Rejection) -> [Event] {
    guard number > 0, number <= person.residences.count else { throw .noSuchResidence }
    let residence = person.residences[number - 1]
    if let known = residence.last {
      if known == last { return [] }
      throw .residenceEnded(known)
    }
    if last > desk.today { throw .dateInFuture }
    if last < residence.residence.from { throw .endsBeforeItBegins(residence.residence.from) }
    return [.person(.residenceEnded(residence: number, last: last))]
  }
}

extension Rejection {
  fileprivate static var backdatedAlone: Rejection {
    Rejection(
      "backdated-alone",
      Bilingual(
        "on line an address is registered from the day on which it is told",
        "网上办理居住登记的，自登记当日起计算"
      ),
      citing: [CaseLaw.whoMayApply],
      remedy: Bilingual(
        "register from today; if you moved in earlier, the window records it from what proves it",
        "请从今天起登记；入住更早的，请持证明材料到窗口登记"
      )
    )
  }

  fileprivate static func sameAddress(_ taken: PersonState.RegisteredResidence) -> Rejection {
    Rejection(
      "same-address",
      Bilingual(
        "this address is registered already, from \(taken.residence.from.words.english), number \(taken.number)",
        "该住址已登记，自\(taken.residence.from.words.chinese)起，编号\(taken.number)"
      ),
      remedy: Bilingual("nothing needs to be done", "无需办理")
    )
  }

  fileprivate static func residenceOverlaps(
    _ taken: PersonState.RegisteredResidence
  ) -> Rejection {
    let from = taken.residence.from
    let span = taken.last.map { "\(from)/\($0)" } ?? "\(from)/…"
    return Rejection(
      "residence-overlaps",
      Bilingual(
        "another address is registered for that day: number \(taken.number), \(span)",
        "当日已登记另一住址：编号\(taken.number)，\(span)"
      ),
      remedy: Bilingual(
        "begin on a day that no registration covers, or after the last began",
        "请填写未被登记的起始日，或者晚于最近一次登记起始日的日期"
      )
    )
  }

  fileprivate static var noSuchResidence: Rejection {
    Rejection(
      "no-such-residence",
      Bilingual("the file has no registration of that number", "档案中没有该编号的居住登记"),
      remedy: Bilingual("choose one of the file", "请选择档案中的居住登记")
    )
  }

  fileprivate static func residenceEnded(_ last: CivilDate) -> Rejection {
    Rejection(
      "residence-ended",
      Bilingual("it ended on \(last.words.english)", "该登记已于\(last.words.chinese)终止"),
      remedy: Bilingual("nothing needs to be done", "无需办理")
    )
  }

  fileprivate static func endsBeforeItBegins(_ from: CivilDate) -> Rejection {
    Rejection(
      "ends-before-it-begins",
      Bilingual("it only began on \(from.words.english)", "该登记自\(from.words.chinese)才开始"),
      remedy: Bilingual("give a last day from then on", "请填写不早于该日的最后一日")
    )
  }
}
