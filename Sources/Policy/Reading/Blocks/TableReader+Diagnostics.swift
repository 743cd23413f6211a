import ExpressionLanguage

extension Diagnostic {
  private static func delimiterRow(_ columns: Int) -> String {
    "|" + String(repeating: "---|", count: min(columns, 12)) + (columns > 12 ? "…" : "")
  }

  static func tooManyColumns(_ range: SourceRange, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "too-many-columns",
      at: range,
      Bilingual("a table of \(columns) columns", "表格有\(columns)列"),
      reason: Bilingual(
        "A table may have \(ReadingLimits.columns); this one was not read.",
        "表格至多\(ReadingLimits.columns)列；本表未读。"
      ),
      fix: Bilingual("several tables", "拆成几张表")
    )
  }

  static func noDelimiterRow(_ range: SourceRange, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "no-delimiter-row",
      at: range,
      Bilingual("the row of dashes is missing", "缺少分隔行"),
      reason: Bilingual(
        "Without a row of dashes below its header Markdown takes the table for prose.",
        "表头下面没有分隔行，Markdown会把表格当作正文。"
      ),
      fix: Bilingual(delimiterRow(columns), delimiterRow(columns))
    )
  }

  static func malformedDelimiterRow(_ range: SourceRange, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "malformed-delimiter-row",
      at: range,
      Bilingual("the row of dashes is malformed", "分隔行不合格式"),
      reason: Bilingual(
        "Each cell of it holds dashes, with a colon at either end for the alignment, between pipes.",
        "分隔行每格是若干短横线，两端可加冒号表示对齐，格与格之间是竖线。"
      ),
      fix: Bilingual(delimiterRow(columns), delimiterRow(columns))
    )
  }

  static func delimiterRowLength(_ range: SourceRange, _ cells: Int, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "delimiter-row-length",
      at: range,
      Bilingual("the row of dashes has the wrong length", "分隔行列数不符"),
      reason: Bilingual(
        "It has \(cells), the header \(columns); Markdown takes the table for prose.",
        "分隔行有\(cells)列，表头有\(columns)列；Markdown会把表格当作正文。"
      ),
      fix: Bilingual(delimiterRow(columns), delimiterRow(columns))
    )
  }

  static func tooManyCells(_ range: SourceRange, _ cells: Int, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "too-many-cells",
      at: range,
      cells == columns + 1
        ? Bilingual("a cell too many", "多出一格")
        : Bilingual("\(cells - columns) cells too many", "多出\(cells - columns)格"),
      reason: Bilingual(
        "The header has \(columns); Markdown drops what stands beyond, in silence.",
        "表头有\(columns)格，Markdown会悄悄丢掉多出的内容。"
      ),
      fix: Bilingual(
        "delete it, or add a column; a pipe inside a cell is \\|",
        "删去，或给表格加一列；格内的竖线写成\\|"
      )
    )
  }

  static func tooFewCells(_ range: SourceRange, _ cells: Int, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "too-few-cells",
      at: range,
      cells == columns - 1
        ? Bilingual("a cell is missing", "缺少一格")
        : Bilingual("\(columns - cells) cells are missing", "缺少\(columns - cells)格"),
      reason: Bilingual(
        "The header has \(columns), this row \(cells); which one is left out cannot be told.",
        "表头有\(columns)格，本行有\(cells)格；看不出缺的是哪一格。"
      ),
      fix: Bilingual("every cell, an empty one as | |", "写全各格，空格写成| |")
    )
  }

  static func rowWithoutPipe(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "row-without-pipe",
      at: range,
      Bilingual("a row without its first pipe", "行首缺竖线"),
      reason: Bilingual(
        "Every row of a table begins and ends with a pipe.",
        "表格每行以竖线开头和结尾。"
      ),
      fix: Bilingual("| before it", "在行首加|")
    )
  }

  static func rowWithoutClosingPipe(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "row-without-closing-pipe",
      at: range,
      Bilingual("a row without its last pipe", "行末缺竖线"),
      reason: Bilingual(
        "Every row of a table begins and ends with a pipe.",
        "表格每行以竖线开头和结尾。"
      ),
      fix: Bilingual("| at its end", "在行末加|")
    )
  }

  static func becameRow(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "line-became-row",
      at: range,
      Bilingual("this line became a row of the table above", "表格后缺空行"),
      reason: Bilingual("A table ends at the first blank line.", "表格到第一个空行为止。"),
      fix: Bilingual("a blank line above it", "在本行前加一个空行")
    )
  }

  static func noBlankBelowTable(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-blank-below-table",
      at: range,
      Bilingual("no blank line below the table", "表格后缺空行"),
      reason: Bilingual("A table ends at the first blank line.", "表格到第一个空行为止。"),
      fix: Bilingual("a blank line above it", "在本行前加一个空行")
    )
  }

  static func tableGlued(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "table-glued",
      at: range,
      Bilingual("the table sticks to the line above", "表格前缺空行"),
      reason: Bilingual(
        "A blank line stands above and below a table; without it Markdown can take both for one.",
        "表格前后都要有空行，否则Markdown可能把两者并在一起。"
      ),
      fix: Bilingual("a blank line above the table", "在表格前加一个空行")
    )
  }

  static func commentSplitsTable(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "comment-in-block",
      at: range,
      Bilingual("a comment cuts the table", "注释截断了表格"),
      reason: Bilingual(
        "Markdown ends the table here, and the rows below become prose.",
        "Markdown到此结束表格，下面各行成了正文。"
      ),
      fix: Bilingual("above or below the table", "移到表格之前或之后")
    )
  }

  static func boldInTable(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bold-in-table",
      at: range,
      Bilingual("bold in a table", "表格里有粗体"),
      reason: Bilingual(
        "Bold words of law stand in the paragraph above a rule, or in an item.",
        "表示规则的粗体词写在规则上面的段落或列表项里。"
      ),
      fix: Bilingual("no asterisks", "去掉星号")
    )
  }
}
