import Accounts
import Casework
import ExpressionLanguage
import Registry

/// 代家人办理: for whom the person may act, and for whom they act now.
enum MyPeoplePage {
  struct View: Sendable {
    let people: [Row]
    let hasPeople: Bool
    let isActing: Bool
    let key: String
  }

  struct Row: Sendable {
    let id: String
    let name: String
    let ground: String
    let isChosen: Bool
    /// Why the person may not act for them now.
    let reason: String?
    let remedy: String?
    let isOpen: Bool
  }

  static let show: Route.Handler = { visit in
    let account = try visit.signedIn
    guard let own = account.resident else { throw Fault.fileNeeded }
    let actor = try visit.actor
    let file = try await visit.office.file(own, by: actor, for: .ownAffairs).file
    var people: [Row] = []
    for (ward, ground) in file.person.wards.sorted(by: { $0.key < $1.key }) {
      people.append(try await row(ward, ground, actor, visit))
    }
    let acting = people.first { $0.isChosen }
    return try visit.myPage(
      "resident/people",
      title: Bilingual("Act for a child or parent", "代家人办理"),
      View(
        people: people,
        hasPeople: !people.isEmpty,
        isActing: visit.session?.actingFor != nil,
        key: visit.keyToSend
      ),
      actsFor: acting?.name
    )
  }

  /// Acts for somebody from now on, or for oneself again; whether one may, the office says.
  static let send: Route.Handler = { visit in
    let actor = try visit.actor
    guard let token = visit.sessionToken else { throw Fault.signInNeeded }
    guard let text = visit.form["resident"] else {
      try await visit.service.accounts.act(for: nil, in: token)
      return await visit.done(
        Bilingual("You act for yourself again.", "您现在办理本人事项。"),
        to: "/me"
      )
    }
    guard let ward = ResidentID(text) else { throw Fault.notFound }
    // Reading asks whether one may, and tells the person in the log that it was done.
    let view = try await visit.office.file(ward, by: actor, for: .ownAffairs)
    let isOwn = view.file.id == actor.resident
    try await visit.service.accounts.act(for: isOwn ? nil : ward, in: token)
    return await visit.done(
      isOwn
        ? Bilingual("You act for yourself again.", "您现在办理本人事项。")
        : Bilingual(
          "You act for somebody else now; each page says for whom.",
          "您现在代他人办理，每个页面都会标明代办对象。"
        ),
      to: "/me"
    )
  }

  /// The way back from the line that says for whom one acts.
  static let back: Route.Handler = { visit in visit.redirect(to: "/me/people") }

  /// Ends acting for somebody for whom one may no longer act, and tells why.
  static func end(_ visit: Visit, because refusal: Rejection) async throws -> Reply {
    if let token = visit.sessionToken {
      try await visit.service.accounts.act(for: nil, in: token)
    }
    return await visit.done(
      Bilingual(
        "You act for yourself again: \(refusal.reason.english).",
        "您已改为办理本人事项：\(refusal.reason.chinese)。"
      ),
      to: "/me/people"
    )
  }

  private static func row(
    _ ward: ResidentID,
    _ ground: GuardianGround,
    _ actor: Actor,
    _ visit: Visit
  ) async throws -> Row {
    let words =
      switch ground {
      case .minor: visit.say("not yet old enough to apply alone", "未成年，由监护人代办")
      case .limitedMobility: visit.say("moves with difficulty", "行动不便，由近亲属代办")
      }
    do {
      let view = try await visit.office.file(ward, by: actor, for: .ownAffairs)
      return Row(
        id: ward.text,
        name: view.file.person.identity?.name ?? "",
        ground: words,
        isChosen: visit.session?.actingFor == ward,
        reason: nil,
        remedy: nil,
        isOpen: true
      )
    } catch let refusal as Rejection {
      // Of a file that one may not read not even the name is told.
      return Row(
        id: ward.text,
        name: visit.say("Somebody you acted for", "您曾代办的人"),
        ground: words,
        isChosen: false,
        reason: visit.say(refusal.reason).capitalised,
        remedy: visit.say(refusal.remedy).capitalised,
        isOpen: false
      )
    }
  }
}
