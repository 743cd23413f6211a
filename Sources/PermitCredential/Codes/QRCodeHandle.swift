import CQREncode
import Glibc

/// A code of libqrencode while it is read; the only file that touches the library.
struct QRCodeHandle: ~Copyable {
  private let code: UnsafeMutablePointer<QRcode>

  /// - Throws: `QRFault` if it does not fit, or the library fails.
  init(_ text: String, _ correction: QRCode.Correction) throws(QRFault) {
    let level =
      switch correction {
      case .low: QR_ECLEVEL_L
      case .medium: QR_ECLEVEL_M
      case .quartile: QR_ECLEVEL_Q
      case .high: QR_ECLEVEL_H
      }
    // The library reads up to the first zero.
    guard !text.isEmpty, !text.utf8.contains(0) else { throw .text }
    guard let code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1) else {
      throw errno == ERANGE ? .long : .failed(errno)
    }
    self.code = code
  }

  deinit { QRcode_free(code) }

  var version: Int { Int(code.pointee.version) }
  var width: Int { Int(code.pointee.width) }

  /// Whether each module is dark, row by row.
  var modules: [Bool] {
    guard let data = code.pointee.data else { return [] }
    // The lowest bit is the colour; the others say what the module is for.
    return (0..<width * width).map { data[$0] & 1 == 1 }
  }
}
