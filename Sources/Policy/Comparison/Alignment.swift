/// Pairs the elements of two lists in order, so that as little as possible differs.
enum Alignment {
  /// One pair; an element without a partner stands alone.
  struct Pair: Hashable {
    var old: Int?
    var new: Int?
  }

  /// The pairs, in order.
  ///
  /// `cost` is 0 for equal elements, at most 20 for a pair; an element alone
  /// costs 11, so that a pair of which nothing is alike still is one where nothing fits better.
  ///
  /// Where two ways cost the same, `key` decides, alike from both sides.
  ///
  /// - Complexity: O(*n*·*m*).
  static func pairs(
    _ old: Int,
    _ new: Int,
    cost: (Int, Int) -> Int,
    key: (_ isOld: Bool, Int) -> String
  ) -> [Pair] {
    let alone = 11
    var table = Array(repeating: Array(repeating: 0, count: new + 1), count: old + 1)
    for row in 0...old {
      for column in 0...new {
        if row == 0 || column == 0 {
          table[row][column] = (row + column) * alone
          continue
        }
        table[row][column] = min(
          table[row - 1][column - 1] + cost(row - 1, column - 1),
          table[row - 1][column] + alone,
          table[row][column - 1] + alone
        )
      }
    }
    var pairs: [Pair] = []
    var (row, column) = (old, new)
    while row > 0 || column > 0 {
      if row > 0, column > 0,
        table[row][column] == table[row - 1][column - 1] + cost(row - 1, column - 1)
      {
        (row, column) = (row - 1, column - 1)
        pairs.append(Pair(old: row, new: column))
        continue
      }
      let up = row > 0 && table[row][column] == table[row - 1][column] + alone
      let left = column > 0 && table[row][column] == table[row][column - 1] + alone
      if up, !left || key(true, row - 1) < key(false, column - 1) {
        row -= 1
        pairs.append(Pair(old: row, new: nil))
      } else {
        column -= 1
        pairs.append(Pair(old: nil, new: column))
      }
    }
    return pairs.reversed()
  }
}
