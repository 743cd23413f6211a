import FoundationEssentials
import GRDB

/// A try that was let through, and counted as wrong until it is known to be right.
struct CountedTry: Sendable {
  let place: TryPlace
  let number: Int64
  let moment: Int64
  let address: NetworkAddress
  let minute: Int64
}

extension AccountTransaction {
  /// So many wrong tries from one address within `window` make it wait.
  static let mostAddressTries = 50
  static let addressWindow: Int64 = 15

  func lockoutIndex(name key: String) -> Data { vault.index("name", key) }

  /// Where the wrong tries of an account are counted: by its name, for an account without one by id.
  func lockoutIndex(of account: Account) -> Data {
    if let name = account.name, let name = try? SignInName(name) { return index(name) }
    return vault.index("lockout", account.id.text)
  }

  func lockout(_ index: Data) throws -> Lockout {
    guard let row = try row("SELECT * FROM lockouts WHERE name_index = ?", [index]) else {
      return Lockout()
    }
    let failures: String = row["failures"]
    return Lockout(
      failures: failures.split(separator: ",").compactMap { Int64($0) },
      total: row["total"],
      level: row["level"],
      until: row["until"],
      number: row["number"],
      raisedBy: row["raised_by"],
      last: row["last"]
    )
  }

  func save(_ lockout: Lockout, _ index: Data) throws {
    try run(
      "INSERT OR REPLACE INTO lockouts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        index, lockout.failures.map(String.init).joined(separator: ","), lockout.total,
        lockout.level, lockout.until, lockout.number, lockout.raisedBy, lockout.last,
      ]
    )
  }

  /// Lets a try through and counts it, or tells how it must wait.
  func begin(
    _ place: TryPlace,
    _ address: NetworkAddress
  ) throws -> Result<CountedTry, RefusedTry> {
    if let until = try wait(at: address) { return .failure(.waitHere(until: until)) }
    var lockout = try lockout(place.index)
    if let until = lockout.wait(at: now) { return .failure(.wait(until: until)) }
    lockout.count(at: now)
    try save(lockout, place.index)
    let counted = CountedTry(
      place: place,
      number: lockout.number,
      moment: now,
      address: address,
      minute: try countTry(at: address)
    )
    return .success(counted)
  }

  /// The try was wrong: only the log is left to tell.
  func fail(_ counted: CountedTry, _ kind: SecurityEventKind, _ account: AccountID?) throws {
    try note(kind, account, from: counted.address)
    let lockout = try lockout(counted.place.index)
    if lockout.raisedBy == counted.number { try note(.locked, account, from: counted.address) }
  }

  /// The try was right and lets in; tells how many were wrong before it.
  func succeed(_ counted: CountedTry) throws -> Int {
    let lockout = try lockout(counted.place.index)
    try run("DELETE FROM lockouts WHERE name_index = ?", [counted.place.index])
    try takeBack(counted)
    return try max(0, lockout.total - 1) + strangersTries(counted.place)
  }

  /// How often strangers tried a name while its owner came by a known browser, told once.
  ///
  /// Their waits stay: that the owner came in gives nobody else a new try.
  private func strangersTries(_ place: TryPlace) throws -> Int {
    guard place.device != nil else { return 0 }
    var strangers = try lockout(place.name)
    guard strangers.total > 0 else { return 0 }
    let tries = strangers.total
    strangers.total = 0
    try save(strangers, place.name)
    return tries
  }

  /// The try was right, but something else is still to come.
  func withdraw(_ counted: CountedTry) throws -> Int {
    var lockout = try lockout(counted.place.index)
    lockout.withdraw(counted.number, at: counted.moment)
    try save(lockout, counted.place.index)
    try takeBack(counted)
    return lockout.total
  }

  private func takeBack(_ counted: CountedTry) throws {
    try run(
      "UPDATE address_tries SET tries = tries - 1 WHERE address_index = ? AND minute = ? AND tries > 0",
      [index(counted.address), counted.minute]
    )
  }

  /// Until when an address waits, if it does.
  func wait(at address: NetworkAddress) throws -> Int64? {
    let rows = try rows(
      """
      SELECT minute, tries FROM address_tries
      WHERE address_index = ? AND minute > ? AND minute <= ? ORDER BY minute DESC
      """,
      [index(address), now / .minute - Self.addressWindow, now / .minute]
    )
    var sum = 0
    for row in rows {
      sum += row["tries"] as Int
      if sum >= Self.mostAddressTries {
        return ((row["minute"] as Int64) + Self.addressWindow) * .minute
      }
    }
    return nil
  }

  /// Counts a try from an address; the minute that it is counted in.
  func countTry(at address: NetworkAddress) throws -> Int64 {
    let minute = now / .minute
    try run(
      """
      INSERT INTO address_tries VALUES (?, ?, 1)
      ON CONFLICT (address_index, minute) DO UPDATE SET tries = tries + 1
      """,
      [index(address), minute]
    )
    if try wait(at: address) != nil { try note(.addressLocked, nil, from: address) }
    return minute
  }
}

/// How a try must wait.
enum RefusedTry: Error {
  case wait(until: Int64)
  case waitHere(until: Int64)

  var answer: SignInAnswer {
    switch self {
    case .wait(let until): .wait(until: until)
    case .waitHere(let until): .waitHere(until: until)
    }
  }

  var fault: AccountFault {
    switch self {
    case .wait(let until), .waitHere(let until): .wait(until: until)
    }
  }
}
