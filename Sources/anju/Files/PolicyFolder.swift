import Crypto
import ExpressionLanguage
import FoundationEssentials
import Policy

/// Reads the files of a policy folder, or those embedded in the program.
enum PolicyFolder {
  /// The most files of one folder.
  static let mostFiles = 5_000

  /// The embedded measures.
  static var embedded: [PolicyFile] {
    EmbeddedPolicies.files.map { file in
      PolicyFile(path: file.path, bytes: Array(file.text.utf8), hash: hash(Array(file.text.utf8)))
    }
  }

  /// The library of a folder, or of the embedded measures; bad input ends the run with code 65.
  static func library(_ path: String?, _ language: Language) throws -> PolicyLibrary {
    let files = try Console.reading(language) { () throws(BadInput) in
      guard let path else { return embedded }
      let files = try read(path)
      if files.isEmpty {
        throw BadInput(english: "no measure (*.md) is in \(path)", chinese: "\(path)中没有办法（*.md）")
      }
      return files
    }
    let prefix = path.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? "Policies/"
    return PolicyLibrary(files: files, prefix: prefix)
  }

  /// The Markdown files under `path`, in order; the file alone where it is one.
  static func read(_ path: String) throws(BadInput) -> [PolicyFile] {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw BadInput(
        english: "there is no file or folder \(path)",
        chinese: "没有文件或文件夹 \(path)"
      )
    }
    if !isFolder {
      throw BadInput(
        english: "\(path) is a file; name the folder that holds the measures",
        chinese: "\(path) 是文件；请指定存放办法的文件夹"
      )
    }
    var names: [String]
    do { names = try FileManager.default.subpathsOfDirectory(atPath: path) } catch {
      throw BadInput(english: "\(path) cannot be read", chinese: "无法读取 \(path)")
    }
    names = names.filter { $0.hasSuffix(".md") && $0.split(separator: "/").last != "README.md" }
      .sorted()
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

  static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
