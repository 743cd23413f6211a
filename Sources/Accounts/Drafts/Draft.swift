/// What a draft is of.
package struct DraftKey: Hashable, Sendable {
  /// The kind of form, such as `permit application`; kept readable.
  package let kind: String
  /// Whom or what it is about, such as a resident's id, or nothing; kept encrypted.
  package let subject: String

  /// Creates a key.
  package init(kind: String, subject: String = "") {
    self.kind = kind
    self.subject = subject
  }
}

/// Something half filled in, kept for its account until it is handed in.
package struct Draft: Hashable, Sendable {
  /// The most bytes that one may have.
  package static let mostBytes = 262_144
  /// The most that one account may have.
  package static let mostOfAccount = 100
  /// How long it is kept after the last saving, in milliseconds.
  package static let lifetime: Int64 = 90 * .day

  /// What it is of.
  package let key: DraftKey
  /// Its bytes, which mean nothing to the store.
  package let body: [UInt8]
  /// 1 when first saved, one more each time.
  package let version: Int
  /// When it was saved, in milliseconds since 1970.
  package let savedAt: Int64
  /// When it goes.
  package let expiresAt: Int64
}
