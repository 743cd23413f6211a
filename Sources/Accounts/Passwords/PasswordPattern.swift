/// Finds passwords that are one thing over and over, a sequence or a walk over the keyboard.
enum PasswordPattern {
  /// A run shorter than this is chance.
  private static let shortest = 3
  /// So many characters may stand beside the runs.
  private static let mostBeside = 2

  static func isPattern(_ password: String) -> Bool {
    let scalars = Array(password.unicodeScalars.map(\.value))
    if Set(scalars).count <= 3 { return true }
    if isRepetition(scalars) { return true }
    return scalars.count - covered(scalars) <= mostBeside
  }

  /// Whether it is a part of at most half its length, over and over, the last time maybe cut.
  private static func isRepetition(_ scalars: [UInt32]) -> Bool {
    guard scalars.count >= 2 else { return true }
    return (1...scalars.count / 2).contains { period in
      scalars.indices.dropFirst(period).allSatisfy { scalars[$0] == scalars[$0 - period] }
    }
  }

  /// How many characters belong to runs.
  private static func covered(_ scalars: [UInt32]) -> Int {
    var (sum, start) = (0, 0)
    while start < scalars.count {
      let length = max(sequence(scalars, start), walk(scalars, start))
      if length >= shortest {
        sum += length
        start += length
      } else {
        start += 1
      }
    }
    return sum
  }

  /// How long the same step, of one up, one down or none, goes on.
  private static func sequence(_ scalars: [UInt32], _ start: Int) -> Int {
    guard start + 1 < scalars.count else { return 1 }
    let step = Int64(scalars[start + 1]) - Int64(scalars[start])
    guard (-1...1).contains(step) else { return 1 }
    var end = start + 1
    while end + 1 < scalars.count, Int64(scalars[end + 1]) - Int64(scalars[end]) == step {
      end += 1
    }
    return end - start + 1
  }

  /// How long each key touches the one before.
  private static func walk(_ scalars: [UInt32], _ start: Int) -> Int {
    guard var last = keys[scalars[start]] else { return 1 }
    var end = start
    while end + 1 < scalars.count, let next = keys[scalars[end + 1]], next.touches(last) {
      last = next
      end += 1
    }
    return end - start + 1
  }

  private struct Key {
    let row: Int
    /// From the left, in halves of a key.
    let place: Int

    func touches(_ other: Key) -> Bool {
      let (down, across) = (abs(row - other.row), abs(place - other.place))
      return down == 0 ? across <= 2 : down == 1 && across <= 1
    }
  }

  private static let keys: [UInt32: Key] = {
    let rows = [
      (0, ["`1234567890-=", "~!@#$%^&*()_+"]), (3, ["qwertyuiop[]\\", "QWERTYUIOP{}|"]),
      (4, ["asdfghjkl;'", "ASDFGHJKL:\""]), (5, ["zxcvbnm,./", "ZXCVBNM<>?"]),
    ]
    var keys: [UInt32: Key] = [:]
    for (row, (indent, lines)) in rows.enumerated() {
      for line in lines {
        for (place, scalar) in line.unicodeScalars.enumerated() {
          keys[scalar.value] = Key(row: row, place: indent + 2 * place)
        }
      }
    }
    return keys
  }()
}
