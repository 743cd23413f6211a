import Crypto
import Glibc

/// A file of leaked passwords in the format of Have I Been Pwned: `SHA-1:count` a line, sorted.
///
/// The file has forty gigabytes; it is searched where it lies, some thirty reads a password.
final class BreachedPasswords: Sendable {
  private static let digits = 40
  /// No line is longer.
  private static let longestLine = 80

  private let path: String
  private let descriptor: Int32
  private let size: Int64

  init(path: String) throws {
    self.path = path
    descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.fault(path, String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Self.fault(path, "it is no plain file")
    }
    size = Int64(status.st_size)
    do {
      if size > 0 { _ = try line(around: 0) }
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Whether a password is in the file.
  ///
  /// - Complexity: O(log *n*) reads.
  func contains(_ password: [UInt8]) throws -> Bool {
    let hash = Insecure.SHA1.hash(data: password)
    let wanted = hash.flatMap { [Self.digit($0 >> 4), Self.digit($0 & 15)] }
    var (low, high) = (Int64(0), size)
    while low < high {
      let line = try line(around: low + (high - low) / 2)
      if line.hash == wanted { return true }
      if line.hash.lexicographicallyPrecedes(wanted) { low = line.end } else { high = line.start }
    }
    return false
  }

  private struct Line {
    let start: Int64
    let end: Int64
    let hash: [UInt8]
  }

  /// The line that holds a place in the file.
  private func line(around place: Int64) throws -> Line {
    let from = max(0, place - Int64(Self.longestLine))
    var bytes = [UInt8](repeating: 0, count: 2 * Self.longestLine)
    let count = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(from))
    }
    let middle = Int(place - from)
    guard count > middle else { throw Self.fault(path, "it ended while it was read") }
    bytes.removeLast(bytes.count - count)
    let start = bytes[..<middle].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = bytes[middle...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    let text = bytes[start..<end]
    let hash = text.prefix(Self.digits).map(Self.capital)
    let isSound =
      hash.count == Self.digits && hash.allSatisfy(Self.isDigit)
      && text.dropFirst(Self.digits).first == 58
      && (start > 0 || from == 0)
    guard isSound else { throw Self.fault(path, "a line is not SHA-1:count") }
    return Line(start: from + Int64(start), end: from + Int64(end), hash: hash)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
  private static func capital(_ byte: UInt8) -> UInt8 {
    (97...102).contains(byte) ? byte - 32 : byte
  }
  private static func isDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte)
  }

  private static func fault(_ path: String, _ why: String) -> AccountStoreFault {
    .breachedPasswords(path: path, why: why)
  }
}
