import ExpressionLanguage
import Policy

/// The order in which channels are told.
enum ChannelOrder {
  /// The positions of a set's channels: open, undetermined, closed; then by their order, then as
  /// declared.
  static func of(_ set: PolicySet, _ decision: Decision) -> [Int] {
    func key(_ index: Int) -> (Int, Int64, Int) {
      let outcome = Outcome.allCases.firstIndex(of: decision.channels[index].outcome) ?? 0
      return (outcome, set.channels[index].order ?? .max, index)
    }
    return set.channels.indices.sorted { key($0) < key($1) }
  }
}
