import Casework

/// A checked row and whose file it is for.
struct AddressedRow: Sendable {
  /// The row.
  var row: CheckedRow
  /// The file; `nil` where the number cannot be read or nobody has it.
  var resident: ResidentID?
}
