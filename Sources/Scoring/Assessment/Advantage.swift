/// Which of several assessments of one person is the best for that person (从旧兼从有利).
///
/// One combination of versions decides a case whole; nobody takes the best articles of each. In
/// order: the best channel that is open, by the measures' own order; how many are open; how many
/// are not closed; the points of the channels that rank, in the order of the channels; how many
/// services are open. Unknown points never win. What is equal in all of them goes to the older.
package enum Advantage {
  /// The position of the best; of equal ones the first.
  ///
  /// - Complexity: O(*n*) in the assessments and their channels.
  package static func best(of assessments: [Assessment]) -> Int {
    var best = 0
    for index in assessments.indices.dropFirst()
    where isBetter(assessments[index], than: assessments[best]) {
      best = index
    }
    return best
  }

  /// Whether one assessment is better for the person than another.
  package static func isBetter(_ one: Assessment, than other: Assessment) -> Bool {
    let (left, right) = (rank(one), rank(other))
    if left != right { return left.lexicographicallyPrecedes(right) }
    let (ours, theirs) = (points(one), points(other))
    for name in ours.keys.sorted() {
      guard let mine = ours[name], let yours = theirs[name], mine != yours else { continue }
      return mine > yours
    }
    return open(one) > open(other)
  }

  /// What counts before points, the less the better.
  private static func rank(_ assessment: Assessment) -> [Int64] {
    let open = assessment.channels.filter { $0.outcome == .open }
    let closed = assessment.channels.count { $0.outcome == .closed }
    return [
      open.map { $0.order ?? .max - 1 }.min() ?? .max,
      -Int64(open.count),
      Int64(closed - assessment.channels.count),
    ]
  }

  /// The known totals of the channels that are not closed, at one scale.
  private static func points(_ assessment: Assessment) -> [String: Int128] {
    var totals: [String: Int128] = [:]
    for channel in assessment.channels where channel.outcome != .closed {
      guard let total = channel.total, let points = total.points else { continue }
      var value = Int128(points)
      for _ in total.scale..<max(total.scale, 12) { value *= 10 }
      totals[channel.id] = value
    }
    return totals
  }

  private static func open(_ assessment: Assessment) -> Int {
    assessment.services.count { $0.answer == .open }
  }
}
