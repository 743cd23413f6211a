import Casework
import ExpressionLanguage

/// A row after all that can be said of it alone.
struct CheckedRow: Sendable {
  /// Its number among the rows, from 1.
  var number: Int
  /// The line on which it begins.
  var line: Int
  /// Whose it is, if that can be read.
  var identity: IdentityNumber?
  /// What stands where the identity number should, if it cannot be read.
  var damagedNumber = ""
  /// The name, if given.
  var name = ""
  /// The day for which it is said.
  var asOf: CivilDate
  /// The first day on which it is true.
  var from: CivilDate?
  /// The last day.
  var until: CivilDate?
  /// The sender's number of it; empty where there is none.
  var reference = ""
  /// What it says.
  var content: Content = .none
  /// Why it is returned; empty for a sound row.
  var reasons: [RowReason] = []

  /// What a row says.
  enum Content: Hashable, Sendable {
    /// One value.
    case value(String)
    /// One record, by attribute.
    case record([String: String])
    /// Known to be none.
    case none
  }

  /// Whether two rows say the same.
  func saysTheSame(as other: CheckedRow) -> Bool {
    content == other.content && asOf == other.asOf && from == other.from && until == other.until
  }

  /// What sorts rows the same way in whatever order they came.
  var order: String {
    let said =
      switch content {
      case .value(let text): text
      case .record(let record): CheckedRow.order(of: record)
      case .none: ""
      }
    return [
      asOf.description, from?.description ?? "", until?.description ?? "", said, reference,
    ].joined(separator: "\u{1}")
  }

  /// What sorts records: spells by their begin, others by their attributes.
  static func order(of record: [String: String]) -> String {
    let begin = record["from"] ?? ""
    let rest = record.sorted { $0.key < $1.key }.map { "\($0.key)\u{2}\($0.value)" }
    return ([begin] + rest).joined(separator: "\u{3}")
  }
}
