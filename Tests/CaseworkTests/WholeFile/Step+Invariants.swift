import Casework
import ExpressionLanguage
import Testing

// What holds of every step, whatever was asked.
extension Town.Step {
  /// What does not hold, in words; nothing where all does.
  func faults() -> [String] {
    switch answer {
    case .failure(let rejection): return Town.faults(of: rejection)
    case .success(let decided):
      let all = [FileEvents(resident, decided.events)] + decided.others
      return all.flatMap(eventFaults) + adverseFaults(decided.events) + handFaults()
    }
  }

  /// Every change of state is exactly one event, of its own part of the file.
  private func eventFaults(_ change: FileEvents) -> [String] {
    guard var file = before[change.resident] else { return ["a file that is not there"] }
    var faults: [String] = []
    for event in change.events {
      let old = file
      file.apply(FileEntry(event, on: desk.today, by: actor.hand))
      if file.version != old.version + 1 { faults.append("\(event.type) is not one entry") }
      let issues = if case .permit(.issued) = event { true } else { false }
      for (part, isChanged, isItsOwn) in [
        ("person", file.person != old.person, event.type.hasPrefix("person/")),
        ("facts", file.facts != old.facts, event.type.hasPrefix("fact/")),
        (
          "applications", file.applications != old.applications,
          event.type.hasPrefix("application/") || issues
        ),
        ("permits", file.permits != old.permits, event.type.hasPrefix("permit/")),
        ("notices", file.notices != old.notices, event.type.hasPrefix("notice/")),
      ] where isChanged && !isItsOwn {
        faults.append("\(event.type) changes \(part)")
      }
      let ended = old.applications.all.filter(\.state.isFinal)
      if ended != Array(file.applications.all.prefix(ended.count)).filter(\.state.isFinal) {
        faults.append("\(event.type) changes an application that was over")
      }
    }
    return faults
  }

  /// Whatever is adverse has its reason, and tells how to seek review.
  private func adverseFaults(_ events: [Event]) -> [String] {
    var faults: [String] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .application(.declined(_, let reason, let office)):
        if reason.isEmpty || office.isEmpty { faults.append("declined without a reason") }
      case .application(.decided(_, let decision)):
        if decision.isApproval { continue }
        let isFounded = decision.reasons.allSatisfy { $0.status == "not met" }
        if decision.reasons.isEmpty || !isFounded || decision.remedies.isEmpty
          || decision.law.isEmpty
        {
          faults.append("refused without a reason or remedy")
        }
      case .application(.closedUnfinished), .permit(.confiscated): break
      case .permit(.endorsementRefused(let reasons, let remedies)):
        if reasons.isEmpty || remedies.isEmpty { faults.append("not endorsed without a reason") }
      case .permit(.cancelled(let ground, _)): if ground == .died { continue }
      case .fact(.disputeAnswered(_, let isUpheld, let reason)):
        if reason.isEmpty { faults.append("answered without a reason") }
        if isUpheld { continue }
      default: continue
      }
      let told = events[index...].lazy.compactMap { event in
        if case .notice(.queued(let notice)) = event { notice } else { nil }
      }.first
      guard let told else {
        faults.append("\(event.type) was not told")
        continue
      }
      if !told.text.english.contains("administrative reconsideration")
        || !told.text.chinese.contains("行政复议")
      {
        faults.append("\(event.type) tells no remedy")
      }
    }
    return faults
  }

  /// Nobody of an office has a hand in their own file or a relative's, as person or as paper.
  private func handFaults() -> [String] {
    guard actor.role != .resident, let own = actor.resident else { return [] }
    var selves: Set = [own]
    if let survivor = before[own]?.person.mergedInto { selves.insert(survivor) }
    return ([resident] + command.otherFiles).compactMap { id in
      guard let person = before[id]?.person else { return nil }
      if selves.contains(id) { return "acts on their own file" }
      let linked =
        Set(person.relatives.keys).union(person.guardians.keys).union(person.wards.keys)
      return linked.isDisjoint(with: selves) ? nil : "acts on a relative's file"
    }
  }
}

extension Town {
  /// Marks that do not stand in Chinese prose.
  private static let westernMarks = Set(",;:?!()".utf8)

  /// What is wrong about how a rejection is worded.
  static func faults(of rejection: Rejection) -> [String] {
    var faults: [String] = []
    for (name, text) in [("reason", rejection.reason), ("remedy", rejection.remedy)] {
      let what = "\(rejection.id): its \(name)"
      let chinese = text.chinese
      if text.english.isEmpty || chinese.isEmpty { faults.append("\(what) is missing") }
      if text.english.unicodeScalars.count > 1_000 || chinese.unicodeScalars.count > 1_000 {
        faults.append("\(what) is endless")
      }
      if text.english.unicodeScalars.contains(where: \.isHan) { faults.append("\(what) is mixed") }
      if !chinese.unicodeScalars.contains(where: \.isHan) {
        faults.append("\(what) is not in Chinese")
      }
      // Places in a measure are written 第(2)项.
      let western = chinese.utf8.contains { Town.westernMarks.contains($0) }
      if western,
        ",;:?!()".contains(where: chinese.replacing(/第\(\d+\)项/, with: "").contains)
      {
        faults.append("\(what) has western marks: \(chinese)")
      }
    }
    return faults
  }

  /// What must hold of every file at any time.
  func faults(of file: ResidentFile) throws -> [String] {
    var faults: [String] = []
    let live = file.permits.all.filter(\.state.isLive)
    if live.count > 1 || live.first.map({ $0.number != file.permits.all.count }) == true {
      faults.append("more than one live permit, or not the last")
    }
    if file.applications.all.count(where: { !$0.state.isFinal }) > 1 {
      faults.append("more than one open application")
    }
    if file.person.mergedInto != nil, !live.isEmpty || file.applications.open != nil {
      faults.append("what was merged away still lives")
    }
    if file.permits.live != nil, let open = file.applications.open {
      faults.append("application \(open.number) beside a live permit")
    }
    let keys = file.notices.all.map(\.key)
    if Set(keys).count != keys.count { faults.append("a notice went out twice") }
    let law = try Office.law(on: day)
    if let tenure = file.tenure(on: day, by: law) { faults += self.faults(of: tenure, file) }
    if ResidentFile(id: file.id, folding: entries[file.id] ?? []) != file {
      faults.append("folding from empty gives another file")
    }
    return faults
  }

  /// Tenure never exceeds registration: every day of it was registered in the area.
  private func faults(of tenure: ResidenceTenure, _ file: ResidentFile) -> [String] {
    if tenure.from > tenure.through || tenure.through > day || tenure.months < 0 || tenure.days < 0
    {
      return ["tenure \(tenure)"]
    }
    let spells = file.person.residences.filter { $0.residence.place == "xiongan" }
      .sorted { $0.residence.from < $1.residence.from }
    var next = tenure.from
    for spell in spells where spell.covers(next) {
      guard let last = spell.last, let after = last.adding(days: 1) else { return [] }
      next = after
    }
    return next > tenure.through ? [] : ["tenure \(tenure) on days that are not registered"]
  }

  /// Unknown never reads as no, and what is closed has its ground in the permit's state.
  func faults(ofServicesOf file: ResidentFile) throws -> [String] {
    let state = file.permits.state(on: day)
    return file.entitlements(on: day, by: try Office.law(on: day)).compactMap { service in
      let isRight =
        switch service.answer {
        case .yes: state == .active && service.validUntil.map { $0 >= day } == true
        case .suspended: state == .suspended
        case .no: state.map { !$0.isLive } ?? true
        case .unknown: true
        }
      let isWorded = !service.reason.english.isEmpty && !service.reason.chinese.isEmpty
      return isRight && isWorded ? nil : "\(service.service) is \(service.answer)"
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character.
  fileprivate var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}
