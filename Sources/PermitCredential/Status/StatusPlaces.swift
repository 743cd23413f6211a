import Crypto
import FoundationEssentials
import Glibc

/// Gives each card its place in the status lists without keeping a table: a permutation under a
/// key of the card's number.
///
/// The number is the position in the journal of the event that made the card: every card has one,
/// no two have the same, and it never changes. A million numbers share a list; within it they are
/// shuffled, so that neighbours in a list have nothing to do with each other.
///
/// **The key must stay as long as any code is in use**: with another one, codes on paper point at
/// other cards' places. It guards no more than the order, so there is no need to change it.
package struct StatusPlaces: Sendable {
  /// The variable that holds the key where no folder does: 64 hexadecimal digits.
  package static let variable = "ANJU_PERMIT_SHUFFLE_KEY"
  private static let fileName = "status-places.key"
  static let rounds = 8

  private let key: SymmetricKey

  /// Creates the permutation of a key of at least 16 bytes; `nil` for less.
  package init?(key: [UInt8]) {
    guard key.count >= 16 else { return nil }
    self.key = SymmetricKey(data: key)
  }

  /// The permutation of demonstrations, the same each time.
  package static let demo = StatusPlaces(SymmetricKey(data: Array("anju demo places 1".utf8)))

  private init(_ key: SymmetricKey) { self.key = key }

  /// Reads the key that lies beside the signing keys, `status-places.key`.
  ///
  /// It is made with the first of them (`SigningKeys.rotate`) and never again: a new one in the
  /// place of one that was lost would make codes on paper point at other cards.
  ///
  /// - Throws: `KeyFault` if it is not there, others may read it, or it is no key.
  package static func kept(folder: String) throws(KeyFault) -> StatusPlaces {
    let path = folder + "/" + fileName
    if try !KeyFolder.names(folder).contains(fileName) { throw .shuffleMissing(path: path) }
    return try read(String(decoding: KeyFolder.read(path), as: UTF8.self), path)
  }

  /// Makes the key of a folder that has none yet.
  static func make(folder: String) throws(KeyFault) {
    if try KeyFolder.names(folder).contains(fileName) { return }
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255) }
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    do throws(KeyFault) {
      try KeyFolder.write(Array((digits.joined() + "\n").utf8), folder + "/" + fileName)
    } catch .unwritten(_, EEXIST) {
      // Another program made it meanwhile; that one counts.
    }
  }

  /// The permutation that a person's choices name, as for `SigningKeys.chosen`.
  ///
  /// - Throws: `KeyFault` if there is none, or it is no key.
  package static func chosen(
    folder: String?,
    environment: [String: String],
    isDemo: Bool
  ) throws(KeyFault) -> StatusPlaces {
    if isDemo { return demo }
    if let folder { return try kept(folder: folder) }
    guard let text = environment[variable], !text.isEmpty else {
      throw .missing(variable: variable)
    }
    return try read(text, variable)
  }

  private static func read(_ text: String, _ place: String) throws(KeyFault) -> StatusPlaces {
    let digits = text.utf8.filter { $0 > 0x20 }.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 64, !digits.contains(nil) else { throw .shuffleKey(place: place) }
    let values = digits.compactMap { $0 }
    let bytes = stride(from: 0, to: 64, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    return StatusPlaces(SymmetricKey(data: bytes))
  }

  /// The place of the card with this number; `nil` for a number below 0 or beyond 2^40.
  package func place(of number: Int64) -> StatusPlace? {
    guard let plain = StatusPlace(number: number) else { return nil }
    let index = StatusPlaces.permuted(plain.index) { round, half in
      value(list: plain.list, round: round, half: half)
    }
    return StatusPlace(list: plain.list, index: index)
  }

  /// The status lists of an office, built from the number and status of each card that was ever
  /// made; places without a card say valid, and no token points at them.
  ///
  /// - Complexity: O(*n*) cards; each list costs 8,192 HMACs besides.
  package func lists(
    of cards: some Sequence<(number: Int64, status: PermitStatus)>
  ) -> [StatusList] {
    var lists: [Int: (table: [UInt16], list: StatusList)] = [:]
    for (number, status) in cards {
      guard let plain = StatusPlace(number: number) else { continue }
      let key = plain.list
      if lists[key] == nil { lists[key] = (table(list: key), StatusList(number: key)) }
      // A place that was never touched is valid already.
      guard status != .valid, let table = lists[key]?.table else { continue }
      let index = StatusPlaces.permuted(plain.index) { Int(table[$0 << 10 | $1]) }
      lists[key]?.list[index] = status
    }
    return lists.keys.sorted().compactMap { lists[$0]?.list }
  }

  /// A Feistel network over two halves of ten bits: whatever the rounds say, no two places meet.
  private static func permuted(_ index: Int, _ function: (_ round: Int, _ half: Int) -> Int) -> Int
  {
    var (left, right) = (index >> 10, index & 0x3FF)
    for round in 0..<rounds { (left, right) = (right, left ^ function(round, right)) }
    return left << 10 | right
  }

  private func table(list: Int) -> [UInt16] {
    (0..<StatusPlaces.rounds * 1_024).map { entry in
      UInt16(value(list: list, round: entry >> 10, half: entry & 0x3FF))
    }
  }

  private func value(list: Int, round: Int, half: Int) -> Int {
    var bytes = Array("anju status place 1".utf8)
    for number in [list, round, half] {
      withUnsafeBytes(of: Int64(number).bigEndian) { bytes += $0 }
    }
    var code = HMAC<SHA256>.authenticationCode(for: bytes, using: key).makeIterator()
    return (Int(code.next() ?? 0) << 8 | Int(code.next() ?? 0)) & 0x3FF
  }
}
