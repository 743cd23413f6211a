/// Finds the name that somebody meant.
package enum Spelling {
  /// The candidate nearest to `name`, if one is near enough to be meant.
  ///
  /// A candidate is near when at most a third of its characters, and never more than three, differ.
  ///
  /// - Complexity: O(*c* · *n*²) for *c* candidates of *n* characters.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
    guard wanted.count >= 2 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let limit = min(3, max(1, max(scalars.count, wanted.count) / 3))
      guard abs(scalars.count - wanted.count) <= limit, scalars.count <= 120 else { continue }
      let distance = editDistance(wanted, scalars)
      guard distance <= limit else { continue }
      if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// The number of insertions, deletions, changes and swaps of neighbours between two texts.
  static func editDistance(_ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...rhs.count)]
    for i in 1..<(lhs.count + 1) {
      var row = [i] + Array(repeating: 0, count: rhs.count)
      for j in 1..<(rhs.count + 1) {
        let cost = lhs[i - 1] == rhs[j - 1] ? 0 : 1
        row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
        if i > 1, j > 1, lhs[i - 1] == rhs[j - 2], lhs[i - 2] == rhs[j - 1] {
          row[j] = min(row[j], rows[i - 2][j - 2] + 1)
        }
      }
      rows.append(row)
    }
    return rows[lhs.count][rhs.count]
  }
}
