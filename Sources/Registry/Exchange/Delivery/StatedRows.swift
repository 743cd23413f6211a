import Casework
import ExpressionLanguage

/// A statement and the rows that it comes from.
struct StatedRows: Sendable {
  /// The statement.
  var statement: AddressedStatement
  /// The rows that say it, by number.
  var rows: [Int]
  /// The rows that only say it again.
  var doubles: [Int] = []
  /// Whether the sender numbered it, so that it may come again in another delivery.
  var hasOwnReference = false
  /// What sorts statements the same way in whatever order the rows came.
  var order: String
}
