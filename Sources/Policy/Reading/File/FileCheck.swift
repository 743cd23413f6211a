import ExpressionLanguage

/// Checks of the bytes themselves, before any structure is read: size, encoding, characters.
struct FileCheck {
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()
  /// The lines that are too long to be read, by number.
  private(set) var unreadable: Set<Int> = []
  /// Whether the file can be read at all.
  private(set) var isReadable = true

  /// Checks the whole file.
  ///
  /// - Complexity: O(*n*) in the number of bytes, and O(1) for a file that is too large.
  init(_ source: SourceText) {
    guard source.bytes.count <= ReadingLimits.bytes else {
      refuse(.fileTooLarge(source.bytes.count))
      return
    }
    guard source.lineStarts.count <= ReadingLimits.lines + 1 else {
      refuse(.tooManyLines(source.lineRange(ReadingLimits.lines + 1)))
      return
    }
    for number in 1...source.lineStarts.count {
      let line = source.lineRange(number)
      if line.count > ReadingLimits.lineBytes {
        unreadable.insert(number)
        diagnostics.insert(.lineTooLong(SourceRange(line.start, line.start), bytes: line.count))
      }
      guard checkCharacters(of: line, number: number, in: source) else { return }
    }
  }

  private mutating func refuse(_ diagnostic: Diagnostic) {
    diagnostics.insert(diagnostic)
    isReadable = false
  }

  /// Checks one line, reporting each kind of character once a line; `false` stops the reading.
  private mutating func checkCharacters(
    of line: SourceRange,
    number: Int,
    in source: SourceText
  ) -> Bool {
    var told: Set<String> = []
    var offset = line.start
    if number == 1, source.hasByteOrderMark { offset += 3 }
    while offset < line.end {
      let byte = source.bytes[offset]
      if (0x20..<0x7F).contains(byte) {
        offset += 1
        continue
      }
      guard let decoded = UTF8Scalar(in: source.bytes, at: offset) else {
        refuse(.notUTF8(SourceRange(offset, offset + 1), line: number))
        return false
      }
      let range = SourceRange(offset, offset + decoded.count)
      if let diagnostic = finding(decoded.scalar, at: range), told.insert(diagnostic.id).inserted {
        diagnostics.insert(diagnostic)
      }
      offset = range.end
    }
    return true
  }

  private func finding(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic? {
    switch scalar.value {
    case 0x09: .tab(range)
    case 0x00..<0x20, 0x7F..<0xA0: .controlCharacter(range, scalar)
    case 0xA0: .noBreakSpace(range)
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      .invisibleCharacter(range, scalar)
    case 0xFFFD: .lostCharacter(range)
    default: nil
    }
  }
}

extension SourceText {
  /// Whether the file begins with the byte order mark that some editors write.
  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
