package import ExpressionLanguage

/// Something that happened to a resident's file.
///
/// It is never changed and never taken back.
package enum Event: Hashable, Sendable {
  /// To the person: identity, addresses, family, guardians.
  case person(PersonEvent)
  /// To what departments say of the person.
  case fact(FactEvent)
  /// To an application for the permit.
  case application(ApplicationEvent)
  /// To the permit and its cards.
  case permit(PermitEvent)
  /// A notice that went out.
  case notice(NoticeEvent)

  /// The name under which the journal keeps it, such as `permit/issued`; stable for ever.
  package var type: String {
    switch self {
    case .person(let event): "person/" + event.name
    case .fact(let event): "fact/" + event.name
    case .application(let event): "application/" + event.name
    case .permit(let event): "permit/" + event.name
    case .notice(let event): "notice/" + event.name
    }
  }
}

/// One entry of a file: what happened, on which legal date, by whom.
package struct FileEntry: Hashable, Sendable {
  /// What happened.
  package var event: Event
  /// The legal date on which it was recorded: from then on it is known.
  package var on: CivilDate
  /// Who did it.
  package var by: Hand

  /// Creates an entry.
  package init(_ event: Event, on: CivilDate, by: Hand) {
    self.event = event
    self.on = on
    self.by = by
  }
}

/// Whose hand made an entry, as files keep it.
package struct Hand: Hashable, Sendable, Codable {
  /// The account, an opaque name.
  package var account: String
  /// What it acted as.
  package var role: Role
  /// The office, empty for those who belong to none.
  package var office: String

  /// Creates a hand.
  package init(account: String, role: Role, office: String) {
    self.account = account
    self.role = role
    self.office = office
  }
}
