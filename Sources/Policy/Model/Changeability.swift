package import ExpressionLanguage

/// How a fact of a person can come to be another: what the column `can change` says of it.
package enum Changeability: Hashable, Sendable {
  /// Nobody changes it, or nobody should be told to.
  case fixed
  /// To any value of its type.
  case free
  /// Only to what is higher in its order: an education, a title.
  case upward
  /// By nobody; it goes on with the year of the legal date.
  case yearly
  /// Only to these values: a permit can be obtained, and nobody gives one up to gain.
  case to([Value])

  /// Whether the person can change it at all.
  package var isPossible: Bool {
    switch self {
    case .fixed, .yearly: false
    case .free, .upward, .to: true
    }
  }

  /// The column's text for a fact of `type`, in English as dictionaries write it.
  package func text(_ type: ValueType) -> String {
    switch self {
    case .fixed: return "no"
    case .free: return "yes"
    case .upward: return "up"
    case .yearly: return "each year"
    case .to(let values):
      let words = values.map { value in
        switch value {
        case .truth(let truth): truth ? "yes" : "no"
        default: "\"\(type.canonical(value))\""
        }
      }
      return "to " + words.joined(separator: ", ")
    }
  }
}
