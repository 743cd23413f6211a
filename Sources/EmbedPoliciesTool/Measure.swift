import Foundation

/// One Markdown file of the policies, as it will be embedded.
struct Measure {
  /// The file's path relative to the folder of policies, with `/` between its parts.
  let path: String
  /// The whole of its text, byte for byte.
  let text: String

  /// A folder or file that can't be embedded, described as compilers do: place, then what to do.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Every `.md` file under `folder` that is not hidden, in the order of their paths' UTF-8 bytes.
  static func all(in folder: URL) throws -> [Measure] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
      isFolder.boolValue,
      let paths = FileManager.default.enumerator(atPath: folder.path)
    else {
      throw Unreadable(description: "\(folder.path): error: there is no such folder of policies")
    }
    var measures: [Measure] = []
    for case let path as String in paths where isMeasure(path) {
      measures.append(try Measure(path: path, in: folder))
    }
    return measures.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func isMeasure(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return path.hasSuffix(".md") && !parts.contains { $0.hasPrefix(".") }
  }

  private init(path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    let bytes = [UInt8](try Data(contentsOf: file))
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
      throw Unreadable(
        description: """
          \(file.path):\(line):\(column): error: byte \(before.count) is not UTF-8; \
          save the measure as UTF-8 (for example, iconv -f GB18030 -t UTF-8)
          """
      )
    }
    self.path = path
    text = String(decoding: bytes, as: UTF8.self)
  }
}
