package import ExpressionLanguage

/// A QR code: a square of dark and light modules.
package struct QRCode: Hashable, Sendable {
  /// How much of it may be lost.
  package enum Correction: CaseIterable, Hashable, Sendable {
    /// 7, 15, 25 and 30 in a hundred.
    case low, medium, quartile, high
  }

  /// The light modules that must stand around it.
  package static let quietZone = 4

  /// From 1 to 40.
  package let version: Int
  /// How many modules a side has, without the quiet zone.
  package let width: Int
  private let modules: [Bool]

  /// Draws a text in the smallest code that holds it.
  ///
  /// - Throws: `QRFault` if it is empty, holds a zero byte or is too long for any code.
  package init(_ text: String, correction: Correction = .medium) throws(QRFault) {
    let handle = try QRCodeHandle(text, correction)
    version = handle.version
    width = handle.width
    modules = handle.modules
  }

  /// Whether a module is dark; light outside.
  package subscript(row: Int, column: Int) -> Bool {
    guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
    return modules[row * width + column]
  }
}

/// Why a text has no code.
package enum QRFault: Error, Hashable, Sendable {
  /// It is empty, or holds a zero byte.
  case text
  /// It is too long.
  case long
  /// The library failed with this number.
  case failed(Int32)

  /// The reason in words.
  package var text: Bilingual {
    switch self {
    case .text:
      Bilingual("the text is empty or holds a zero byte", "内容为空，或者含有零字节")
    case .long: Bilingual("the text is too long for a QR code", "内容过长，无法生成二维码")
    case .failed(let code):
      Bilingual("no QR code could be drawn (errno \(code))", "无法生成二维码（errno \(code)）")
    }
  }
}
