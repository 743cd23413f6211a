import Glibc

/// Puts a whole file in the place of another, or leaves that as it was.
enum AtomicFile {
  /// Writes `bytes` to the file at `path`, which keeps its permissions; a link stays a link.
  static func replace(_ path: String, with bytes: [UInt8]) throws(BadInput) {
    let real = try RealPath.of(path)
    var status = stat()
    guard stat(real, &status) == 0 else { throw refusal(path) }
    let draft = real + ".\(getpid()).anju-draft"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
    guard file >= 0 else { throw refusal(path) }
    let isWritten = fchmod(file, status.st_mode & 0o7777) == 0 && write(bytes, to: file)
    let isKept = fsync(file) == 0
    guard close(file) == 0, isWritten, isKept, rename(draft, real) == 0 else {
      unlink(draft)
      throw refusal(path)
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func refusal(_ path: String) -> BadInput {
    BadInput(
      english: "\(path) cannot be written; it stays as it was",
      chinese: "无法写入 \(path)；原文件未改动"
    )
  }
}
