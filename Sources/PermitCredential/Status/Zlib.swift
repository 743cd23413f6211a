import CZlib

/// The zlib format (RFC 1950), by the system's library; the only file that calls it.
enum Zlib {
  /// What the library refused, by its number.
  struct Failure: Error { var code: Int32 }

  /// Compresses as far as it goes.
  static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
    var count = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(count))
    let code = compress2(&result, &count, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
    guard code == Z_OK else { throw Failure(code: code) }
    return Array(result.prefix(Int(count)))
  }

  /// Takes apart what must come to exactly so many bytes, with nothing behind; `nil` otherwise.
  ///
  /// Never writes more than `count` bytes, however much the packed ones would come to.
  static func inflated(_ packed: [UInt8], count: Int) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: count)
    var (made, taken) = (uLong(count), uLong(packed.count))
    guard uncompress2(&result, &made, packed, &taken) == Z_OK, made == count,
      taken == packed.count
    else { return nil }
    return result
  }
}
