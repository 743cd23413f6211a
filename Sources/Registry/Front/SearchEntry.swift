package import Casework
package import ExpressionLanguage

/// One search for people; what was asked for stands nowhere, since it may be somebody's name.
package struct SearchEntry: Hashable, Sendable {
  /// By what was searched.
  package enum Way: String, CaseIterable, Hashable, Sendable, Codable {
    /// The name of a file.
    case file
    /// The citizen's number.
    case number
    /// The phone.
    case phone
    /// A name, its pinyin or its initials.
    case name
    /// An account whose readings or searches were looked at: a look into the log itself.
    case account
  }

  /// The place in the journal.
  package var position: Int64
  /// Who searched.
  package var by: Hand
  /// What for.
  package var purpose: Purpose
  /// By what.
  package var way: Way
  /// How many people were shown.
  package var hits: Int
  /// The legal date.
  package var on: CivilDate
  /// The moment, in milliseconds since 1970 UTC.
  package var recordedAt: Int64
}
