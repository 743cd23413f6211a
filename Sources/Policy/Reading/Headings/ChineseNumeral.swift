/// Numbers as Chinese law writes them: 十一, 二〇二, 一百零三, 2023.
enum ChineseNumeral {
  /// Whether a number may hold `scalar`.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.anyDigit != nil || digits[scalar] != nil || units[scalar] != nil
  }

  /// The number that `text` writes, in digits or in Chinese; `nil` where it writes none.
  static func value(of text: some StringProtocol) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    if scalars.contains(where: { units[$0] != nil }) { return counted(scalars) }
    var number = 0
    var plain: Bool?
    for scalar in scalars {
      guard let digit = scalar.anyDigit ?? digits[scalar] else { return nil }
      let isPlain = scalar.anyDigit != nil
      if let plain, plain != isPlain { return nil }
      plain = isPlain
      number = number * 10 + digit
    }
    return number
  }

  /// A number with 十, 百, 千 or 万 in it.
  private static func counted(_ scalars: [Unicode.Scalar]) -> Int? {
    var total = 0
    var section = 0
    var pending: Int?
    var smallest = 10_000
    for scalar in scalars {
      if scalar == "零" || scalar == "〇" {
        guard pending == nil, smallest < 10_000 || total > 0 else { return nil }
      } else if let digit = digits[scalar] {
        guard pending == nil else { return nil }
        pending = digit
      } else if scalar == "万" {
        guard total == 0, section + (pending ?? 0) > 0 else { return nil }
        total = (section + (pending ?? 0)) * 10_000
        (section, pending, smallest) = (0, nil, 10_000)
      } else if let unit = units[scalar] {
        guard unit < smallest, pending != nil || (unit == 10 && smallest == 10_000) else {
          return nil
        }
        section += (pending ?? 1) * unit
        (pending, smallest) = (nil, unit)
      } else {
        return nil
      }
    }
    return total + section + (pending ?? 0)
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9,
  ]

  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000]
}
