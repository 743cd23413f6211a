extension AccountStore {
  /// Saves a draft, from whichever device.
  ///
  /// - Parameters:
  ///   - key: What it is of.
  ///   - body: Its bytes.
  ///   - version: The version that the person has before them; 0 if there was none.
  ///   - id: The account.
  /// - Throws: `AccountFault.draftChanged` if another version is there, `.draftTooLarge`,
  ///   `.unknownAccount`.
  /// - Complexity: O(*n*) in the bytes.
  package func saveDraft(
    _ key: DraftKey,
    body: [UInt8],
    expecting version: Int,
    of id: AccountID
  ) async throws -> Draft { throw AccountStoreFault.closed }

  /// The draft of that key.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package func draft(_ key: DraftKey, of id: AccountID) async throws -> Draft? {
    throw AccountStoreFault.closed
  }

  /// All drafts of an account, the last saved first.
  ///
  /// - Complexity: O(*n*) in their bytes.
  package func drafts(of id: AccountID) async throws -> [Draft] { throw AccountStoreFault.closed }

  /// Takes a draft away.
  ///
  /// - Returns: Whether there was one.
  package func deleteDraft(_ key: DraftKey, of id: AccountID) async throws -> Bool {
    throw AccountStoreFault.closed
  }
}
