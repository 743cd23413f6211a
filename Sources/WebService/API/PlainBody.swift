/// Reads the plainest of bodies, `{"serial":"XA-000123"}`, without a decoder.
///
/// The checker is asked so, more often than anything else is sent, and a decoder took a tenth of all
/// that an answer takes. Whatever is not this plain is left to the decoder, so
/// that there is one place that says what is wrong.
package enum PlainBody {
  /// The text that an object with one name holds.
  ///
  /// - Parameters:
  ///   - name: The name, of plain ASCII.
  ///   - body: The body as it was sent.
  /// - Returns: The text; `nil` where the body is anything else: another name or more than one, an
  ///   escape, a character beyond ASCII, or no object at all.
  /// - Complexity: O(*n*) in the length of the body.
  package static func string(_ name: String, in body: [UInt8]) -> String? {
    var rest = body[...]
    guard takes("{", &rest), let key = text(&rest), key.elementsEqual(name.utf8),
      takes(":", &rest), let value = text(&rest), takes("}", &rest)
    else { return nil }
    skipBlanks(&rest)
    return rest.isEmpty ? String(decoding: value, as: UTF8.self) : nil
  }

  /// What stands between the next two quotes, where it means what it says.
  private static func text(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard takes("\"", &rest) else { return nil }
    let text = rest.prefix { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    rest = rest.dropFirst(text.count)
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    rest = rest.dropFirst()
    return text
  }

  /// Takes a sign with the blanks before it, if it comes next.
  private static func takes(_ sign: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    skipBlanks(&rest)
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
