import FoundationEssentials
import GRDB

extension AccountStore {
  /// Saves a draft, from whichever device.
  ///
  /// - Parameters:
  ///   - key: What it is of.
  ///   - body: Its bytes.
  ///   - version: The version that the person has before them; 0 if there was none.
  ///   - id: The account.
  /// - Returns: The draft as it is now.
  /// - Throws: `AccountFault.draftChanged` if another version is there, `.draftTooLarge`,
  ///   `.unknownAccount`.
  /// - Complexity: O(*n*) in the bytes.
  package func saveDraft(
    _ key: DraftKey,
    body: [UInt8],
    expecting version: Int,
    of id: AccountID
  ) async throws -> Draft {
    guard body.count <= Draft.mostBytes, key.kind.utf8.count + key.subject.utf8.count <= 1_000
    else { throw AccountFault.draftTooLarge }
    return try await write { transaction in
      _ = try transaction.known(id)
      let present = try transaction.draft(key, of: id)?.version ?? 0
      guard present == version else { throw AccountFault.draftChanged(version: present) }
      if present == 0 { try transaction.makeRoomForDraft(of: id) }
      let draft = Draft(
        key: key,
        body: body,
        version: present + 1,
        savedAt: transaction.now,
        expiresAt: transaction.now + Draft.lifetime
      )
      try transaction.write(draft, of: id)
      return draft
    }
  }

  /// The draft of that key.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package func draft(_ key: DraftKey, of id: AccountID) async throws -> Draft? {
    try await read { try $0.draft(key, of: id) }
  }

  /// All drafts of an account, the last saved first.
  ///
  /// - Complexity: O(*n*) in their bytes.
  package func drafts(of id: AccountID) async throws -> [Draft] {
    try await read { transaction in
      let sql = """
        SELECT * FROM drafts WHERE account = ? AND expires > ? ORDER BY saved DESC, draft_index
        """
      return try transaction.rows(sql, [id.text, transaction.now]).map {
        try transaction.draft($0, of: id)
      }
    }
  }

  /// Takes a draft away.
  ///
  /// - Returns: Whether there was one.
  package func deleteDraft(_ key: DraftKey, of id: AccountID) async throws -> Bool {
    try await write { transaction in
      let sql = "DELETE FROM drafts WHERE account = ? AND draft_index = ?"
      return try transaction.changes(sql, [id.text, transaction.index(key)]) > 0
    }
  }
}

extension AccountTransaction {
  func index(_ key: DraftKey) -> Data {
    vault.index("draft", Array(key.kind.utf8), Array(key.subject.utf8))
  }

  func draft(_ key: DraftKey, of id: AccountID) throws -> Draft? {
    let sql = "SELECT * FROM drafts WHERE account = ? AND draft_index = ? AND expires > ?"
    return try row(sql, [id.text, index(key), now]).map { try draft($0, of: id) }
  }

  func draft(_ row: Row, of id: AccountID) throws -> Draft {
    let content = Array(try vault.open(row["content"], place(of: row["draft_index"], id)))
    // The subject's length, the subject, the bytes.
    guard content.count >= 2 else { throw Unopened() }
    let end = 2 + (Int(content[0]) << 8 | Int(content[1]))
    guard content.count >= end else { throw Unopened() }
    return Draft(
      key: DraftKey(
        kind: row["kind"],
        subject: String(decoding: content[2..<end], as: UTF8.self)
      ),
      body: Array(content[end...]),
      version: row["version"],
      savedAt: row["saved"],
      expiresAt: row["expires"]
    )
  }

  func write(_ draft: Draft, of id: AccountID) throws {
    let subject = Array(draft.key.subject.utf8)
    let length = [UInt8(subject.count >> 8), UInt8(subject.count & 255)]
    let index = index(draft.key)
    let sealed = try vault.seal(length + subject + draft.body, place(of: index, id))
    try run(
      "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?)",
      [id.text, index, draft.key.kind, sealed, draft.version, draft.savedAt, draft.expiresAt]
    )
  }

  func makeRoomForDraft(of id: AccountID) throws {
    try run("DELETE FROM drafts WHERE account = ? AND expires <= ?", [id.text, now])
    let count = try count("SELECT count(*) FROM drafts WHERE account = ?", [id.text])
    if count >= Draft.mostOfAccount { throw AccountFault.draftTooLarge }
  }

  private func place(of index: Data, _ id: AccountID) -> String {
    "drafts/\(id.text)/\(index.hexadecimal)"
  }
}
