import Casework
import EventStore

/// Finds files by phone, which stands nowhere in clear; several people may have one.
enum PhonesModel: FileModel {
  static let table = ReadTable("phones", key: ["phone_index", "resident"], [])

  static let schema = [
    """
    CREATE TABLE phones (
      phone_index BLOB NOT NULL,
      resident TEXT NOT NULL,
      PRIMARY KEY (phone_index, resident)
    )
    """,
    "CREATE INDEX phones_resident ON phones (resident)",
  ]

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool {
    before.person.phone == after.person.phone
      && before.person.mergedInto == after.person.mergedInto
  }

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    guard let phone = view.file.person.phone, view.file.person.mergedInto == nil,
      let digest = self.index(phone, index)
    else { return [] }
    return [ReadRow(table, [.bytes(digest), .text(view.file.id.text)])]
  }

  /// The key under which a phone is found, however it is written; `nil` for what is no phone.
  static func index(_ phone: String, _ index: BlindIndex) -> [UInt8]? {
    plain(phone).map { index($0, "phone") }
  }

  /// The digits of a phone, without China's own prefix.
  static func plain(_ phone: String) -> String? {
    guard var digits = digits(of: phone) else { return nil }
    if digits.hasPrefix("0086") { digits.removeFirst(4) }
    if digits.count == 13, digits.hasPrefix("86") { digits.removeFirst(2) }
    return (7...15).contains(digits.count) ? digits : nil
  }

  private static func digits(of phone: String) -> String? {
    var digits = ""
    // Nearly all are written in ASCII, and the properties of characters take long to look up.
    if phone.utf8.allSatisfy({ $0 < 0x80 }) {
      for scalar in phone.unicodeScalars {
        switch scalar {
        case " ", "-", "(", ")", "+": continue
        case "0"..."9": digits.unicodeScalars.append(scalar)
        default: return nil
        }
      }
      return digits
    }
    for character in phone {
      switch character {
      case " ", "-", "(", ")", "+": continue
      default:
        guard let digit = character.wholeNumberValue, character.isNumber else { return nil }
        digits += String(digit)
      }
    }
    return digits
  }
}
