import Glibc

/// The few things that the watched folder does with files: never through a link, and what it
/// writes is whole on the disk before it has its name.
enum FolderFiles {
  /// What the system says of a file, itself and not where a link leads.
  struct Status: Hashable, Sendable {
    var isPlain: Bool
    var isFolder: Bool
    var size: Int
    /// When its bytes or its name last changed, in seconds since 1970: a file that was moved here
    /// keeps the time stamp of its bytes.
    var changed: Int64
    /// The nanoseconds of both.
    var nanoseconds: [Int]
    var file: UInt64
  }

  static func status(_ path: String) -> Status? {
    var answer = stat()
    guard lstat(path, &answer) == 0 else { return nil }
    return Status(
      isPlain: answer.st_mode & S_IFMT == S_IFREG,
      isFolder: answer.st_mode & S_IFMT == S_IFDIR,
      size: Int(answer.st_size),
      changed: Int64(max(answer.st_mtim.tv_sec, answer.st_ctim.tv_sec)),
      nanoseconds: [answer.st_mtim.tv_nsec, answer.st_ctim.tv_nsec],
      file: UInt64(answer.st_ino)
    )
  }

  /// Makes a folder for the owner's eyes only, if it is not there.
  static func makeFolder(_ path: String) throws(FileFault) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw FileFault(doing: "mkdir", code: errno) }
  }

  /// The names in a folder, sorted by their bytes; those that are not UTF-8 are counted.
  static func names(in path: String) throws(FileFault) -> (names: [String], unreadable: Int) {
    guard let folder = opendir(path) else { throw FileFault(doing: "opendir", code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    var unreadable = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name else {
        unreadable += 1
        continue
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return (names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, unreadable)
  }

  /// A plain file's bytes; `nil` where it has more than `most`.
  static func read(_ path: String, most: Int) throws(FileFault) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw FileFault(doing: "open", code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileFault(doing: "read", code: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > most { return nil }
    }
  }

  /// Writes a file in one step, for the owner's eyes only; what stood there is replaced.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    let folder = parent(of: path)
    // A draft that a killed program left is overwritten when the same file is written again.
    let draft = "\(folder)/.\(path.split(separator: "/").last ?? "").draft"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw FileFault(doing: "create", code: errno) }
    var error = fill(file, bytes)
    if close(file) != 0, error == 0 { error = errno }
    if error == 0, rename(draft, path) != 0 { error = errno }
    if error != 0 {
      unlink(draft)
      throw FileFault(doing: "write", code: error)
    }
    keepNames(of: folder)
  }

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

  /// Moves a file within a file system.
  static func move(_ path: String, to target: String) throws(FileFault) {
    if rename(path, target) != 0 { throw FileFault(doing: "rename", code: errno) }
    keepNames(of: parent(of: target))
    keepNames(of: parent(of: path))
  }

  /// Takes a file away; one that is gone is gone.
  static func remove(_ path: String) throws(FileFault) {
    if unlink(path) != 0, errno != ENOENT { throw FileFault(doing: "unlink", code: errno) }
    keepNames(of: parent(of: path))
  }

  /// Lets names outlive a failure of power; where that cannot be done, the files still hold.
  private static func keepNames(of folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
