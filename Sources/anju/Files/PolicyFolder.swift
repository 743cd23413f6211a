import Crypto
import ExpressionLanguage
import FoundationEssentials
import Policy

/// Reads the files of a policy folder, or those embedded in the program.
enum PolicyFolder {
  /// The most files of one folder.
  static let mostFiles = 5_000
  /// The most files and folders of a folder around the one that was named, for it to be looked
  /// through: no folder of measures is so full, but one for temporary files or somebody's home is.
  static let mostAround = 2_000

  /// The embedded measures.
  static var embedded: [PolicyFile] {
    EmbeddedPolicies.files.map { file in
      PolicyFile(path: file.path, bytes: Array(file.text.utf8), hash: hash(Array(file.text.utf8)))
    }
  }

  /// Measures to work on: a library, and what of it was asked for.
  struct Chosen {
    /// The library, with everything that what was asked for needs.
    var library: PolicyLibrary
    /// What the names of the texts asked for begin with.
    var scope: String
    /// The folder that was read; `nil` for the embedded measures.
    var folder: String?

    /// What was found in the texts asked for; with an amendment also in all that it may have
    /// spoilt.
    func limited(_ report: Report) -> Report {
      let asked = library.measures.filter { $0.document.source.name.hasPrefix(scope) }
      if asked.contains(where: { $0.texts.count > 1 }) { return report }
      return report.limited(to: scope)
    }
  }

  /// The library of a folder, or of the embedded measures; bad input ends the run with code 65.
  static func library(_ path: String?, _ language: Language) throws -> PolicyLibrary {
    try choose(path, language).library
  }

  /// What a path asks for: a folder, or one file; and where it takes names from its neighbours,
  /// the folders around it, up to the one that holds them all.
  static func choose(_ path: String?, _ language: Language) throws -> Chosen {
    guard let path else {
      return Chosen(library: PolicyLibrary(files: embedded, prefix: "Policies/"), scope: "")
    }
    return try Console.reading(language) { () throws(BadInput) in try choose(path) }
  }

  static func choose(_ path: String) throws(BadInput) -> Chosen {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw BadInput(
        english: "there is no file or folder \(path)",
        chinese: "没有文件或文件夹 \(path)"
      )
    }
    let bare = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var folder = isFolder ? bare : parent(of: bare)
    var library = try load(folder)
    if library.measures.isEmpty, !library.changed.isEmpty { library = try amending(folder) }
    let scope = isFolder ? prefix(folder) : bare
    let isBare =
      library.measures.isEmpty && library.dictionaries.isEmpty && library.calendars.isEmpty
    if isBare, library.scenarios.isEmpty, !library.report.hasErrors {
      throw BadInput(english: "no measure (*.md) is in \(path)", chinese: "\(path)中没有办法（*.md）")
    }
    let own = Chosen(library: library, scope: scope, folder: folder)
    // Scenarios alone need the measures around them.
    if library.isWhole, !isBare || library.scenarios.isEmpty { return own }
    for _ in 0..<3 {
      folder = parent(of: folder)
      guard (try? names(in: folder, most: mostAround)) != nil else { break }
      guard let wider = try? load(folder), wider.isWhole else { continue }
      return Chosen(library: wider, scope: scope, folder: folder)
    }
    return own
  }

  private static func load(_ folder: String) throws(BadInput) -> PolicyLibrary {
    PolicyLibrary(files: try read(folder), prefix: prefix(folder))
  }

  /// The measures in the program together with a folder of amendments alone.
  private static func amending(_ folder: String) throws(BadInput) -> PolicyLibrary {
    PolicyLibrary(files: withEmbedded(try read(folder), of: folder))
  }

  /// The measures in the program and the files of a folder, each by its own name.
  private static func withEmbedded(_ files: [PolicyFile], of folder: String) -> [PolicyFile] {
    var all = embedded
    for index in all.indices { all[index].name = "Policies/" + all[index].path }
    for var file in files {
      file.path = prefix(folder) + file.path
      all.append(file)
    }
    return all
  }

  /// What stands before the path of a file within a folder, to name it from here.
  static func prefix(_ folder: String) -> String {
    folder == "." || folder.hasSuffix("/") ? (folder == "." ? "" : folder) : folder + "/"
  }

  /// The folder above, also of a relative path.
  static func parent(of path: String) -> String {
    if path == "." { return ".." }
    if path.split(separator: "/").last == ".." { return path + "/.." }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The Markdown files under a folder, in order.
  static func read(_ path: String) throws(BadInput) -> [PolicyFile] {
    let names = try names(in: path, most: .max)?.sorted() ?? []
    if names.count > mostFiles {
      throw BadInput(
        english: "\(path) holds more than \(mostFiles) measures",
        chinese: "\(path) 中的文件超过\(mostFiles)个"
      )
    }
    var files: [PolicyFile] = []
    for name in names {
      let bytes = try FileBytes.read(path + "/" + name)
      files.append(PolicyFile(path: name, bytes: bytes, hash: hash(bytes)))
    }
    return files
  }

  /// The names of the Markdown files under a folder; what is hidden is left out, and so are links to
  /// other folders.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - most: How many files and folders are looked at.
  /// - Returns: The names from the folder on; `nil` where there is more to look at.
  /// - Throws: `BadInput`, where a folder cannot be read.
  private static func names(in path: String, most: Int) throws(BadInput) -> [String]? {
    var names: [String] = []
    var waiting = [""]
    var count = 0
    while let folder = waiting.popLast() {
      let children: [String]
      do {
        children = try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
      } catch {
        throw BadInput(english: "\(path) cannot be read", chinese: "无法读取 \(path)")
      }
      count += children.count
      if count > most { return nil }
      for child in children where !child.hasPrefix(".") {
        let name = folder.isEmpty ? child : folder + "/" + child
        if FileStatus(path + "/" + name, followsLinks: false)?.isFolder == true {
          waiting.append(name)
        } else if child.hasSuffix(".md"), child != "README.md" {
          names.append(name)
        }
      }
    }
    return names
  }

  /// Every text of a folder, or the one text of a file.
  static func texts(_ path: String) throws(BadInput) -> [PolicyFile] {
    guard let status = FileStatus(path) else {
      throw BadInput(
        english: "there is no file or folder \(path)",
        chinese: "没有文件或文件夹 \(path)"
      )
    }
    if status.isFolder {
      let files = try read(path)
      let library = PolicyLibrary(files: files)
      let isAmending = library.measures.isEmpty && !library.changed.isEmpty
      return isAmending ? withEmbedded(files, of: path) : files
    }
    let bytes = try FileBytes.read(path)
    return [PolicyFile(path: path, bytes: bytes, hash: hash(bytes))]
  }

  /// The SHA-256 of bytes, in hexadecimal.
  static func hash(_ bytes: some DataProtocol) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
