import Crypto
import Synchronization

/// The keys of subjects, unwrapped when they are first needed.
final class KeyRing: Sendable {
  /// How a subject stands.
  enum Standing: Sendable {
    case key(SubjectKey)
    case destroyed
    case unknown
  }

  /// The wrapped key of a destroyed subject: zeros in the place of the bytes that were there.
  static let destroyedKey = [UInt8](repeating: 0, count: 32 + Cipher.overhead)
  private static let mostKept = 200_000

  private struct State {
    var vault: Vault
    var kept: [String: SubjectKey] = [:]
    var destroyed: Set<String> = []
  }

  private let state: Mutex<State>

  init(_ vault: Vault) { state = Mutex(State(vault: vault)) }

  var vault: Vault {
    get { state.withLock { $0.vault } }
    set { state.withLock { $0.vault = newValue } }
  }

  /// How a subject stands, as one connection sees it; the key stays with the caller.
  func standing(of subject: String, on connection: Connection) throws -> Standing {
    let known: Standing? = state.withLock { state in
      if let key = state.kept[subject] { return .key(key) }
      return state.destroyed.contains(subject) ? .destroyed : nil
    }
    if let known { return known }
    let statement = try connection.statement("SELECT key FROM journal_subjects WHERE subject = ?")
    defer { statement.reset() }
    try statement.bind(subject, at: 1)
    guard try statement.step() else { return .unknown }
    let wrapped = statement.bytes(0)
    if wrapped == Self.destroyedKey { return .destroyed }
    guard let key = vault.unwrap(wrapped, named: subject) else {
      throw StoreError.unreadable(
        path: connection.path,
        why: .subjectKey(number: nil)
      )
    }
    return .key(SubjectKey(key))
  }

  /// Keeps a key that was committed.
  func keep(_ keys: [String: SubjectKey]) {
    if keys.isEmpty { return }
    state.withLock { state in
      if state.kept.count + keys.count > Self.mostKept { state.kept = [:] }
      for (subject, key) in keys where !state.destroyed.contains(subject) {
        state.kept[subject] = key
      }
    }
  }

  /// Forgets a key that is about to be destroyed; nobody who still sees it may bring it back.
  func destroy(_ subjects: [String]) {
    state.withLock { state in
      for subject in subjects {
        state.kept[subject] = nil
        state.destroyed.insert(subject)
      }
    }
  }

  /// Takes back a destruction that was not committed.
  func restore(_ subjects: [String]) {
    state.withLock { $0.destroyed.subtract(subjects) }
  }
}
