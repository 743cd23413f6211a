import ExpressionLanguage

/// Two registrations of one person become one file.
///
/// The command is given to the file that stays, and names the one that is taken in. Everything that
/// lives must be on the file that stays: a live permit or an open application is never moved, so
/// with one of those on the duplicate it is merged the other way round. Links to family and
/// guardians are checked statements about two files; they are undone on the duplicate and made on
/// the survivor first.
///
/// The survivor takes over what it must be able to answer: every fact that stands on the duplicate
/// is stated again, with the reference `merged:<file>:<number>` and the dispute that is open on it;
/// its addresses are registered again, for the days that the survivor's own registrations leave
/// free; the later employer counts, and the duplicate's phone where the survivor has none; a
/// protection of either protects what stays. Both histories stay where they are: past permits,
/// applications and facts that no longer stand are read on the duplicate.
extension ResidentFile {
  func merge(_ duplicate: ResidentID, _ desk: Desk) throws(Rejection) -> Decided {
    if person.mergedFrom.contains(duplicate) { return Decided([]) }
    let other = try otherFile(duplicate, desk)
    let isSameNumber = other.person.identity?.number == person.identity?.number
    let maySayso = desk.actor.role == .supervisor && desk.purpose == .correction
    guard isSameNumber || maySayso else { throw .numbersDiffer }
    try checkWhatLives(other, on: desk.today)
    let links = other.person
    guard links.relatives.isEmpty, links.guardians.isEmpty, links.wards.isEmpty else {
      throw .linksFirst
    }
    var events: [Event] = [.person(.mergedFrom(duplicate: duplicate))]
    events += residences(from: other, desk).map(Event.person)
    events += changes(from: other).map(Event.person)
    let stated = facts.takeOver(
      other.facts,
      of: duplicate,
      on: desk.today,
      by: desk.actor.hand
    )
    events += stated.map(Event.fact)
    return Decided(
      events,
      others: [FileEvents(duplicate, [.person(.mergedInto(survivor: id))])]
    )
  }

  private func checkWhatLives(_ other: ResidentFile, on day: CivilDate) throws(Rejection) {
    let permits = (own: isLive(permits, day), other: other.isLive(other.permits, day))
    if permits.own, permits.other { throw .twoLivePermits }
    let open = (own: applications.open != nil, other: other.applications.open != nil)
    if open.own, open.other { throw .twoOpenApplications }
    guard permits.other || open.other else { return }
    throw permits.own || open.own ? .livesOnBoth : .mergeTheOtherWay
  }

  private func isLive(_ permits: PermitBook, _ day: CivilDate) -> Bool {
    permits.live.map { $0.state(on: day).isLive } ?? false
  }

  /// The duplicate's addresses, for the days that no registration here covers.
  private func residences(from other: ResidentFile, _ desk: Desk) -> [PersonEvent] {
    var state = person
    var events: [PersonEvent] = []
    func record(_ event: PersonEvent) {
      state.apply(event, FileEntry(.person(event), on: desk.today, by: desk.actor.hand))
      events.append(event)
    }
    let spells = other.person.residences.sorted {
      ($0.residence.from, $0.number) < ($1.residence.from, $1.number)
    }
    for spell in spells {
      var start: CivilDate? = spell.residence.from
      while let from = start, spell.last.map({ from <= $0 }) ?? true {
        if let taken = state.residence(on: from) {
          start = taken.last?.adding(days: 1)
          continue
        }
        var residence = spell.residence
        residence.from = from
        record(.residenceRegistered(residence: residence))
        let end = state.residences.last?.last
        if let last = spell.last, end.map({ last < $0 }) ?? true {
          record(.residenceEnded(residence: state.residences.count, last: last))
        }
        start = end?.adding(days: 1)
      }
    }
    return events
  }

  /// What else of the duplicate counts from now on.
  private func changes(from other: ResidentFile) -> [PersonEvent] {
    var events: [PersonEvent] = []
    if person.phone == nil, let phone = other.person.phone {
      events.append(.phoneChanged(phone: phone))
    }
    if let from = other.person.employerFrom, from > person.employerFrom ?? .earliest,
      other.person.employer != person.employer
    {
      events.append(.employerChanged(employer: other.person.employer, from: from))
    }
    if other.person.isProtected, !person.isProtected {
      events.append(.protectionSet(isProtected: true, reason: "merged:\(other.id.text)"))
    }
    return events
  }
}

extension Rejection {
  fileprivate static var numbersDiffer: Rejection {
    Rejection(
      "numbers-differ",
      Bilingual("the two files have different identity numbers", "两份档案的公民身份号码不同"),
      remedy: Bilingual(
        "a supervisor may merge them as a correction, or correct the number first",
        "由主管以更正为目的合并，或者先更正号码"
      )
    )
  }

  fileprivate static var twoLivePermits: Rejection {
    Rejection(
      "two-live-permits",
      Bilingual("both files have a live permit", "两份档案均有有效的居住证"),
      remedy: Bilingual("cancel one of the permits first", "请先注销其中一个")
    )
  }

  fileprivate static var twoOpenApplications: Rejection {
    Rejection(
      "two-open-applications",
      Bilingual("both files have an open application", "两份档案均有在办的申领"),
      remedy: Bilingual("withdraw or finish one of them first", "请先撤回或者办结其中一个")
    )
  }

  fileprivate static var livesOnBoth: Rejection {
    Rejection(
      "live-on-both",
      Bilingual(
        "one file has a live permit and the other an open application",
        "一份档案有有效的居住证，另一份有在办的申领"
      ),
      remedy: Bilingual("withdraw or finish the application first", "请先撤回或者办结该申领")
    )
  }

  fileprivate static var mergeTheOtherWay: Rejection {
    Rejection(
      "merge-the-other-way",
      Bilingual(
        "the file to be taken in has a live permit or an open application",
        "被并入的档案有有效的居住证或者在办的申领"
      ),
      remedy: Bilingual(
        "merge the other way round: keep the file that has it",
        "请反向合并：保留有居住证或者申领的档案"
      )
    )
  }

  fileprivate static var linksFirst: Rejection {
    Rejection(
      "links-first",
      Bilingual(
        "the file to be taken in has links to relatives, guardians or wards",
        "被并入的档案关联有亲属、监护人或者被代办人"
      ),
      remedy: Bilingual(
        "undo them there and make them on the file that stays",
        "请先在该档案上解除，并在保留的档案上建立"
      )
    )
  }
}
