/// The address by which browsers reach the service, as they name it themselves.
///
/// Every request's host is held against it, so it must say neither more nor less than browsers do.
enum PublicAddress {
  /// Reads `public url`: scheme and host, a port where it is not the usual one.
  ///
  /// - Parameter text: What is set; a slash at its end is let go.
  /// - Returns: The address without a slash at its end; empty for nothing.
  /// - Throws: `BadInput` for what no browser would name.
  static func read(_ text: String?) throws(BadInput) -> String {
    guard let text, !text.isEmpty else { return "" }
    let small = text.lowercased()
    let schemes = [("https://", ":443"), ("http://", ":80")]
    guard let (scheme, usual) = schemes.first(where: { small.hasPrefix($0.0) }) else {
      throw refused(text)
    }
    var host = small.dropFirst(scheme.count)
    if host.hasSuffix("/") { host = host.dropLast() }
    // Browsers leave the usual port out.
    if host.hasSuffix(usual) { host = host.dropLast(usual.count) }
    guard isHost(host) else { throw refused(text) }
    return scheme + host
  }

  /// A name or address, with a port or without.
  private static func isHost(_ text: Substring) -> Bool {
    var name = text
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      name = text[text.index(after: end)...]
      let address = text[text.index(after: text.startIndex)..<end]
      guard !address.isEmpty, address.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
        return false
      }
      return name.isEmpty || isPort(name)
    }
    if let colon = name.firstIndex(of: ":") {
      guard isPort(name[colon...]) else { return false }
      name = name[..<colon]
    }
    let isPlain = name.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46
    }
    return isPlain && !name.isEmpty && !name.hasPrefix(".") && !name.hasSuffix(".")
  }

  private static func isPort(_ text: Substring) -> Bool {
    let digits = text.dropFirst()
    return digits.utf8.allSatisfy { (48...57).contains($0) }
      && (Int(digits).map { (1...65_535).contains($0) } ?? false)
  }

  private static func refused(_ text: String) -> BadInput {
    BadInput(
      english: """
        `public url: \(text)` is no address of the service: write scheme and host, such as \
        https://anju.example, without a path, and a host with other letters as browsers send it \
        (xn--…)
        """,
      chinese: """
        “public url: \(text)”不是服务的地址：请写协议和主机名，如 https://anju.example，不带路径；\
        中文域名请写浏览器发送的形式（xn--…）
        """
    )
  }
}
