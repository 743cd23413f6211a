import ExpressionLanguage

extension ResidentFile {
  /// Decides what is asked about the person.
  func decide(_ command: PersonCommand, at desk: Desk) throws(Rejection) -> Decided {
    try checkNotForOneself(command, desk)
    switch command {
    case .register(let identity, let phone):
      return Decided(try register(identity, phone, desk))
    case .correctIdentity(let identity, let reason):
      return Decided(try correctIdentity(identity, reason, desk))
    case .changePhone(let phone):
      let phone = try PersonCheck.phone(phone)
      return Decided(phone == person.phone ? [] : [.person(.phoneChanged(phone: phone))])
    case .registerResidence(let residence):
      return Decided(try registerResidence(residence, desk))
    case .endResidence(let number, let last):
      return Decided(try endResidence(number, last, desk))
    case .changeEmployer(let employer, let from):
      return Decided(try changeEmployer(employer, from, desk))
    case .linkRelative(let relative, let relation): return try link(relative, relation, desk)
    case .unlinkRelative(let relative, let reason): return try unlink(relative, reason, desk)
    case .appointGuardian(let guardian, let ground): return try appoint(guardian, ground, desk)
    case .endGuardian(let guardian, let reason): return try end(guardian, reason, desk)
    case .protect(let reason): return Decided(try protect(true, reason))
    case .unprotect(let reason): return Decided(try protect(false, reason))
    case .merge(let duplicate): return try merge(duplicate, desk)
    }
  }

  /// Nobody of the office links, appoints or merges themselves or a relative: the table only knows
  /// this file.
  private func checkNotForOneself(_ command: PersonCommand, _ desk: Desk) throws(Rejection) {
    guard desk.actor.role != .resident, let own = desk.actor.resident else { return }
    if !desk.files(of: own).isDisjoint(with: command.otherFiles) { throw .ownFile }
    for other in command.otherFiles {
      guard let file = desk.files[other] else { continue }
      switch Relation.of(desk, file) {
      case .own: throw .ownFile
      case .ward, .relative: throw .relativesFile
      case .employee, .other: break
      }
    }
  }

  private func register(
    _ identity: Identity,
    _ phone: String?,
    _ desk: Desk
  ) throws(Rejection) -> [Event] {
    if !isEmpty { throw .alreadyRegistered }
    // Alone a person opens one file, their own; for anybody else the window does.
    if desk.actor.role == .resident, desk.actor.resident != nil { throw .hasOwnFile }
    let identity = try PersonCheck.identity(identity, desk)
    let phone = try PersonCheck.phone(phone)
    return [.person(.registered(identity: identity, phone: phone))]
  }

  private func correctIdentity(
    _ identity: Identity,
    _ reason: String,
    _ desk: Desk
  ) throws(Rejection) -> [Event] {
    let identity = try PersonCheck.identity(identity, desk)
    let reason = try PlainLine.reason(reason)
    if identity == person.identity { return [] }
    let birth = identity.number.birthDate
    if person.residences.contains(where: { $0.residence.from < birth }) { throw .beforeBirth }
    return [.person(.identityCorrected(identity: identity, reason: reason))]
  }

  private func changeEmployer(
    _ employer: Employer?,
    _ from: CivilDate,
    _ desk: Desk
  ) throws(Rejection) -> [Event] {
    let employer = try employer.map { (employer) throws(Rejection) in
      Employer(
        code: try PersonCheck.employerCode(employer.code),
        name: try PlainLine.read(
          employer.name,
          Bilingual("the employer's name", "用人单位名称"),
          atMost: 200
        )
      )
    }
    if employer == person.employer { return [] }
    try checkDate(from, desk)
    if let since = person.employerFrom, from < since { throw .employerEarlier(since) }
    return [.person(.employerChanged(employer: employer, from: from))]
  }

  private func protect(_ isProtected: Bool, _ reason: String) throws(Rejection) -> [Event] {
    let reason = try PlainLine.reason(reason)
    if isProtected == person.isProtected { return [] }
    return [.person(.protectionSet(isProtected: isProtected, reason: reason))]
  }

  /// A day that something in a person's life began: not in the future, not before birth.
  func checkDate(_ day: CivilDate, _ desk: Desk) throws(Rejection) {
    if day > desk.today { throw .dateInFuture }
    if let birth = person.identity?.number.birthDate, day < birth { throw .beforeBirth }
  }
}
