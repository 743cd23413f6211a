import FoundationEssentials
import GRDB

extension AccountTransaction {
  /// So many browsers an account knows; with another one the oldest is forgotten.
  static let mostDevices = 10

  /// Where a browser's tries for an account are counted.
  func place(_ name: Data, of account: AccountID?, _ devices: DeviceTokens?) throws -> TryPlace {
    var found: Data?
    // Looked for whether there is an account or not, so that time does not tell.
    for text in devices?.texts ?? [] {
      let hash = SecretToken.hash(text)
      let sql = "SELECT account FROM known_devices WHERE hash = ? AND expires > ?"
      if let row = try row(sql, [hash, now]), row["account"] == account?.text { found = hash }
    }
    return TryPlace(name: name, device: found.map { vault.index("device", Array($0)) })
  }

  /// The same for an account that is there.
  func place(of account: Account, _ devices: DeviceTokens?) throws -> TryPlace {
    try place(lockoutIndex(of: account), of: account.id, devices)
  }

  /// Lets an account know the browser from which somebody has wholly signed in.
  ///
  /// The text is new each time, so that one slipped to a browser, or seen before, is worth nothing.
  func knowing(_ opened: OpenedSession, _ devices: DeviceTokens?) throws -> OpenedSession {
    guard let devices, opened.session.standing == .signedIn, let account = opened.session.account
    else { return opened }
    var texts: [String] = []
    for text in devices.texts {
      let hash = SecretToken.hash(text)
      let row = try row("SELECT account FROM known_devices WHERE hash = ?", [hash])
      if row?["account"] == account.id.text {
        try run("DELETE FROM known_devices WHERE hash = ?", [hash])
      } else if row != nil {
        texts.append(text)
      }
    }
    let text = SecretToken.random()
    try run(
      "INSERT INTO known_devices VALUES (?, ?, ?, ?)",
      [SecretToken.hash(text), account.id.text, now, now + DeviceTokens.lifetime]
    )
    try run(
      """
      DELETE FROM known_devices WHERE account = ?1 AND hash <> ?2 AND hash NOT IN (
        SELECT hash FROM known_devices WHERE account = ?1 AND hash <> ?2
        ORDER BY created DESC, hash LIMIT ?3
      )
      """,
      [account.id.text, SecretToken.hash(text), Self.mostDevices - 1]
    )
    return opened.on(DeviceTokens(texts: texts + [text]))
  }

  /// An account knows no browser any more.
  func forgetDevices(of id: AccountID) throws {
    try run("DELETE FROM known_devices WHERE account = ?", [id.text])
  }
}
