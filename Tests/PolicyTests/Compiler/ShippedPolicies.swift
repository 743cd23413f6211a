import Foundation
import Policy
import TestSupport

/// The measures that the project ships.
enum ShippedPolicies {
  /// Every file of `Policies`, read once.
  static let files: [PolicyFile] = files(in: PackageRoot.file("Policies"))

  /// Every Markdown file below a folder, in order of its path.
  static func files(in folder: URL) -> [PolicyFile] {
    let root = folder.standardizedFileURL.path + "/"
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var files: [PolicyFile] = []
    while let file = all?.nextObject() as? URL {
      let path = file.standardizedFileURL.path
      guard path.hasSuffix(".md"), path.hasPrefix(root), let data = try? Data(contentsOf: file)
      else { continue }
      files.append(
        PolicyFile(path: String(path.dropFirst(root.count)), bytes: Array(data), hash: "")
      )
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The measures among them, without scenarios, which say nothing to the compiler.
  static let measures = files.filter { !$0.path.contains("scenarios/") }
}
