/// Within which bounds JSON is read, and what of it.
struct JSONLimits: Sendable {
  /// The most lists and maps that may stand inside one another.
  var depth: Int
  /// The most keys, values, lists and maps.
  var nodes: Int
  /// Whether `null` is a value: in what programs write, never in a person's file.
  var allowsNull: Bool

  /// For the file of a person.
  static let person = JSONLimits(
    depth: FactFileLimits.depth,
    nodes: FactFileLimits.nodes,
    allowsNull: false
  )

  /// For the record of a decision: conditions and lines stand inside one another as rules do.
  static let record = JSONLimits(depth: 500, nodes: 2_000_000, allowsNull: true)
}
