import ExpressionLanguage

/// The checks that come before any reading: size, encoding, and characters that nobody can see.
enum FileBytes {
  /// The offset after a UTF-8 byte-order mark, or 0.
  static func contentStart(of source: SourceText) -> Int {
    source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether `byte` is a space, a tab or part of a line ending.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// What stops `source` from being read at all.
  ///
  /// Afterwards every byte belongs to a whole UTF-8 sequence, lines end in LF or CRLF, and the
  /// YAML library agrees with `SourceText` about where they begin.
  static func check(_ source: SourceText, most: Int = FactFileLimits.bytes) -> DiagnosticSet {
    var diagnostics = DiagnosticSet()
    let bytes = source.bytes
    if bytes.count > most {
      diagnostics.insert(.fileTooLarge(source))
      return diagnostics
    }
    if isUTF16(bytes) {
      diagnostics.insert(.utf16())
      return diagnostics
    }
    var offset = contentStart(of: source)
    var isEmpty = true
    var found = 0
    while offset < bytes.count, found < FactFileLimits.findings {
      guard let (scalar, length) = UTF8Step.decode(bytes, at: offset) else {
        diagnostics.insert(.notUTF8(at: offset, in: source))
        return diagnostics
      }
      if isEmpty, length > 1 || !isBlank(bytes[offset]) { isEmpty = false }
      if let kind = HiddenCharacter(
        scalar,
        before: offset + 1 < bytes.count ? bytes[offset + 1] : 0
      ) {
        let range = SourceRange(offset, offset + length)
        diagnostics.insert(.hiddenCharacter(scalar, kind: kind, at: range))
        found += 1
      }
      offset += length
    }
    if isEmpty { diagnostics.insert(.emptyFile(at: bytes.count)) }
    return diagnostics
  }

  /// Whether the file begins as UTF-16 (or UTF-32) does, with or without its mark.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    let (first, second) = (bytes[0], bytes[1])
    if (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF) { return true }
    guard bytes.count.isMultiple(of: 2), (first == 0) != (second == 0) else { return false }
    return bytes.prefix(8).indices.allSatisfy { (bytes[$0] == 0) == (bytes[$0 & 1] == 0) }
  }
}
