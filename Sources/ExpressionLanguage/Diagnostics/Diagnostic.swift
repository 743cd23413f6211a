/// How much a diagnostic weighs.
package enum Severity: Int, Comparable, Sendable {
  /// A statement of fact, such as what could not be proved.
  case note
  /// Something that is probably wrong, but decides all the same.
  case warning
  /// Something that stops the document from being used.
  case error

  /// Whether `lhs` weighs less than `rhs`.
  package static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// One finding about a place in a text: what is wrong, why, and what to do.
package struct Diagnostic: Hashable, Sendable {
  /// A remark that belongs to a diagnostic, perhaps about another place.
  package struct Note: Hashable, Sendable {
    /// What the remark says.
    package var text: Bilingual

    /// Creates a remark.
    package init(_ text: Bilingual) { self.text = text }
  }

  /// The stable name of the kind of finding, such as `comma-in-number`.
  package var id: String
  /// How much it weighs.
  package var severity: Severity
  /// What is wrong, in a few words.
  package var headline: Bilingual
  /// The bytes that are wrong.
  package var range: SourceRange
  /// Why it is wrong, in the reader's words.
  package var reason: Bilingual?
  /// Remarks, in order.
  package var notes: [Note]
  /// What to write instead.
  package var fix: Bilingual?

  /// Creates a finding.
  package init(
    _ id: String,
    _ severity: Severity = .error,
    at range: SourceRange,
    _ headline: Bilingual,
    reason: Bilingual? = nil,
    notes: [Bilingual] = [],
    fix: Bilingual? = nil
  ) {
    self.id = id
    self.severity = severity
    self.headline = headline
    self.range = range
    self.reason = reason
    self.notes = notes.map(Note.init)
    self.fix = fix
  }
}
