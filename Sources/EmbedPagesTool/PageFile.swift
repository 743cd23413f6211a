import Foundation
import PageText

/// One template or asset, as it will be embedded.
struct PageFile {
  /// The file's path relative to the target's folder, such as `Templates/public/home.mustache`.
  let path: String
  /// Its text.
  let text: String

  /// A file that can't be embedded, described as compilers do: place, then what to do.
  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  /// Every file of `Templates` and `Assets` that is not hidden, in the order of their paths' bytes.
  static func all(in folder: URL) throws -> [PageFile] {
    var files: [PageFile] = []
    for part in ["Assets", "Templates"] {
      let base = folder.appending(path: part)
      guard let paths = FileManager.default.enumerator(atPath: base.path) else { continue }
      for case let path as String in paths where isWanted(path, in: part) {
        files.append(try PageFile(path: "\(part)/\(path)", in: folder))
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func isWanted(_ path: String, in part: String) -> Bool {
    let endings = part == "Templates" ? [".mustache"] : [".css", ".js", ".svg", ".txt"]
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    return !isHidden && endings.contains { path.hasSuffix($0) }
  }

  private init(path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    guard let text = String(bytes: try Data(contentsOf: file), encoding: .utf8) else {
      throw Unusable(description: "\(file.path): error: not UTF-8; save it as UTF-8")
    }
    if path.hasPrefix("Templates/") {
      do {
        _ = try TwoTongues(text)
      } catch let fault {
        throw Unusable(description: "\(file.path):\(fault.line): error: \(fault.message)")
      }
    }
    self.path = path
    self.text = text
  }
}
