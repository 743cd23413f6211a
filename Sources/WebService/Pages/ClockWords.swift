import Casework
import ExpressionLanguage

extension CaseClock {
  /// So many of the days that the term is counted in: 1 working day, 5个工作日.
  func length(_ count: Int) -> Bilingual {
    let unit = count == 1 ? "day" : "days"
    return isWorkingDays
      ? Bilingual("\(count) working \(unit)", "\(count)个工作日")
      : Bilingual("\(count) \(unit)", "\(count)天")
  }
}
