import Glibc

/// What SQLite is to open to read a journal.
enum ReadLocation {
  /// The path, or where nothing can change a form of it that says so.
  ///
  /// SQLite wants to write beside a journal with a log even to read it. Where nobody can write and
  /// there is no log, nothing can change, and SQLite is told so.
  static func of(_ path: String) -> String {
    var status = stat()
    let hasLog = stat(path + "-wal", &status) == 0 && status.st_size > 0
    var volume = statvfs()
    let isFixed =
      access(FileFault.folder(of: path), W_OK) != 0
      || (statvfs(path, &volume) == 0 && volume.f_flag & UInt(ST_RDONLY) != 0)
    guard isFixed, !hasLog else { return path }
    let escaped = path.utf8.map { byte -> String in
      "%?#".utf8.contains(byte) || byte < 0x21 || byte > 0x7E
        ? "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        : String(UnicodeScalar(byte))
    }
    return "file:\(escaped.joined())?immutable=1"
  }
}
