import EventStore
import Glibc

/// Reads whole files, never more than a program can hold.
enum FileBytes {
  /// The most bytes read of one file; readers refuse far less, with a better message.
  static let most = 16 << 20

  /// The bytes of the file at `path`, which may be a pipe.
  static func read(_ path: String) throws(BadInput) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw refusal(path, errno) }
    defer { close(file) }
    guard let status = SystemFile(descriptor: file) else { throw refusal(path, errno) }
    if status.isFolder { throw refusal(path, EISDIR) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(0, status.size), most) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw refusal(path, errno)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw BadInput(
      english: "\(path) has more than \(most) bytes, the most that are read",
      chinese: "\(path) 超过\(most)字节，不予读取"
    )
  }

  private static func refusal(_ path: String, _ error: Int32) -> BadInput {
    switch error {
    case ENOENT, ENOTDIR: BadInput(english: "there is no file \(path)", chinese: "没有文件 \(path)")
    case EISDIR:
      BadInput(
        english: "\(path) is a folder; name the files in it",
        chinese: "\(path) 是文件夹；请写明其中的文件"
      )
    case EACCES, EPERM:
      BadInput(
        english: "\(path) may not be read; ask for leave to read it",
        chinese: "无权读取 \(path)；请取得读取权限"
      )
    default: BadInput(english: "\(path) cannot be read", chinese: "无法读取 \(path)")
    }
  }
}
