import EventStore
import Glibc

/// What the system says of a path.
struct FileStatus {
  private let file: SystemFile

  /// `nil` where nothing is there, or nothing that may be seen.
  init?(_ path: String, followsLinks: Bool = true) {
    guard let file = SystemFile(path: path, followsLinks: followsLinks) else { return nil }
    self.file = file
  }

  /// Whether it is a folder.
  var isFolder: Bool { file.isFolder }

  /// Whether it is a file that can be replaced: no device, no pipe, no link.
  var isPlainFile: Bool { file.isPlainFile }

  /// Who may read, write and run it.
  var permissions: UInt32 { file.permissions }

  /// Whether both are one file under two names.
  func isSameFile(as other: FileStatus) -> Bool {
    file.device == other.file.device && file.number == other.file.number
  }
}
