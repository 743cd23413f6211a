import Casework
import ExpressionLanguage

/// What the journal keeps of one entry beside its type: what happened, when, by whose hand.
struct StoredEntry<Happening: Codable & Sendable>: Codable, Sendable {
  var by: Hand
  var event: Happening
  var on: CivilDate
}
