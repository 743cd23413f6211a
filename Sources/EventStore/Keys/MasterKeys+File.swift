import Glibc

extension MasterKeys {
  /// Reads a key file, which only its owner may read.
  ///
  /// - Throws: `StoreError.masterKey` if it is missing, others may read it, or it holds no key.
  package init(file path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreError.masterKey(.unopened(path: path, code: errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError.masterKey(.noPlainFile(path: path))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw StoreError.masterKey(.exposed(path: path))
    }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { throw StoreError.masterKey(.empty(path: path)) }
    try self.init(text: Array(bytes.prefix(count)))
  }

  /// The key that a person's choices name: a demonstration, a file, or else the environment.
  package static func chosen(
    file: String?,
    environment: [String: String],
    isDemo: Bool
  ) throws -> MasterKeys {
    if isDemo { return .demo }
    if let file { return try MasterKeys(file: file) }
    return try MasterKeys(environment: environment)
  }
}
