import Glibc

/// Held by the one program that works on a folder; the system frees it when that program ends.
struct FolderLock: ~Copyable {
  private let file: Int32

  /// Takes the lock; `nil` where another has it.
  init?(_ path: String) throws(FileFault) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw FileFault(doing: "open", code: errno) }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
    let error = errno
    close(file)
    if error == EWOULDBLOCK { return nil }
    throw FileFault(doing: "flock", code: error)
  }

  deinit {
    // A child that was forked and has not yet become another program still holds the file open:
    // closing alone would leave the lock with it.
    flock(file, LOCK_UN)
    close(file)
  }
}
