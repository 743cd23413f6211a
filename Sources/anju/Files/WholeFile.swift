import FoundationEssentials

import Glibc

/// Writes files whole or not at all.
enum WholeFile {
  /// Writes a file in one step, so that no other program ever sees half of it.
  ///
  /// The bytes go to a file beside it, to the disk, and only then get their name. Whoever `mode`
  /// allows may read it. A file of that name stays as it is, unless it is to be replaced.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    mode: mode_t,
    replacing: Bool
  ) throws(BadInput) {
    let folder = parent(of: path)
    let draft = "\(folder)/.anju-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).draft"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw refusal(path, errno) }
    var error = fill(file, bytes)
    if close(file) != 0, error == 0 { error = errno }
    if error == 0 { error = name(draft, path, replacing: replacing) }
    unlink(draft)
    if error == EEXIST { throw .exists(path) }
    if error != 0 { throw refusal(path, error) }
    keepNames(of: folder)
  }

  /// Writes a text that everyone may read, making the folders above it; what stood there is
  /// replaced.
  static func publish(_ text: String, to path: String) throws(BadInput) {
    let folder = parent(of: path)
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
    } catch {
      throw BadInput(
        english: "\(path) cannot be written: the folder \(folder) cannot be made",
        chinese: "无法写入 \(path)：无法建立文件夹 \(folder)"
      )
    }
    if let status = FileStatus(path), !status.isPlainFile, !status.isFolder {
      throw BadInput(
        english: "\(path) is no plain file; name another",
        chinese: "\(path) 不是普通文件；请另取文件名"
      )
    }
    try write(Array(text.utf8), to: path, mode: 0o644, replacing: true)
  }

  /// Puts bytes in the place of a file that is there; it keeps its permissions, a link stays a link.
  static func replace(_ path: String, with bytes: [UInt8]) throws(BadInput) {
    let real = try RealPath.of(path)
    let mode = FileStatus(real)?.permissions ?? 0o644
    try write(bytes, to: real, mode: mode, replacing: true)
    // What the user's mask took away was allowed before.
    _ = chmod(real, mode)
  }

  /// Puts bytes into a file and onto the disk; the error, or 0.
  private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return fsync(file) == 0 ? 0 : errno
  }

  /// Gives the draft its name; the error, or 0.
  private static func name(_ draft: String, _ path: String, replacing: Bool) -> Int32 {
    if replacing { return rename(draft, path) == 0 ? 0 : errno }
    // A second name is only given where none is; the draft's own is taken away afterwards.
    if link(draft, path) == 0 { return 0 }
    guard errno == EPERM || errno == EOPNOTSUPP else { return errno }
    // A file system without second names.
    if FileStatus(path, followsLinks: false) != nil { return EEXIST }
    return rename(draft, path) == 0 ? 0 : errno
  }

  /// Lets the new name outlive a failure of power; where that cannot be done, the file still holds.
  private static func keepNames(of folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "" : String(path[..<slash])
  }

  /// Why a file cannot be written, with what to do.
  static func refusal(_ path: String, _ error: Int32) -> BadInput {
    switch error {
    case ENOENT, ENOTDIR:
      BadInput(
        english: "\(path) cannot be written: there is no such folder; make it first",
        chinese: "无法写入 \(path)：没有这个文件夹，请先建立"
      )
    case EISDIR:
      BadInput(
        english: "\(path) is a folder; name a file in it",
        chinese: "\(path) 是文件夹；请写明其中的文件"
      )
    case EACCES, EPERM, EROFS:
      BadInput(
        english: "\(path) may not be written; choose a place where you may write",
        chinese: "无权写入 \(path)；请选择有权写入的位置"
      )
    case ENOSPC, EDQUOT:
      BadInput(
        english: "\(path) cannot be written: there is no room; nothing is left of it",
        chinese: "无法写入 \(path)：空间不足，未留下任何内容"
      )
    case ENAMETOOLONG:
      BadInput(
        english: "\(path) cannot be written: the name is too long",
        chinese: "无法写入 \(path)：文件名过长"
      )
    default:
      BadInput(english: "\(path) cannot be written", chinese: "无法写入 \(path)")
    }
  }
}
