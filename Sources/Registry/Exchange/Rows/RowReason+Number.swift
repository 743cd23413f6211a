extension RowReason {
  private static func number(_ id: String, _ english: String, _ chinese: String) -> RowReason {
    RowReason("identity-number-" + id, "identity number: " + english, "公民身份号码：" + chinese)
  }

  static let noNumber = number(
    "missing",
    "empty; every row needs its own, also where cells were merged",
    "为空；每行都须填写，合并过的单元格也须逐行填写"
  )

  static let cutNumber = number(
    "cut",
    "the spreadsheet has cut the number; format the column as text and export again",
    "号码已被电子表格截断；请将该列设为文本格式后重新导出"
  )

  static let oldNumber = number(
    "of-15-digits",
    "this is a number of the first generation with 15 digits; send the one with 18",
    "这是 15 位旧号码，请报送 18 位号码"
  )

  static func numberLength(_ count: Int) -> RowReason {
    number("length", "it has \(count) characters, not 18", "共 \(count) 位，应为 18 位")
  }

  static func numberCharacter(_ position: Int) -> RowReason {
    number(
      "character",
      position == 18
        ? "the last character must be a digit or X" : "character \(position) is no digit",
      position == 18 ? "最后一位须为数字或 X" : "第 \(position) 位不是数字"
    )
  }

  static let numberDate = number(
    "birth-date",
    "characters 7 to 14 are no day on which somebody can be born",
    "第 7 至 14 位不是可能的出生日期"
  )

  static let numberCheck = number(
    "check-digit",
    "the check digit does not fit; a digit is wrong or two are swapped",
    "校验码不符，有数字错误或颠倒"
  )

  static let numberRegion = number(
    "region",
    "the first six characters are no region",
    "前六位不是行政区划代码"
  )
}
