/// Names in ASCII, as nearly all English ones are, read byte by byte: the general way asks the
/// Unicode tables about every character.
enum ASCIIName {
  /// What `NameKey.of` says; `nil` where another character stands in the name.
  static func key(_ name: String) -> String? {
    converted(name, gap: UInt8(ascii: " ")) { byte in
      switch byte {
      case UInt8(ascii: "\t")...UInt8(ascii: "\r"), UInt8(ascii: " "): .gap
      default: .byte(lowered(byte))
      }
    }
  }

  /// What `NameKey.identifier` says; `nil` where another character stands in the name.
  static func identifier(_ name: String) -> String? {
    converted(name, gap: UInt8(ascii: "-")) { byte in
      switch lowered(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        .byte(lowered(byte))
      case UInt8(ascii: "'"): .nothing
      default: .gap
      }
    }
  }

  private enum Piece {
    case byte(UInt8)
    /// One of any number of signs that part words.
    case gap
    case nothing
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Each byte as its piece, one `gap` between words and none at either end.
  private static func converted(
    _ name: String,
    gap: UInt8,
    _ piece: (UInt8) -> Piece
  ) -> String? {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: name.utf8.count) { buffer in
      var count = 0
      var isGap = false
      for byte in name.utf8 {
        switch piece(byte) {
        case .nothing: continue
        case .gap: isGap = count > 0
        case .byte(let byte):
          if isGap {
            buffer[count] = gap
            count += 1
            isGap = false
          }
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
