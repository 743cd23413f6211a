import Glibc

/// Files that hold secrets: read only where nobody else can, written whole or not at all.
enum KeyFolder {
  /// The most bytes of a key's file.
  private static let most = 16_384

  /// The names in a folder to which only its owner may write, in order; hidden ones left out.
  static func names(_ folder: String) throws(KeyFault) -> [String] {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw .unopened(path: folder, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .kind(path: folder) }
    guard status.st_mode & 0o022 == 0 else { throw .exposed(path: folder) }
    guard let stream = opendir(folder) else { throw .unopened(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file that only its owner may use.
  static func read(_ path: String) throws(KeyFault) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .unopened(path: path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .kind(path: path)
    }
    guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
    var bytes = [UInt8](repeating: 0, count: most + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unopened(path: path, code: errno) }
      if count == 0 { break }
      filled += count
    }
    guard filled <= most else { throw .long(path: path) }
    return Array(bytes.prefix(filled))
  }

  /// Makes a folder for its owner only, if it is not there.
  static func make(_ folder: String) throws(KeyFault) {
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .unwritten(path: folder, code: errno) }
  }

  /// Writes a file that must not be there yet.
  static func write(_ bytes: [UInt8], _ path: String) throws(KeyFault) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let draft = "\(folder)/.draft-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .unwritten(path: path, code: errno) }
    var error = fill(file, bytes)
    if close(file) != 0, error == 0 { error = errno }
    // A second name is only given where none is, and a draft never takes another's place.
    if error == 0, link(draft, path) != 0 { error = errno }
    unlink(draft)
    if error != 0 { throw .unwritten(path: path, code: error) }
    let names = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if names >= 0 {
      fsync(names)
      close(names)
    }
  }

  /// Puts bytes into a file and onto the disk; the error, or 0.
  private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Int32 {
    // Whatever the user's mask is.
    guard fchmod(file, 0o600) == 0 else { return errno }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return fsync(file) == 0 ? 0 : errno
  }
}
