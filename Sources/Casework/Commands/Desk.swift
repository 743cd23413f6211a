package import ExpressionLanguage

/// All that a command is decided with, beside the file: who asks, for what, on which day, by which
/// law.
///
/// Nothing here reads a clock or a disk.
package struct Desk: Sendable {
  /// Who asks.
  package var actor: Actor
  /// What for.
  package var purpose: Purpose
  /// The legal date.
  package var today: CivilDate
  /// The measures in force on that day.
  package var law: OfficeLaw
  /// The other files that the command names, and those of the actor and of the actor's wards.
  package var files: [ResidentID: ResidentFile]

  /// Lays out a desk.
  package init(
    actor: Actor,
    purpose: Purpose,
    today: CivilDate,
    law: OfficeLaw,
    files: [ResidentID: ResidentFile] = [:]
  ) {
    self.actor = actor
    self.purpose = purpose
    self.today = today
    self.law = law
    self.files = files
  }
}
