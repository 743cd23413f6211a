import ExpressionLanguage

/// What is said about bytes that are no text.
extension Diagnostic {
  static func fileTooLarge(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      "file-too-large",
      at: SourceRange(0, 0),
      Bilingual("the file is too large", "文件太大"),
      reason: Bilingual(
        "It has \(source.bytes.count) bytes; one person's file has at most 1,048,576 (1 MiB).",
        "文件有 \(source.bytes.count) 字节；一个人的文件最多 1048576 字节（1 MiB）。"
      ),
      fix: Bilingual(
        "give each person a file; leave scans and pictures out",
        "每人一个文件；不要放入扫描件或图片"
      )
    )
  }

  static func utf16() -> Diagnostic {
    Diagnostic(
      "utf16",
      at: SourceRange(0, 2),
      Bilingual("the file is written in UTF-16", "文件是 UTF-16 编码"),
      reason: Bilingual(
        "Facts are read as UTF-8 only; Windows calls UTF-16 “Unicode”.",
        "只接受 UTF-8 编码；Windows 所称的“Unicode”就是 UTF-16。"
      ),
      fix: Bilingual("save it again as UTF-8", "另存为 UTF-8 编码")
    )
  }

  static func notUTF8(at offset: Int, in source: SourceText) -> Diagnostic {
    let hex = Diagnostic.hex(UInt32(source.bytes[offset]), digits: 2)
    let line = source.line(at: offset)
    return Diagnostic(
      "not-utf8",
      at: SourceRange(offset, offset + 1),
      Bilingual("the file is not UTF-8", "文件不是 UTF-8 编码"),
      reason: Bilingual(
        "Byte \(hex) at offset \(offset), line \(line), is no part of UTF-8; "
          + "perhaps the file was saved as GBK, which Windows calls ANSI.",
        "偏移 \(offset)（第 \(line) 行）处的字节 \(hex) 不属于 UTF-8；"
          + "文件可能存成了 GBK（Windows 称为 ANSI）。"
      ),
      fix: Bilingual("save it again as UTF-8", "另存为 UTF-8 编码")
    )
  }

  static func hiddenCharacter(
    _ scalar: Unicode.Scalar,
    kind: HiddenCharacter,
    at range: SourceRange
  ) -> Diagnostic {
    let code = "U+" + hex(scalar.value, digits: 4)
    switch kind {
    case .control:
      return Diagnostic(
        "control-character",
        at: range,
        Bilingual("a control character, \(code)", "控制字符 \(code)"),
        reason: Bilingual(
          "It is no text; it came from another program or a damaged file.",
          "它不是文字，可能来自其他程序或损坏的文件。"
        ),
        fix: Bilingual("delete it", "删去它")
      )
    case .lineEnding:
      return Diagnostic(
        "line-ending",
        at: range,
        Bilingual("an unusual line ending, \(code)", "不常用的换行符 \(code)"),
        reason: Bilingual(
          "Programs do not agree whether a line ends here.",
          "各种程序对这里是否换行看法不一。"
        ),
        fix: Bilingual("break the line with the Enter key", "删去它，用回车键换行")
      )
    case .invisible:
      return Diagnostic(
        "invisible-character",
        at: range,
        Bilingual("an invisible character, \(code)", "看不见的字符 \(code)"),
        reason: Bilingual(
          "It makes two texts differ that look the same.",
          "它会使看起来相同的两段文字变得不同。"
        ),
        fix: Bilingual("delete it", "删去它")
      )
    }
  }

  /// `value` in at least `digits` capital hexadecimal digits.
  static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
