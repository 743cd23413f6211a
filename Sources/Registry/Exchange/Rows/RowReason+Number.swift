import Casework
import ExpressionLanguage

extension RowReason {
  static let noNumber = RowReason(
    "identity-number-missing",
    "identity number: empty; every row needs its own, also where cells were merged",
    "公民身份号码：为空；每行都须填写，合并过的单元格也须逐行填写"
  )

  static let cutNumber = RowReason(
    "identity-number-cut",
    "identity number: the spreadsheet has cut the number; format the column as text and export"
      + " again",
    "公民身份号码：号码已被电子表格截断；请将该列设为文本格式后重新导出"
  )

  static func number(_ fault: IdentityNumber.Fault) -> RowReason {
    let id =
      switch fault {
      case .length: "length"
      case .oldNumber: "of-15-digits"
      case .character: "character"
      case .region: "region"
      case .birthDate, .bornInFuture: "birth-date"
      case .checkDigit: "check-digit"
      }
    return RowReason(
      "identity-number-" + id,
      "identity number: " + fault.words.english,
      "公民身份号码：" + fault.words.chinese
    )
  }
}
