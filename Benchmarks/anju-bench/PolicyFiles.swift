import Crypto
import Foundation
import Policy

/// Reads and hashes the Markdown files of a folder, as `anju` does.
enum PolicyFiles {
  /// The files of a folder, by path.
  static func read(_ folder: String) throws -> [PolicyFile] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }
      .sorted()
      .map { path in
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: path)))
        let hash = SHA256.hash(data: bytes).map { String($0, radix: 16) }.joined()
        return PolicyFile(path: path, bytes: bytes, hash: hash)
      }
  }
}
