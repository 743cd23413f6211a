import ExpressionLanguage
import FoundationEssentials

/// The day in Xiong'an, wherever the program runs.
enum Today {
  /// Today in Asia/Shanghai: eight hours ahead of UTC, without summer time since 1991.
  static var inShanghai: CivilDate {
    let seconds = Date().timeIntervalSince1970 + 8 * 3_600
    return CivilDate(day: Int((seconds / 86_400).rounded(.down))) ?? .latest
  }

  /// The instant, in seconds since 1970 UTC.
  static var instant: Int64 { Int64(Date().timeIntervalSince1970) }
}
