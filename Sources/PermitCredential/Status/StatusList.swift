/// The status of a million permits in two bits each, as in the IETF's Token Status List.
///
/// 0 valid, 1 cancelled, 2 suspended, 3 unknown; the first place is in the lowest bits of the first
/// byte. It tells nobody whose they are.
package struct StatusList: Hashable, Sendable {
  /// The bits of one place.
  static let bits = 2
  /// The bytes of a list.
  static let byteCount = StatusPlace.listSize * bits / 8

  /// Its number, from 0.
  package let number: Int
  /// The places, four to a byte.
  private(set) var bytes: [UInt8]

  /// Creates a list in which all is valid.
  package init(number: Int) {
    self.number = number
    bytes = [UInt8](repeating: 0, count: StatusList.byteCount)
  }

  /// `nil` for any other number of bytes.
  init?(number: Int, bytes: [UInt8]) {
    guard bytes.count == StatusList.byteCount else { return nil }
    self.number = number
    self.bytes = bytes
  }

  /// The status at a place; outside the list it is unknown, and cannot be set.
  package subscript(index: Int) -> PermitStatus {
    get {
      guard (0..<StatusPlace.listSize).contains(index) else { return .unknown }
      return switch bytes[index >> 2] >> shift(index) & 3 {
      case 0: .valid
      case 1: .cancelled
      case 2: .suspended
      default: .unknown
      }
    }
    set {
      guard (0..<StatusPlace.listSize).contains(index) else { return }
      let value: UInt8 =
        switch newValue {
        case .valid: 0
        case .cancelled: 1
        case .suspended: 2
        case .unknown: 3
        }
      bytes[index >> 2] = bytes[index >> 2] & ~(3 << shift(index)) | value << shift(index)
    }
  }

  private func shift(_ index: Int) -> UInt8 { UInt8(index & 3) * 2 }
}
