import ExpressionLanguage

extension RowReason {
  static func unreadableDate(_ column: Bilingual, isMonth: Bool) -> RowReason {
    let example = isMonth ? "2019-06" : "1986-11-11"
    return RowReason(
      "not-a-date",
      "\(column.english): write it as \(example)",
      "\(column.chinese)：请写作 \(example)"
    )
  }

  static func spreadsheetDay(_ column: Bilingual) -> RowReason {
    RowReason(
      "spreadsheet-day-number",
      "\(column.english): the spreadsheet has put the number of a day in place of the date; format"
        + " the column as text and export again",
      "\(column.chinese)：电子表格把日期变成了序列数；请将该列设为文本格式后重新导出"
    )
  }

  static func noSuchDay(_ column: Bilingual) -> RowReason {
    RowReason(
      "no-such-day",
      "\(column.english): the calendar has no such day",
      "\(column.chinese)：没有这一天"
    )
  }

  static func future(_ column: Bilingual) -> RowReason {
    RowReason(
      "in-the-future",
      "\(column.english): the date lies after the day for which it is stated",
      "\(column.chinese)：日期晚于数据截至日期"
    )
  }

  static func outside(_ column: Bilingual, _ low: String, _ high: String) -> RowReason {
    RowReason(
      "out-of-range",
      "\(column.english): must lie from \(low) to \(high)",
      "\(column.chinese)：须在 \(low) 至 \(high) 之间"
    )
  }

  static func backwards(_ from: Bilingual, _ to: Bilingual) -> RowReason {
    RowReason(
      "backwards",
      "\(to.english) lies before \(from.english)",
      "\(to.chinese)早于\(from.chinese)"
    )
  }

  static func unknownValue(_ column: Bilingual) -> RowReason {
    RowReason(
      "unknown-stated",
      "\(column.english): what is not known is not stated; leave the row out",
      "\(column.chinese)：未知的内容不必报送，请删去本行"
    )
  }

  static func notOfType(_ column: Bilingual, _ type: ValueType) -> RowReason {
    switch type.base {
    case .truth:
      return RowReason(
        "not-yes-or-no",
        "\(column.english): write yes or no",
        "\(column.chinese)：请填“是”或“否”"
      )
    case .choice(let choice):
      let english = choice.values.map(\.label).joined(separator: ", ")
      let chinese = choice.values.map { $0.chinese.isEmpty ? $0.label : $0.chinese }
        .joined(separator: "、")
      return RowReason(
        "not-in-the-list",
        "\(column.english): write one of \(english)",
        "\(column.chinese)：须为\(chinese)之一"
      )
    case .number(let number):
      let low = DecimalLiteral(units: number.least, scale: number.scale).description
      let high = DecimalLiteral(units: number.greatest, scale: number.scale).description
      return RowReason(
        "not-such-a-number",
        "\(column.english): write a number from \(low) to \(high) with at most \(number.scale)"
          + " decimals and no other unit",
        "\(column.chinese)：须为 \(low) 至 \(high) 之间、小数不超过 \(number.scale) 位的数，不用其他单位"
      )
    default:
      return RowReason(
        "not-of-the-type",
        "\(column.english): write \(type.kind.english)",
        "\(column.chinese)：应为\(type.kind.chinese)"
      )
    }
  }
}
