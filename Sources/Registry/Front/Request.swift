package import Casework

/// One command as somebody sends it.
package struct Request: Hashable, Sendable {
  /// What is to be done.
  package var command: Command
  /// On whose file; `nil` only for a registration, which opens one.
  package var resident: ResidentID?
  /// Who asks.
  package var actor: Actor
  /// What for.
  package var purpose: Purpose
  /// A name for this request that the sender keeps when sending it again, so that it is carried
  /// out once; opaque, never personal data.
  package var key: String?
  /// How many entries the file had when it was shown to whoever asks; `nil` where it does not matter.
  ///
  /// Where it has more by now, nothing is done.
  package var shownVersion: Int?

  /// Creates a request.
  package init(
    _ command: Command,
    on resident: ResidentID? = nil,
    by actor: Actor,
    for purpose: Purpose,
    key: String? = nil,
    shownVersion: Int? = nil
  ) {
    self.command = command
    self.resident = resident
    self.actor = actor
    self.purpose = purpose
    self.key = key
    self.shownVersion = shownVersion
  }
}

/// What came of a command.
package struct Receipt: Hashable, Sendable {
  /// Whose file; of a registration the new one.
  package var resident: ResidentID
  /// The number of entries that the file now has.
  package var version: Int
  /// The types of the entries that were added to it, in order; empty where all was so already.
  package var events: [String]
  /// The number of the application that they are about, where they are about one: of a submission
  /// the new one.
  package var application: Int?
  /// The place in the journal of the last of them, or where nothing was added of what was there.
  package var position: Int64
  /// Whether the request had been carried out before, so that nothing was done now.
  package var wasRepeated: Bool
}
