import TestSupport

/// Damages good texts in ways that people, editors and enemies do, the same for the same seed.
struct Mutator {
  private var generator: SplitMix64
  private let seeds: [[UInt8]]

  /// Creates the mutator of `seeds` whose whole sequence follows from `seed`.
  init(_ seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    generator = SplitMix64(seed: seed)
  }

  /// The next damaged text.
  mutating func next() -> [UInt8] {
    var bytes = seeds.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...5, using: &generator) { damage(&bytes) }
    return bytes
  }

  private static let pieces: [String] = [
    "\n", "\n\n", " ", "  ", "|", "| |", "`", "**", "#", "{", "}", "> ", "<!--", "-->", "---\n",
    "1. ", "- ", " · ", "·", "：", "\"", "\\", "```", "\t", "\0", "\u{FEFF}", "第三条", "之一", "(", ")",
    "[", "]", "..", ",", "，", "“", "”", "<", ">=", "＜", "=", "not(", "if ", " then ", " else ",
    " and ",
    " or ", " in ", " otherwise ", "none", "?", "true", "-", "+", "*", "/", "%", "0", "9", "_", ".",
    "99999999999999999999", "999999999999999999", "0.000000000001", "2024-02-30", "2024-02",
    "9999-12-31",
    "0001-01-01", " years", " months", " points", " yuan", "年", "元", "legal date", "birth date",
    "jobs",
    "{standing: sample}", "{exception to: ", "{given: level}", "{each of: awards}", "optional ",
    "round(",
    "age(", "months(", "current run(", "sum(", "largest(", "covers(", "from: ", "to: ", ": ", "&a ",
    "*a",
    "!!", "|\n  ", "\u{E000}", "e\u{301}", "👩‍👩‍👧", "\u{2028}", "\r\n",
  ]

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let length = Int.random(in: 0...min(40, bytes.count - place), using: &generator)
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: bytes.removeSubrange(place..<(place + length))
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 3, 4, 5:
      if let piece = Mutator.pieces.randomElement(using: &generator) {
        bytes.replaceSubrange(place..<(place + min(length, 3)), with: piece.utf8)
      }
    case 6: splice(&bytes, at: place)
    case 7: moveLine(&bytes)
    default:
      let piece = bytes[place..<(place + length)]
      let times = Int.random(in: 2...60, using: &generator)
      bytes.insert(contentsOf: Array(repeating: piece, count: times).joined(), at: place)
    }
  }

  private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
    guard let other = seeds.randomElement(using: &generator), !other.isEmpty else { return }
    let start = Int.random(in: 0..<other.count, using: &generator)
    let end = min(other.count, start + Int.random(in: 1...200, using: &generator))
    bytes.insert(contentsOf: other[start..<end], at: place)
  }

  private mutating func moveLine(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let line = lines.randomElement(using: &generator) else { return }
    if Bool.random(using: &generator) {
      lines.remove(at: Int.random(in: 0..<lines.count, using: &generator))
    }
    lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
