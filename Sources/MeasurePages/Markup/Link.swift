/// Where a link leads: to a place on the page, to another page of the folder, or to the web.
enum Link: Hashable, Sendable {
  /// A place on this page.
  case place(String)
  /// Another page, relative to this one, and a place on it.
  case page(String, place: String?)
  /// A page of the web or an address for mail; made only by `init(web:)`.
  case web(WebAddress)

  /// The address as it stands in `href`, not escaped for HTML yet.
  var text: String {
    switch self {
    case .place(let id): "#" + Link.encoded(id)
    case .page(let path, let place):
      Link.encoded(path) + (place.map { "#" + Link.encoded($0) } ?? "")
    case .web(let address): address.text
    }
  }

  /// The text with everything but letters, digits and `-._/` of ASCII in percent signs.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      if isPlain || scalar == "-" || scalar == "." || scalar == "_" || scalar == "/" {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return result
  }
}

/// An address that prose may link to: the web or mail, never a script.
struct WebAddress: Hashable, Sendable {
  /// The address, with no character that is not allowed in one.
  let text: String

  /// Takes an address over; `nil` for any scheme but `https`, `http` and `mailto`.
  init?(_ address: String) {
    let lower = address.lowercased()
    guard ["https://", "http://", "mailto:"].contains(where: { lower.hasPrefix($0) }) else {
      return nil
    }
    let isClean = address.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }
    guard isClean else { return nil }
    text = address
  }
}
