import FoundationEssentials
import GRDB

extension AccountTransaction {
  static let recoveryCodes = 10
  static let recoveryLength = 10

  /// What an authenticator's or a recovery code proved.
  enum Proof {
    case authenticator(step: Int64)
    case recoveryCode
  }

  /// Takes a code, once.
  func take(_ typed: String, of id: AccountID) throws -> Proof? {
    guard typed.utf8.count <= 64, let code = Crockford.plain(typed) else { return nil }
    if code.utf8.count == TOTP.digits { return try takeCode(code, of: id) }
    guard code.utf8.count == Self.recoveryLength else { return nil }
    let sql = "DELETE FROM recovery_codes WHERE account = ? AND code_index = ?"
    let isThere = try changes(sql, [id.text, recoveryIndex(code, id)]) == 1
    return isThere ? .recoveryCode : nil
  }

  private func takeCode(_ code: String, of id: AccountID) throws -> Proof? {
    let row = try row("SELECT totp, totp_step FROM accounts WHERE id = ?", [id.text])
    guard let row, let sealed: Data = row["totp"] else { return nil }
    let secret = Array(try vault.open(sealed, "accounts.totp/\(id.text)"))
    guard let step = TOTP.step(of: code, secret, at: now, after: row["totp_step"]) else {
      return nil
    }
    try run("UPDATE accounts SET totp_step = ? WHERE id = ?", [step, id.text])
    return .authenticator(step: step)
  }

  /// Ten new codes in place of the old ones.
  func makeRecoveryCodes(of id: AccountID) throws -> [String] {
    try run("DELETE FROM recovery_codes WHERE account = ?", [id.text])
    return try (0..<Self.recoveryCodes).map { _ in
      let code = Crockford.random(Self.recoveryLength)
      try run("INSERT INTO recovery_codes VALUES (?, ?)", [id.text, recoveryIndex(code, id)])
      return "\(code.prefix(5))-\(code.suffix(5))"
    }
  }

  private func recoveryIndex(_ code: String, _ id: AccountID) -> Data {
    vault.index("recovery code", Array(id.text.utf8), Array(code.utf8))
  }

  func removeSecondFactor(of id: AccountID) throws {
    try run(
      """
      UPDATE accounts SET totp = NULL, totp_step = -1, offered = NULL, offered_until = NULL
      WHERE id = ?
      """,
      [id.text]
    )
    try run("DELETE FROM recovery_codes WHERE account = ?", [id.text])
  }
}
