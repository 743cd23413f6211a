import FoundationEssentials
import GRDB

extension AccountStore {
  /// Signs in with a name and a password.
  ///
  /// After five wrong tries within a quarter of an hour a name waits one minute, and after each
  /// further one 5, 15 and 60 minutes, until a sign-in succeeds or a day has passed; no account
  /// waits for ever. Tries from a browser that the account knows are counted apart in the same way,
  /// so that nobody keeps its owner waiting. An address waits after fifty wrong tries within a
  /// quarter of an hour, whosever.
  ///
  /// - Parameters:
  ///   - name: The sign-in name as typed.
  ///   - password: The password.
  ///   - address: Where the request comes from.
  ///   - old: The session that ends, of the form.
  ///   - devices: What the browser holds of earlier times; `nil` for what is no browser.
  /// - Returns: The session under its new token, or why there is none.
  /// - Throws: `AccountFault.busy`.
  package func signIn(
    name: String,
    password: String,
    from address: NetworkAddress,
    replacing old: SessionToken?,
    on devices: DeviceTokens? = nil
  ) async throws -> SignInAnswer {
    // What can be no name of an account waits and is refused like one that could.
    let key = (try? SignInName(name))?.key ?? String(name.prefix(100)).folded
    let tried = try await tryPassword(password, from: address) { transaction in
      let index = transaction.vault.index("name", key)
      let account = try transaction.account(nameIndex: index)
      return (try transaction.place(index, of: account?.id, devices), account)
    }
    guard case .success(let tried) = tried else { return tried.refusal }
    return try await write { transaction in
      guard let account = try transaction.confirmed(tried) else { return .wrong }
      if account.state == .blocked {
        _ = try transaction.withdraw(tried.counted)
        try transaction.note(.refusedBlocked, account.id, from: address)
        return .blocked
      }
      let failures = try transaction.settle(tried.counted, for: account)
      if !account.hasSecondFactor { try transaction.note(.signedIn, account.id, from: address) }
      let opened = try transaction.openSession(
        of: account,
        replacing: old,
        failuresBefore: failures
      )
      return .opened(try transaction.knowing(opened, devices))
    }
  }

  /// Asks for the password again before something sensitive; the session gets a new token.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - token: The session's.
  ///   - address: Where the request comes from.
  ///   - devices: What the browser holds of earlier times.
  /// - Returns: The session under its new token, or why there is none.
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`, `.busy`.
  package func reauthenticate(
    password: String,
    in token: SessionToken,
    from address: NetworkAddress,
    on devices: DeviceTokens? = nil
  ) async throws -> SignInAnswer {
    let tried = try await tryPassword(password, from: address) { transaction in
      let account = try transaction.openSession(token).account
      return (try transaction.place(of: account, devices), account)
    }
    guard case .success(let tried) = tried else { return tried.refusal }
    return try await write { transaction in
      guard let account = try transaction.confirmed(tried) else { return .wrong }
      let failures = try transaction.settle(tried.counted, for: account)
      let moments = SessionMoments(authenticatedAt: transaction.now)
      return .opened(
        try transaction.rotate(token, setting: moments, failuresBefore: failures)
      )
    }
  }
}

/// A password that was tried, and what came of it.
struct TriedPassword: Sendable {
  let counted: CountedTry
  let account: AccountID?
  let isRight: Bool
  /// What was compared; another one there meanwhile makes the try wrong.
  let stored: PasswordHash?
  /// The password under today's cost, where it was kept under a lesser one.
  let renewed: PasswordHash?
}

extension Result where Success == TriedPassword, Failure == RefusedTry {
  var refusal: SignInAnswer {
    switch self {
    case .success: .wrong
    case .failure(let refused): refused.answer
    }
  }
}

extension AccountStore {
  /// Counts a try, then computes; takes as long for a name that nobody has.
  func tryPassword(
    _ password: String,
    from address: NetworkAddress,
    _ find: @escaping @Sendable (AccountTransaction) throws -> (TryPlace, Account?)
  ) async throws -> Result<TriedPassword, RefusedTry> {
    let begun = try await write { transaction in
      let (place, account) = try find(transaction)
      let stored = try account.flatMap { try transaction.password(of: $0.id) }
      return try transaction.begin(place, address).map { ($0, account?.id, stored) }
    }
    let counted: CountedTry
    let (account, stored): (AccountID?, PasswordHash?)
    switch begun {
    case .success(let found): (counted, account, stored) = found
    case .failure(let refused): return .failure(refused)
    }
    let (dummy, cost) = (dummy, options.cost)
    let (isRight, renewed) = try await hasher.run { () -> (Bool, PasswordHash?) in
      let isRight = try (stored ?? dummy).matches(password) && stored != nil
      guard isRight, let stored, stored.cost.isLess(than: cost) else { return (isRight, nil) }
      return (true, try PasswordHash(of: password, cost: cost))
    }
    return .success(
      TriedPassword(
        counted: counted,
        account: account,
        isRight: isRight,
        stored: stored,
        renewed: renewed
      )
    )
  }
}

extension AccountTransaction {
  /// The account, if the password was right and is still its own; else the try stays counted.
  func confirmed(_ tried: TriedPassword) throws -> Account? {
    guard tried.isRight, let id = tried.account, let account = try account(id),
      try password(of: id) == tried.stored
    else {
      try fail(tried.counted, .wrongPassword, tried.account)
      return nil
    }
    if let renewed = tried.renewed { try setPassword(renewed, of: id) }
    return account
  }

  /// A right password makes good what was wrong before, unless a second factor is still to come.
  func settle(_ counted: CountedTry, for account: Account) throws -> Int {
    account.hasSecondFactor ? try withdraw(counted) : try succeed(counted)
  }
}
