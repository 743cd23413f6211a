import ExpressionLanguage
import FoundationEssentials

/// Puts files into a new or empty folder: all of them, or none.
enum NewFolder {
  /// Writes `files` into the folder at `path`, whose own folder must be there.
  static func write(
    _ files: [(path: String, text: String)],
    to path: String
  ) throws(BadInput) {
    let manager = FileManager.default
    let wasThere = manager.fileExists(atPath: path)
    if wasThere { try checkEmpty(path) }
    let draft = path + "/.anju-draft"
    var placed: [String] = []
    do {
      if !wasThere {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
      try manager.createDirectory(atPath: draft, withIntermediateDirectories: false)
      for file in files {
        let parts = file.path.split(separator: "/").dropLast()
        let folder = parts.isEmpty ? draft : draft + "/" + parts.joined(separator: "/")
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: URL(filePath: draft + "/" + file.path))
      }
      for name in try manager.contentsOfDirectory(atPath: draft).sorted() {
        try manager.moveItem(atPath: draft + "/" + name, toPath: path + "/" + name)
        placed.append(name)
      }
      try manager.removeItem(atPath: draft)
    } catch {
      for name in placed + [".anju-draft"] { try? manager.removeItem(atPath: path + "/" + name) }
      if !wasThere { try? manager.removeItem(atPath: path) }
      throw BadInput(
        english: "\(path) cannot be written; nothing was. Is its own folder there, and yours?",
        chinese: "无法写入 \(path)，未写入任何内容；请确认上级文件夹存在且有写入权限"
      )
    }
  }

  private static func checkEmpty(_ path: String) throws(BadInput) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw BadInput(
        english: "\(path) is no folder; name one that is new or empty",
        chinese: "\(path) 不是文件夹；请写一个新的或空的文件夹"
      )
    }
    if let name = names.min() {
      throw BadInput(
        english: "\(path) is not empty: it holds \(name); name a folder that is new or empty",
        chinese: "\(path) 不是空的：其中有 \(name)；请写一个新的或空的文件夹"
      )
    }
  }
}
