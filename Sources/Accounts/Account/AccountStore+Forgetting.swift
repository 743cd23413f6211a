package import Casework
import FoundationEssentials
import GRDB

extension AccountStore {
  /// Destroys the account of a person with its sessions, drafts and codes.
  ///
  /// The codes that wait for the person go too, and a staff account forgets whose it is. A copy
  /// made by `backup` keeps them; the log keeps the opaque id for its time.
  ///
  /// - Returns: Whether there was an account.
  package func forget(resident: ResidentID) async throws -> Bool {
    let isForgotten = try await write { try $0.forget([resident]) > 0 }
    await emptyLog()
    return isForgotten
  }

  /// Destroys the accounts of people whose data the office destroyed, and keeps how far that went.
  ///
  /// Both in one transaction, so that none is passed over; told twice, it finds nothing more.
  ///
  /// - Parameters:
  ///   - residents: Their files.
  ///   - mark: Up to where in the journal they stand, in its own words.
  /// - Returns: How many accounts there were.
  /// - Throws: `AccountStoreFault`.
  /// - Complexity: O(*n*) in the files, and in the sessions that act for somebody.
  package func forget(_ residents: [ResidentID], upTo mark: String) async throws -> Int {
    let count = try await write { transaction in
      let count = try transaction.forget(residents)
      try transaction.run(
        "INSERT OR REPLACE INTO notes VALUES ('destroyed', ?)",
        [Data(mark.utf8)]
      )
      return count
    }
    if count > 0 { await emptyLog() }
    return count
  }

  /// Up to where in the journal the accounts of those whose data were destroyed are gone; `nil`
  /// before the first time.
  package func destructionMark() async throws -> String? {
    try await read { transaction in
      let row = try transaction.row("SELECT value FROM notes WHERE name = 'destroyed'")
      return row.map { String(decoding: $0["value"] as Data, as: UTF8.self) }
    }
  }
}

extension AccountTransaction {
  /// Takes away everything that is kept for people; how many had an account.
  func forget(_ residents: [ResidentID]) throws -> Int {
    var count = 0
    for resident in residents {
      let index = index(resident)
      if let account = try account(of: resident) {
        count += 1
        try run("DELETE FROM lockouts WHERE name_index = ?", [lockoutIndex(of: account)])
        try run("DELETE FROM accounts WHERE id = ?", [account.id.text])
        try note(.forgotten, account.id)
      }
      try run("DELETE FROM activation_codes WHERE resident_index = ?", [index])
      try run(
        "UPDATE accounts SET resident_index = NULL, resident = NULL WHERE resident_index = ?",
        [index]
      )
    }
    try forgetActing(for: Set(residents.map(\.text)))
    return count
  }
}
