import ExpressionLanguage

extension Diagnostic {
  static func monthInCell(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "month-in-cell",
      at: range,
      Bilingual("a month where a day is wanted", "此处应写日期而非月份"),
      reason: Bilingual(
        "Whether its first or its last day is meant would be chance.",
        "看不出指的是当月第一日还是最后一日。"
      ),
      fix: Bilingual("\(text)-01, or the last day", "\(text)-01，或当月最后一日")
    )
  }

  static func yesInCell(_ text: String, _ truth: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yes-in-cell",
      at: range,
      Bilingual("\(text) is no value", "“\(text)”不是取值"),
      reason: Bilingual("Yes and no are written true and false.", "是和否写作 true 和 false。"),
      fix: Bilingual(truth, truth)
    )
  }

  static func unexpectedInCell(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unexpected-in-cell",
      at: range,
      Bilingual("\(text) does not belong in this cell", "单元格中不应有“\(text)”"),
      reason: Bilingual(
        "A cell holds values, comparisons with values, ranges such as [18..45], or -.",
        "单元格写取值、与取值的比较、区间（如 [18..45]）或 -。"
      ),
      fix: Bilingual("take it out, or compute in a rule of its own", "删去，或另立规则计算")
    )
  }

  static func unfinishedCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unfinished-cell",
      at: SourceRange(max(0, range.start - 1), range.start),
      Bilingual("the cell stops too early", "单元格不完整"),
      fix: Bilingual("complete it", "补全")
    )
  }

  static func emptyCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-cell",
      at: range,
      Bilingual("an empty cell", "空单元格"),
      reason: Bilingual(
        "It is unclear whether anything or nothing is meant.",
        "看不出是“不论”还是“没有”。"
      ),
      fix: Bilingual("- where it does not matter", "不论时写 -")
    )
  }

  static func valueWithoutQuotes(
    _ text: String,
    _ owner: String,
    _ place: Bilingual,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "value-without-quotes",
      at: range,
      Bilingual("a value without quotes", "取值缺引号"),
      reason: Bilingual(
        "No fact or rule is called \(text); it is a value of \(owner) (\(place.english)).",
        "没有名为\(text)的事实或规则；它是“\(owner)”的取值（\(place.chinese)）。"
      ),
      fix: Bilingual("\"\(text)\"", "\"\(text)\"")
    )
  }

  static func chineseInCell(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "chinese-in-test",
      at: range,
      Bilingual("a Chinese label in a test", "条件中用了中文标签"),
      reason: Bilingual(
        "Tests are written with English values; the label follows as a gloss.",
        "条件用英文取值书写，中文标签作为注释跟在后面。"
      ),
      fix: Bilingual("\"\(label)\" · …", "\"\(label)\" · …")
    )
  }

  static func nameInCell(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "name-in-cell",
      at: range,
      Bilingual("a name in a cell", "单元格中写了名称"),
      reason: Bilingual(
        "Cells hold values only, so that the table can be proved complete; \(text) is none.",
        "单元格只写取值，表格才能验证是否完整；“\(text)”不是取值。"
      ),
      fix: Bilingual(
        "quote it if it is a value; compute anything else in a rule of its own",
        "若是取值请加引号；需要计算的另立一条规则"
      )
    )
  }
}
