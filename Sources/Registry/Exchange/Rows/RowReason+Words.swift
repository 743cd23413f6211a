import ExpressionLanguage

extension RowReason {
  // The row.

  static func cells(_ count: Int, of columns: Int) -> RowReason {
    count == 1 && columns > 1
      ? RowReason("blank-row", "the row is empty; leave it out", "空行，请删去")
      : RowReason(
        "number-of-cells",
        "the row has \(count) cells, the header \(columns)",
        "本行有 \(count) 格，表头有 \(columns) 列"
      )
  }

  static let blank = RowReason("blank-row", "the row is empty; leave it out", "空行，请删去")

  static let misquoted = RowReason(
    "stray-quote",
    "a quotation mark stands inside a cell that is not quoted; double it and quote the cell",
    "未加引号的单元格内有引号；请双写引号并用引号括起整格"
  )

  static let control = RowReason(
    "control-character",
    "a cell holds a control character; take it out",
    "单元格内有控制字符，请删去"
  )

  static func empty(_ column: Bilingual) -> RowReason {
    RowReason(
      "empty-cell",
      "\(column.english): empty; write a value, or none where it is known to be none",
      "\(column.chinese)：为空；请填写，确知没有的填“无”"
    )
  }

  // The person.

  static let unknownPerson = RowReason(
    "not-registered",
    "nobody with this identity number is registered here; the row is not taken, send it again"
      + " once the person has registered",
    "本处没有登记该公民身份号码；本行未录入，待其办理登记后请重新报送"
  )

  static let otherName = RowReason(
    "other-name",
    "the name is not the one registered with this identity number; check both",
    "姓名与该公民身份号码登记的姓名不一致，请核对"
  )

  // Rows against rows.

  static func contradicts(line: Int) -> RowReason {
    RowReason(
      "contradicts",
      "line \(line) says something else of the same person for the same day; send the right one",
      "与第 \(line) 行对同一人、同一日期的说法矛盾；请只报送正确的一行"
    )
  }

  static func sameReference(line: Int) -> RowReason {
    RowReason(
      "reference-used-twice",
      "the reference already stands on line \(line) with something else",
      "流水号与第 \(line) 行相同而内容不同"
    )
  }

  static func brokenList(line: Int) -> RowReason {
    RowReason(
      "list-not-whole",
      "line \(line) of the same person's list is returned; a list is only taken whole, so send all"
        + " its rows again",
      "同一人清单中的第 \(line) 行被退回；清单须完整录入，请将其全部行重新报送"
    )
  }

  static func perhapsBrokenList(line: Int) -> RowReason {
    RowReason(
      "list-perhaps-not-whole",
      "line \(line), whose identity number cannot be read, may belong to this person's list; send"
        + " all its rows again",
      "第 \(line) 行公民身份号码无法识别，可能属于此人的清单；请将其全部行重新报送"
    )
  }

  static let tooManyBroken = RowReason(
    "lists-not-sure",
    "so many identity numbers cannot be read that no list of this file is surely whole",
    "无法识别的公民身份号码过多，本文件各人清单均不能确定完整"
  )

  static func longList(_ most: Int) -> RowReason {
    RowReason(
      "too-many-records",
      "the person has more than the \(most) records that the dictionary allows",
      "该人记录超过数据字典允许的 \(most) 条"
    )
  }

  static let noneAndRecords = RowReason(
    "none-and-records",
    "the person's list says “none” and has records as well",
    "同一人既填“无”又有记录"
  )

  // What the office answers.

  static func rejected(_ rejection: StatementRejection) -> RowReason {
    RowReason(rejection.id, rejection.words.english, rejection.words.chinese)
  }
}
