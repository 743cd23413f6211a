/// What a fact or a rule is for one person: known, absent or unknown.
///
/// *Absent* is known to be none. *Unknown* is not supplied yet and carries what is missing. There
/// is no null. The meaning of a number, its scale and unit, stands in its type, not here.
package enum Value: Hashable, Sendable {
  /// Known to be none; only where the type is optional.
  case absent
  /// Yes or no.
  case truth(Bool)
  /// A fixed-point number: units of the type's last decimal.
  case number(Int64)
  /// A day.
  case date(CivilDate)
  /// A minute.
  case instant(CivilInstant)
  /// One of the type's values, by position.
  case choice(Int)
  /// Free text, which rules can only carry.
  case text(String)
  /// Several values in order.
  indirect case list([Value])
  /// Not supplied yet.
  case unknown(Missing)

  /// Whether the value is not unknown.
  package var isKnown: Bool {
    if case .unknown = self { false } else { true }
  }

  /// What the value waits for, if it is unknown.
  package var missing: Missing? {
    if case .unknown(let missing) = self { missing } else { nil }
  }
}
