import Glibc

/// Writes a file of SQLite under another name first, so that it is whole when it gets its own.
enum FileCopy {
  /// Gives `fill` an empty private file beside `target`, then renames it.
  ///
  /// - Throws: `StoreError.exists` if `target` is there and not to be replaced.
  static func write<Answer>(
    _ target: String,
    replacing: Bool,
    _ fill: (String) throws -> Answer
  ) throws -> Answer {
    if !replacing, FileFault.exists(target) { throw StoreError.exists(path: target) }
    let folder = FileFault.folder(of: target)
    let draft = try Draft(in: folder)
    let answer = try fill(draft.path)
    try FileFault.keep(draft.path)
    if replacing {
      // The log of the file that goes must not be taken for that of the file that comes.
      for suffix in ["-wal", "-shm"] { unlink(target + suffix) }
      if rename(draft.path, target) != 0 { throw FileFault.error(target, errno) }
    } else if link(draft.path, target) != 0 {
      throw FileFault.error(target, errno)
    }
    try FileFault.keep(folder)
    return answer
  }
}
