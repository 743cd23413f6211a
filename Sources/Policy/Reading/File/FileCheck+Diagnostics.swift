import ExpressionLanguage

extension Diagnostic {
  static func fileTooLarge(_ bytes: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large",
      at: SourceRange(0, 0),
      Bilingual("the file is too large", "文件过大"),
      reason: Bilingual(
        "It has \(bytes) bytes; a measure may have \(ReadingLimits.bytes).",
        "本文件有\(bytes)字节，一份办法至多\(ReadingLimits.bytes)字节。"
      ),
      fix: Bilingual("split it into several measures", "拆成几份办法")
    )
  }

  static func tooManyLines(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-lines",
      at: range,
      Bilingual("the file has too many lines", "文件行数过多"),
      reason: Bilingual(
        "A measure may have \(ReadingLimits.lines) lines.",
        "一份办法至多\(ReadingLimits.lines)行。"
      ),
      fix: Bilingual("split it into several measures", "拆成几份办法")
    )
  }

  static func lineTooLong(_ range: SourceRange, bytes: Int) -> Diagnostic {
    Diagnostic(
      "line-too-long",
      at: range,
      Bilingual("the line is too long", "本行过长"),
      reason: Bilingual(
        "It has \(bytes) bytes, a line may have \(ReadingLimits.lineBytes); it was not read.",
        "本行有\(bytes)字节，一行至多\(ReadingLimits.lineBytes)字节；本行未读。"
      ),
      fix: Bilingual("break it into several lines", "分成几行")
    )
  }

  static func notUTF8(_ range: SourceRange, line: Int) -> Diagnostic {
    Diagnostic(
      "not-utf8",
      at: range,
      Bilingual("the file is not UTF-8", "文件编码不是UTF-8"),
      reason: Bilingual(
        "The bytes on line \(line) are no UTF-8; the file was probably saved as GBK or GB 18030.",
        "第\(line)行的字节不是UTF-8，文件很可能存成了GBK或GB 18030。"
      ),
      fix: Bilingual("save it as UTF-8 in the editor", "在编辑器中另存为UTF-8编码")
    )
  }

  static func tab(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "tab",
      at: range,
      Bilingual("a tab", "制表符"),
      reason: Bilingual(
        "How far a tab indents differs between programs, and with it what a line belongs to.",
        "制表符的缩进宽度因软件而异，一行属于哪一项也就随之改变。"
      ),
      fix: Bilingual("spaces instead", "改用空格")
    )
  }

  static func controlCharacter(_ range: SourceRange, _ scalar: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      "control-character",
      at: range,
      Bilingual("a control character", "控制字符"),
      reason: Bilingual(
        "\(scalar.codePoint) cannot be seen and has no place in a law.",
        "\(scalar.codePoint)看不见，法规文本中不应出现。"
      ),
      fix: Bilingual("delete it", "删除")
    )
  }

  static func noBreakSpace(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "invisible-character",
      at: range,
      Bilingual("a space that is no space", "不间断空格"),
      reason: Bilingual(
        "U+00A0 looks like a space but does not separate words; web pages and word processors "
          + "write it.",
        "U+00A0看似空格却不分隔词语，多由网页或文字处理软件带入。"
      ),
      fix: Bilingual("a plain space", "改为普通空格")
    )
  }

  static func lostCharacter(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "lost-character",
      at: range,
      Bilingual("a character that was lost", "丢失的字符"),
      reason: Bilingual(
        "A conversion between encodings put this sign in its place.",
        "编码转换时原字符变成了这个符号。"
      ),
      fix: Bilingual("the character from the official text", "按正式文本补上原字")
    )
  }

  static func invisibleCharacter(_ range: SourceRange, _ scalar: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      "invisible-character",
      at: range,
      Bilingual("an invisible character", "不可见字符"),
      reason: Bilingual(
        "\(scalar.codePoint) cannot be seen, but the text with it is another text: names differ, "
          + "and the order of reading may.",
        "\(scalar.codePoint)看不见，却使文本不同：名称不再相同，阅读顺序也可能改变。"
      ),
      fix: Bilingual("delete it", "删除")
    )
  }
}

extension Unicode.Scalar {
  /// The scalar's number as Unicode writes it, such as `U+200B`.
  fileprivate var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
