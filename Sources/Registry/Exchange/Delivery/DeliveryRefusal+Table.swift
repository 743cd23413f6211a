import ExpressionLanguage

extension DeliveryRefusal {
  static let utf16 = DeliveryRefusal(
    "utf-16",
    "the file is written in UTF-16; save it as CSV in UTF-8",
    "文件为 UTF-16 编码；请另存为 UTF-8 编码的 CSV"
  )

  static let notUTF8 = DeliveryRefusal(
    "not-utf-8",
    "the manifest says UTF-8, and the file is not",
    "清单写明 UTF-8，而文件并非 UTF-8 编码"
  )

  static let noConverter = DeliveryRefusal(
    "no-converter",
    "this machine cannot read GB 18030; save the file as CSV in UTF-8",
    "本机无法读取 GB 18030；请另存为 UTF-8 编码的 CSV"
  )

  static func unreadableBytes(line: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "unreadable-bytes",
      "line \(line): the bytes are neither UTF-8 nor GB 18030; the file is damaged",
      "第 \(line) 行：既非 UTF-8 也非 GB 18030 编码，文件已损坏"
    )
  }

  static let emptyFile = DeliveryRefusal(
    "empty-file",
    "the file is empty; it needs at least a header",
    "文件为空；至少要有表头"
  )

  static func tooLarge(_ most: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "too-large",
      "the file has more than \(most) bytes; send it in parts",
      "文件超过 \(most) 字节；请分批报送"
    )
  }

  static func tooManyRows(_ most: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "too-many-rows",
      "the file has more than \(most) rows; send it in parts",
      "文件超过 \(most) 行；请分批报送"
    )
  }

  static func broken(_ fault: CSVFault) -> DeliveryRefusal {
    let place = "line \(fault.place.line), column \(fault.place.column): "
    let here = "第 \(fault.place.line) 行第 \(fault.place.column) 个字符："
    switch fault.kind {
    case .unclosedQuote:
      return DeliveryRefusal(
        "unclosed-quote",
        place + "the quotation mark is never closed",
        here + "引号没有结束"
      )
    case .afterQuote:
      return DeliveryRefusal(
        "after-quote",
        place + "something stands between the closing quotation mark and the comma",
        here + "结束引号与逗号之间另有内容"
      )
    case .loneReturn:
      return DeliveryRefusal(
        "lone-return",
        place + "a carriage return without a line feed; end lines with CRLF or LF",
        here + "回车符后没有换行符；行末请用 CRLF 或 LF"
      )
    case .longCell(let most):
      return DeliveryRefusal(
        "long-cell",
        place + "a cell of more than \(most) bytes; perhaps a quotation mark is missing",
        here + "单元格超过 \(most) 字节，可能缺少引号"
      )
    case .longRow(let most):
      return DeliveryRefusal(
        "long-row",
        place + "a row of more than \(most) bytes",
        here + "一行超过 \(most) 字节"
      )
    case .manyCells(let most):
      return DeliveryRefusal(
        "many-cells",
        place + "a row of more than \(most) cells",
        here + "一行超过 \(most) 格"
      )
    }
  }

  static func unknownColumn(_ number: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "unknown-column",
      "column \(number) of the header is none that the dictionary or the guide knows",
      "表头第 \(number) 列不是数据字典或说明中的名称"
    )
  }

  static func sameColumn(_ first: Int, _ second: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "same-column",
      "columns \(first) and \(second) of the header are the same",
      "表头第 \(first) 列与第 \(second) 列相同"
    )
  }

  static func missingColumn(_ name: Bilingual) -> DeliveryRefusal {
    DeliveryRefusal(
      "missing-column",
      "the header lacks the column \(name.english)",
      "表头缺少“\(name.chinese)”列"
    )
  }

  static let unknownSubject = DeliveryRefusal(
    "unknown-subject",
    "what the manifest says it is about is no fact and no kind of records of the dictionary",
    "清单所写事项不在数据字典中"
  )

  static let subjectNotClear = DeliveryRefusal(
    "subject-not-clear",
    "the header does not tell which fact or records the file is about; name it in the manifest"
      + " as “about”",
    "从表头看不出文件属于哪一事项；请在清单中写明“事项”"
  )
}
