import Glibc

/// Failures of the system's calls on files, said as the store's.
enum FileFault {
  static func error(_ path: String, _ code: Int32) -> StoreError {
    switch code {
    case EACCES, EPERM, EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT, EFBIG: .full(path: path)
    case EEXIST: .exists(path: path)
    case ENOENT, ENOTDIR: .unreadable(path: path, why: .missing)
    default: .device(path: path, why: String(cString: strerror(code)))
    }
  }

  /// Whether something of that name is there.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes an empty file for its owner only; a file that is there stays.
  static func createPrivately(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw error(path, errno)
    }
  }

  /// Lets bytes of a file, or names of a folder, outlive a loss of power.
  static func keep(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw error(path, errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw error(path, errno) }
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
