import Glibc

/// Holds a journal for this process to write; the system lets go of it however the process ends.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock at once or not at all.
  ///
  /// - Throws: `StoreError.busy`, `StoreError.readOnly`.
  init(_ path: String) throws {
    // A file beside it: opening and closing the journal itself would drop SQLite's own locks.
    descriptor = Glibc.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { throw FileFault.error(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? StoreError.busy(path: path) : FileFault.error(path, code)
    }
  }

  deinit {
    // A child that was forked and has not yet become another program still holds the file open:
    // closing alone would leave the lock with it.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
