/// What happens to what is known of a person.
///
/// A fact's number is its place in the file, from 1.
package enum FactEvent: Hashable, Sendable, Codable {
  /// Stated; `supersedes` are the numbers of those it takes the place of.
  case stated(statement: FactStatement, supersedes: [Int])
  /// Taken back by its source as stated in error.
  case withdrawn(fact: Int, reason: String)
  /// The person says it is wrong.
  case disputed(fact: Int, why: String, due: DueDate)
  /// The department answers; an upheld dispute comes with another statement or a withdrawal.
  case disputeAnswered(fact: Int, isUpheld: Bool, reason: String)

  /// The name within `fact/`.
  var name: String {
    switch self {
    case .stated: "stated"
    case .withdrawn: "withdrawn"
    case .disputed: "disputed"
    case .disputeAnswered: "dispute-answered"
    }
  }
}
