import ExpressionLanguage
import FoundationEssentials
import Policy

/// The files that a path asks to be formatted, and the folder whose measures they belong to.
struct FormatTargets {
  /// Every file of the folder.
  var files: [PolicyFile]
  /// The paths within the folder of those to format.
  var targets: Set<String>
  /// What stands before a path to name the file from here.
  var prefix: String

  /// What `path` asks for: one file, or every measure, dictionary and scenario below a folder.
  init(_ path: String) throws(BadInput) {
    let chosen = try PolicyFolder.choose(path)
    let folder = chosen.folder ?? path
    var isFolder: Bool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    prefix = PolicyFolder.prefix(folder)
    files = try PolicyFolder.read(folder)
    var wanted: Set<String> = []
    if isFolder {
      for file in try PolicyFolder.read(path) {
        wanted.insert(try RealPath.of(path + "/" + file.path))
      }
    } else {
      wanted.insert(try RealPath.of(path))
    }
    targets = []
    for file in files where wanted.contains(try RealPath.of(prefix + file.path)) {
      targets.insert(file.path)
    }
    if targets.isEmpty {
      throw BadInput(
        english: "\(path) is no measure, dictionary or scenario (*.md, not README.md)",
        chinese: "\(path)不是办法、数据字典或情形（*.md，不含 README.md）"
      )
    }
  }
}
