import Glibc

/// The path of a file without links and dots, so that two names of one file are seen to be one.
enum RealPath {
  /// The real path of what stands at `path`.
  static func of(_ path: String) throws(BadInput) -> String {
    guard let real = realpath(path, nil) else {
      throw BadInput(english: "there is no file \(path)", chinese: "没有文件 \(path)")
    }
    defer { free(real) }
    return String(cString: real)
  }
}
