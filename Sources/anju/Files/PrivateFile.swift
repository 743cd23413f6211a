import Glibc

/// Writes files that hold personal data: whole or not at all, for the owner's eyes only.
enum PrivateFile {
  /// Writes a file in one step; only the owner may read it.
  ///
  /// A file of that name stays as it is, unless it is to be replaced.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(BadInput) {
    try WholeFile.write(bytes, to: path, mode: 0o600, replacing: replacing)
  }

  /// Makes a folder for the owner's eyes only, if it is not there.
  static func makeFolder(_ path: String) throws(BadInput) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw WholeFile.refusal(path, errno) }
    guard FileStatus(path)?.isFolder == true else { throw WholeFile.refusal(path, ENOTDIR) }
  }
}
