import Crypto

/// The style sheet, script and pictures of the pages, as they were built in.
package struct Asset: Sendable {
  /// The name under `/assets/`.
  package let name: String
  /// Its text.
  package let text: String
  /// The media type.
  package let type: String
  /// Twelve hexadecimal digits of the hash of the text: another text has another address.
  package let version: String

  /// The address, which may be kept for ever.
  package var address: String { "/assets/\(name)?v=\(version)" }

  /// Every asset that was built in, by name.
  package static let all: [String: Asset] = {
    var assets: [String: Asset] = [:]
    for (path, text) in EmbeddedPages.files where path.hasPrefix("Assets/") {
      let name = String(path.dropFirst("Assets/".count))
      let digest = SHA256.hash(data: Array(text.utf8)).prefix(6)
      let version = digest.map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
      assets[name] = Asset(name: name, text: text, type: mediaType(of: name), version: version)
    }
    return assets
  }()

  /// The asset of a name.
  package static func named(_ name: String) -> Asset? {
    #if DEBUG
    if let file = PageLibrary.beingWritten()?.first(where: { $0.path == "Assets/" + name }) {
      return Asset(name: name, text: file.text, type: mediaType(of: name), version: "now")
    }
    #endif
    return all[name]
  }

  private static func mediaType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "text/plain; charset=utf-8"
    }
  }
}
