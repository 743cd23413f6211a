import Glibc

/// What the system says of a file: its kind, who may use it, which it is, how long it is.
///
/// It stands in a room without Foundation, whose view of the same C structure differs.
package struct SystemFile: Hashable, Sendable {
  /// The kind and the permissions, as the system has them.
  package let mode: UInt32
  /// The device on which it lies.
  package let device: UInt64
  /// Its number there.
  package let number: UInt64
  /// Its length in bytes.
  package let size: Int

  /// Asks about a path; `nil` where nothing is there, or nothing that may be seen.
  package init?(path: String, followsLinks: Bool = true) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  /// Asks about an open file; `nil` where it is none.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    mode = UInt32(status.st_mode)
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
  }

  /// Whether it is a folder.
  package var isFolder: Bool { mode & S_IFMT == S_IFDIR }

  /// Whether it is a file that can be replaced: no device, no pipe, no link.
  package var isPlainFile: Bool { mode & S_IFMT == S_IFREG }

  /// Who may read, write and run it.
  package var permissions: UInt32 { mode & 0o7777 }
}
