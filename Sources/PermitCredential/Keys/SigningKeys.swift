import Crypto

/// The office's private keys.
///
/// The newest signs; the older ones are there so that what they signed still verifies.
///
/// Each is a PEM file for its owner's eyes only, or a part of an environment variable, with a line
/// `Created: 2026-11-23T05:21:15Z` above it. None is ever printed or logged.
///
/// ## Topics
/// - Getting keys: ``opened(folder:)``, ``chosen(folder:environment:isDemo:)``, ``demo()``
/// - Changing them: ``rotate(folder:now:)``
/// - What others may see: ``publicKeys``
package struct SigningKeys: Sendable {
  /// The variable that holds keys where no folder does: PEM texts, each with its line above it.
  package static let variable = "ANJU_PERMIT_KEYS"
  /// The issuer of demonstrations, so that their permits are nobody's elsewhere.
  package static let demoIssuer = "demo"

  /// The keys, the newest first; never empty.
  package let all: [SigningKey]
  /// The one that signs.
  package let newest: SigningKey
  /// What everybody may see of them.
  package let publicKeys: PublicKeys

  /// Creates the keys; `place` is said where something is wrong.
  init(_ keys: [SigningKey], _ place: String) async throws(KeyFault) {
    let sorted = keys.sorted { $0.created > $1.created }
    guard let first = sorted.first else { throw .empty(place: place) }
    for (older, newer) in zip(sorted.dropFirst(), sorted) where older.created == newer.created {
      throw .twice(kid: older.kid)
    }
    all = sorted
    newest = first
    publicKeys = try await PublicKeys(sorted.map(\.publicKey))
  }

  /// A new key in memory, for demonstrations and tests: gone with the program.
  ///
  /// - Throws: `KeyFault`, never for a sound random key.
  package static func demo(now: Int64 = 0) async throws(KeyFault) -> SigningKeys {
    guard let key = try? await SigningKey(P256.Signing.PrivateKey(), created: now) else {
      throw .unreadable(place: demoIssuer)
    }
    return try await SigningKeys([key], demoIssuer)
  }

  /// The keys that a person's choices name: a demonstration, a folder, or else the environment.
  ///
  /// - Throws: `KeyFault` if there is none, or any is not sound.
  package static func chosen(
    folder: String?,
    environment: [String: String],
    isDemo: Bool
  ) async throws(KeyFault) -> SigningKeys {
    if isDemo { return try await demo() }
    if let folder { return try await opened(folder: folder) }
    guard let text = environment[variable], !text.isEmpty else {
      throw .missing(variable: variable)
    }
    return try await SigningKeys(PEMKeys.read(text, variable), variable)
  }
}

extension SigningKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The public names, and dots.
  package var description: String { all.map(\.description).joined(separator: ", ") }
  /// The public names, and dots.
  package var debugDescription: String { description }
  /// Nothing within.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
