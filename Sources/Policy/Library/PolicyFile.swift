/// One file of a policy folder, as read.
package struct PolicyFile: Sendable {
  /// The path within the folder, with `/` between its parts.
  package var path: String
  /// The bytes.
  package var bytes: [UInt8]
  /// The SHA-256 of the bytes, in hexadecimal.
  package var hash: String
  /// What diagnostics call it, where that is not its path with the library's prefix.
  package var name: String?

  /// Creates a file.
  package init(path: String, bytes: [UInt8], hash: String, name: String? = nil) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.hash = hash
  }
}
