import Casework
import ExpressionLanguage
import Glibc

/// Writes each notice into a folder, one file each, for whatever carries them on.
///
/// A file appears whole or not at all, and one written twice is the same file.
package struct FolderNotices: NoticePort {
  /// The name of the way.
  package let name = "folder"
  private let folder: String

  /// Writes into a folder that is there.
  package init(folder: String) { self.folder = folder }

  /// Writes a notice; it is on the disk when this returns.
  package func send(_ notice: OutgoingNotice) async throws(NoticeFailure) {
    let path = "\(folder)/\(notice.id).txt"
    let draft = "\(folder)/.\(notice.id).part"
    do throws(NoticeFailure) {
      try write(Array(notice.fileText.utf8), to: draft)
      guard rename(draft, path) == 0 else {
        throw NoticeFailure.system("the notice cannot be put in its place")
      }
    } catch {
      // What is not whole is of no use, and tells about somebody.
      unlink(draft)
      throw error
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw .system("the folder cannot be opened") }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw .system("the folder cannot be made durable") }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(NoticeFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .system("no notice can be written into the folder") }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("the notice cannot be written") }
      written += count
    }
    guard fsync(file) == 0 else { throw .system("the notice cannot be made durable") }
  }
}

extension OutgoingNotice {
  /// The notice as a file: what it is about first, then both languages.
  var fileText: String {
    """
    Notice: \(id)
    Date: \(on)
    To: \(phone ?? "")
    Subject: \(notice.subject.english)
    事由：\(notice.subject.chinese)

    \(notice.text.english)

    \(notice.text.chinese)

    """
  }
}

extension NoticeFailure {
  static func system(_ what: String) -> NoticeFailure {
    NoticeFailure("\(what): \(String(cString: strerror(errno)))")
  }
}
