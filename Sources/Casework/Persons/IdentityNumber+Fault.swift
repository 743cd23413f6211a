package import ExpressionLanguage

extension IdentityNumber {
  /// What is wrong with a number; it never repeats the number.
  package enum Fault: Error, Hashable, Sendable {
    /// It has this many characters.
    case length(Int)
    /// It has fifteen digits, as numbers had before 1999.
    case oldNumber
    /// A character that cannot stand at this place, from 1.
    case character(place: Int)
    /// The first digits are no place.
    case region
    /// The calendar has no such birth date, or it is before 1880.
    case birthDate
    /// The check digit does not fit the rest: a digit is wrong, or two changed places.
    case checkDigit
    /// The birth date is after today.
    case bornInFuture

    /// What is wrong, for whoever typed it.
    package var words: Bilingual {
      switch self {
      case .length(let count):
        Bilingual(
          "an identity number has 18 characters; this has \(count)",
          "公民身份号码为18位，此处为\(count)位"
        )
      case .oldNumber:
        Bilingual(
          "this is an old number of 15 digits; the present one has 18 and stands on the card",
          "这是15位旧号码；现行号码为18位，见居民身份证"
        )
      case .character(let place) where place == IdentityNumber.length:
        Bilingual("the last character is a digit or X", "末位应为数字或X")
      case .character(let place):
        Bilingual("character \(place) is not a digit", "第\(place)位不是数字")
      case .region:
        Bilingual(
          "the first two digits are no province, region or city",
          "前两位不是任何省、自治区、直辖市的代码"
        )
      case .birthDate:
        Bilingual(
          "characters 7 to 14 are no birth date that can be",
          "第7至14位不是可能的出生日期"
        )
      case .checkDigit:
        Bilingual(
          "the check digit does not fit: a digit is wrong, or two have changed places",
          "校验码不符：有数字写错，或者两位颠倒"
        )
      case .bornInFuture:
        Bilingual("the birth date lies in the future", "出生日期在今天之后")
      }
    }

    /// A refusal of whatever was asked with the number.
    package var rejection: Rejection {
      Rejection(
        "bad-identity-number",
        words,
        remedy: Bilingual(
          "read the number from the card again",
          "请按居民身份证重新核对号码"
        )
      )
    }
  }
}
