import Casework
import ExpressionLanguage

/// Where a permit stands, on a page.
struct ShownPermit: Sendable {
  let state: String
  let isActive: Bool
  let isSuspended: Bool
  let isCancelled: Bool
  let isUnknown: Bool
  let serial: String
  let issued: ShownDay
  let issuer: String
  let due: ShownDay?
  let ended: ShownDay?
  let ground: String?

  init(_ permit: Permit, _ mine: MyFile) {
    let visit = mine.visit
    let state = permit.state(on: mine.today)
    self.state = visit.say(state.label).capitalised
    isActive = state == .active
    isSuspended = state == .suspended
    isCancelled = !state.isLive
    isUnknown = false
    serial = permit.card?.serial ?? ""
    issued = ShownDay(permit.issued, visit)
    issuer = visit.officeName(permit.issuer)
    due = state.isLive ? permit.endorsementDue(on: mine.today).map { ShownDay($0, visit) } : nil
    ended = state.isLive ? nil : permit.end.map { ShownDay($0.on, visit) }
    ground = permit.end?.ground.map { visit.say($0.label) }
  }
}
