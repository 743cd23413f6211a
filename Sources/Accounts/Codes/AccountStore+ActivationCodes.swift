package import Casework
import FoundationEssentials
import GRDB

extension AccountStore {
  /// Makes a code with which a person binds an account to their file.
  ///
  /// An older one for the file is good no more.
  ///
  /// - Parameters:
  ///   - resident: The file.
  ///   - proof: What the person must give beside the code, such as their identity number; may be
  ///     empty, but then whoever finds the code has the file. Kept as a keyed hash.
  ///   - author: Who makes it.
  /// - Returns: The code.
  /// - Throws: `AccountStoreFault`.
  package func makeActivationCode(
    for resident: ResidentID,
    proof: String = "",
    by author: AccountID
  ) async throws -> ActivationCode {
    try await write { transaction in
      let code = Crockford.randomChecked()
      let expiresAt = transaction.now + ActivationCode.lifetime
      let index = transaction.codeIndex(code)
      let place = "activation_codes/\(index.hexadecimal)"
      try transaction.run(
        "INSERT OR REPLACE INTO activation_codes VALUES (?, ?, ?, ?, ?, 0)",
        [
          index, transaction.index(resident), try transaction.vault.seal(resident.text, place),
          transaction.proofIndex(proof, code), expiresAt,
        ]
      )
      try transaction.note(.codeMade, nil, by: author)
      return ActivationCode(text: "\(code.prefix(4))-\(code.dropFirst(4))", expiresAt: expiresAt)
    }
  }

  /// Binds the session's account to the file that a code was made for.
  ///
  /// The session gets a new token. A slip of the hand, which the ninth character finds, costs no
  /// try; other wrong codes count for the account and the address like wrong passwords.
  ///
  /// - Parameters:
  ///   - typed: The code, in any case, with or without hyphens and spaces.
  ///   - proof: What the person gives beside it.
  ///   - token: The session's, of an account that is bound to no file.
  ///   - address: Where the request comes from.
  /// - Returns: The session under its new token.
  /// - Throws: `AccountFault.codeInvalid`, `.wait`, `.residentBound`, `.sessionEnded`,
  ///   `.notSignedIn`.
  package func redeemActivationCode(
    _ typed: String,
    proof: String = "",
    in token: SessionToken,
    from address: NetworkAddress
  ) async throws -> OpenedSession {
    let code = Crockford.checked(typed)
    let redeemed = try await write { transaction -> Result<OpenedSession, AccountFault> in
      let account = try transaction.signedInSession(token).account
      if account.resident != nil { throw AccountFault.residentBound }
      guard let code else { return .failure(.codeInvalid) }
      let lockout = transaction.vault.index("activation", account.id.text)
      let counted: CountedTry
      switch try transaction.begin(TryPlace(name: lockout), address) {
      case .failure(let refused): return .failure(refused.fault)
      case .success(let begun): counted = begun
      }
      guard let resident = try transaction.redeem(code, proof) else {
        try transaction.fail(counted, .wrongCode, account.id)
        return .failure(.codeInvalid)
      }
      _ = try transaction.succeed(counted)
      try transaction.bind(account, to: resident)
      return .success(try transaction.rotate(token))
    }
    return try redeemed.get()
  }
}

extension AccountTransaction {
  func codeIndex(_ code: String) -> Data { vault.index("activation code", code) }

  func proofIndex(_ proof: String, _ code: String) -> Data {
    let plain = proof.folded.filter { !$0.isWhitespace }
    return vault.index("activation proof", Array(code.utf8), Array(plain.utf8))
  }

  /// The file that a code was made for, once; a wrong proof uses up one of the code's tries.
  func redeem(_ code: String, _ proof: String) throws -> ResidentID? {
    let index = codeIndex(code)
    let row = try row(
      "SELECT * FROM activation_codes WHERE code_index = ? AND expires > ? AND attempts < ?",
      [index, now, ActivationCode.mostAttempts]
    )
    guard let row else { return nil }
    guard areSame(row["proof_index"] as Data, proofIndex(proof, code)) else {
      try run("UPDATE activation_codes SET attempts = attempts + 1 WHERE code_index = ?", [index])
      return nil
    }
    try run("DELETE FROM activation_codes WHERE code_index = ?", [index])
    let text = try vault.openText(row["resident"], "activation_codes/\(index.hexadecimal)")
    return text.flatMap(ResidentID.init)
  }
}
