import Glibc

/// What the system says of a path.
struct FileStatus {
  private let status: stat

  /// `nil` where nothing is there, or nothing that may be seen.
  init?(_ path: String, followsLinks: Bool = true) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.status = status
  }

  /// Whether it is a folder.
  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }

  /// Whether it is a file that can be replaced: no device, no pipe, no link.
  var isPlainFile: Bool { status.st_mode & S_IFMT == S_IFREG }

  /// Who may read, write and run it.
  var permissions: mode_t { status.st_mode & 0o7777 }

  /// Whether both are one file under two names.
  func isSameFile(as other: FileStatus) -> Bool {
    status.st_dev == other.status.st_dev && status.st_ino == other.status.st_ino
  }
}
