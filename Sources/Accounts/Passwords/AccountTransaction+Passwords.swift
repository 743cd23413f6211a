import FoundationEssentials
import GRDB

extension AccountTransaction {
  func password(of id: AccountID) throws -> PasswordHash? {
    guard let row = try row("SELECT password FROM accounts WHERE id = ?", [id.text]),
      let sealed: Data = row["password"]
    else { return nil }
    let stored = try vault.open(sealed, "accounts.password/\(id.text)")
    guard let hash = PasswordHash(stored: Array(stored)) else { throw Unopened() }
    return hash
  }

  func setPassword(_ hash: PasswordHash, of id: AccountID) throws {
    let sealed = try vault.seal(hash.stored, "accounts.password/\(id.text)")
    try run("UPDATE accounts SET password = ? WHERE id = ?", [sealed, id.text])
  }

  /// Whose password a token sets.
  func account(resetBy token: String) throws -> Account? {
    guard SecretToken.isToken(token) else { return nil }
    let sql = "SELECT account FROM reset_tokens WHERE hash = ? AND expires > ?"
    guard let row = try row(sql, [SecretToken.hash(token), now]) else { return nil }
    return try account(AccountID(known: row["account"]))
  }

  func makeResetToken(of id: AccountID, lifetime: Int64) throws -> OneTimeToken {
    let token = OneTimeToken(text: SecretToken.random(), expiresAt: now + lifetime)
    try run(
      "INSERT OR REPLACE INTO reset_tokens VALUES (?, ?, ?)",
      [SecretToken.hash(token.text), id.text, token.expiresAt]
    )
    return token
  }
}
