package import ExpressionLanguage
import Policy

/// A unified social credit code of eighteen characters: 统一社会信用代码 (GB 32100).
///
/// One character of the office that registered, one of the kind of unit, six digits of the place,
/// nine of the unit itself, and a check character by ISO 7064, MOD 31-3. It is public.
package struct EmployerCode: Hashable, Sendable {
  /// What is wrong with a code.
  package enum Fault: Error, Hashable, Sendable {
    /// It has this many characters.
    case length(Int)
    /// A character that cannot stand at this place, from 1.
    case character(place: Int)
    /// The check character does not fit the rest.
    case check
  }

  private static let length = 18
  /// The characters in the order of their values: no I, O, S, V or Z, which look like others.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)
  private static let place = 3...8

  /// The code, in capitals.
  package let text: String

  /// Reads a code as somebody types it.
  ///
  /// Spaces around it are dropped, full-width digits and letters are taken for the plain ones, and
  /// small letters for capitals.
  ///
  /// - Throws: The first thing that is wrong.
  package init(reading typed: String) throws(Fault) {
    // Counting stops early at a text of millions.
    if typed.isLonger(than: 200) { throw .length(typed.unicodeScalars.count) }
    let scalars = Array(typed.trimmingSpaces.unicodeScalars.map(EmployerCode.plain))
    guard scalars.count == EmployerCode.length else { throw .length(scalars.count) }
    var values: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      guard let value = EmployerCode.alphabet.firstIndex(of: scalar),
        value < 10 || !EmployerCode.place.contains(index + 1)
      else { throw .character(place: index + 1) }
      values.append(value)
    }
    var (sum, weight) = (0, 1)
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    guard values.last == (31 - sum % 31) % 31 else { throw .check }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    self.text = String(text)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isFullWidth = ("\u{FF01}"..."\u{FF5E}").contains(scalar)
    let narrow = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return ("a"..."z").contains(narrow) ? Unicode.Scalar(narrow.value - 0x20) ?? narrow : narrow
  }
}

extension EmployerCode.Fault {
  /// What is wrong, for whoever typed it.
  package var words: Bilingual {
    switch self {
    case .length(let count):
      Bilingual(
        "a unified social credit code has 18 characters; this has \(count)",
        "统一社会信用代码为18位，此处为\(count)位"
      )
    case .character(let place) where (3...8).contains(place):
      Bilingual("character \(place) is not a digit", "第\(place)位不是数字")
    case .character(let place):
      Bilingual(
        "character \(place) is neither a digit nor a letter of such codes (I, O, S, V, Z are none)",
        "第\(place)位不是数字，也不是代码使用的字母（不使用I、O、S、V、Z）"
      )
    case .check:
      Bilingual(
        "the check character does not fit: one is wrong, or two have changed places",
        "校验码不符：有一位写错，或者两位颠倒"
      )
    }
  }

  /// A refusal of whatever was asked with the code.
  package var rejection: Rejection {
    Rejection(
      "bad-employer-code",
      words,
      remedy: Bilingual(
        "read the code from the unit's licence again, or ask the unit for it",
        "请按单位的营业执照或者登记证书重新核对，或者向单位询问"
      )
    )
  }
}
