/// One value in the portable SQL that read models use.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])

  /// The whole number, if it is one.
  package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  /// The text, if it is one.
  package var text: String? { if case .text(let value) = self { value } else { nil } }
  /// The bytes, if it is bytes.
  package var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
}

/// One row of a query, its values in the order of the columns.
package struct SQLRow: Hashable, Sendable {
  /// The values.
  package var values: [SQLValue]

  /// Creates a row.
  package init(_ values: [SQLValue]) { self.values = values }

  /// The value of a column, from 0.
  package subscript(_ column: Int) -> SQLValue { values[column] }
}
