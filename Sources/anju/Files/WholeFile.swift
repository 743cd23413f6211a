import ExpressionLanguage
import FoundationEssentials

import Glibc

/// Writes files whole or not at all: beside their place first, then into it.
enum WholeFile {
  /// Writes a text to `path`, making the folders above it; what stood there is replaced in one step.
  static func write(_ text: String, to path: String) throws(BadInput) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
    } catch {
      throw BadInput(english: "the folder \(folder) cannot be made", chinese: "无法建立文件夹 \(folder)")
    }
    // A file of this run's own: two runs at once do not write into each other's.
    let draft = path + ".\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw refusal(path, errno) }
    let failure = put(Array(text.utf8), to: file)
    guard close(file) == 0, failure == 0, rename(draft, path) == 0 else {
      let reason = failure == 0 ? errno : failure
      unlink(draft)
      throw refusal(path, reason)
    }
  }

  /// Writes all bytes to an open file; the error, or 0.
  private static func put(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return fsync(file) == 0 ? 0 : errno
  }

  private static func refusal(_ path: String, _ error: Int32) -> BadInput {
    switch error {
    case EISDIR, ENOTEMPTY, EEXIST:
      BadInput(english: "\(path) is a folder; name a file", chinese: "\(path) 是文件夹，请写文件名")
    case EACCES, EPERM, EROFS:
      BadInput(english: "there is no right to write \(path)", chinese: "没有写入 \(path) 的权限")
    case ENOSPC, EDQUOT:
      BadInput(english: "there is no room to write \(path)", chinese: "空间不足，无法写入 \(path)")
    default: BadInput(english: "\(path) cannot be written", chinese: "无法写入 \(path)")
    }
  }
}
