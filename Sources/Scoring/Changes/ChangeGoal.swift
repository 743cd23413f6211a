package import ExpressionLanguage
package import Policy

/// What a change is to bring about: a channel that is surely open, and perhaps a total.
package struct ChangeGoal: Hashable, Sendable {
  /// The channel's position in the set.
  package var channel: Int
  /// The least total, in units of the total's last decimal; `nil` where it is enough to be open.
  package var line: Int64?

  /// Creates a goal.
  package init(channel: Int, line: Int64? = nil) {
    self.channel = channel
    self.line = line
  }

  /// The goal of reaching a line in a channel; `nil` where the channel does not rank or no total
  /// can be so high.
  ///
  /// A line with more decimals than the total has is rounded up: no total lies between.
  package init?(channel index: Int, of set: PolicySet, line: DecimalLiteral) {
    guard let number = set.channels[index].rankedBy?.type.number else { return nil }
    var line = line
    while line.scale > number.scale {
      let up = line.units > 0 && line.units % 10 != 0
      line = DecimalLiteral(units: line.units / 10 + (up ? 1 : 0), scale: line.scale - 1)
    }
    guard let units = line.units(atScale: number.scale) else { return nil }
    self.init(channel: index, line: units)
  }
}

/// How far facts bring a goal.
enum GoalVerdict: Hashable, Sendable {
  /// Surely reached.
  case reached
  /// Not reached as long as these facts are missing.
  case undetermined(Missing)
  /// Not reached.
  case notReached

  var missing: Missing? {
    if case .undetermined(let missing) = self { missing } else { nil }
  }
}
