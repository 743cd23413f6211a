import ArgumentParser
import Casework
import EventStore
import ExpressionLanguage
import Registry

extension JournalOptions {
  /// Opens the journal.
  ///
  /// - Throws: `StoreError`.
  func open(_ access: StoreOptions.Access) throws -> SQLiteStore {
    try SQLiteStore.open(
      path: path,
      keys: try keys(),
      schema: access == .reading ? nil : Office.schema,
      options: StoreOptions(access: access)
    )
  }
}

extension DeskOptions {
  /// The legal date.
  var day: CivilDate { on.flatMap { CivilDate($0) } ?? Today.inShanghai }

  /// The measures, by day.
  func laws() throws -> LawCabinet {
    let library = try PolicyFolder.library(policies, language)
    return LawCabinet(library, jurisdiction: try Jurisdiction.choose(jurisdiction, in: library))
  }

  /// The machine's clock, or in a demo the morning of the day that is asked for.
  func clock() throws -> OfficeClock {
    guard let day = on.flatMap({ CivilDate($0) }) else { return .system }
    guard journal.demo else {
      throw OfficeFault(
        .wrongUse,
        "--on is for demo journals; in an office the day is that of the clock",
        "--on 只用于演示日志；正式办理以系统日期为准"
      )
    }
    return .morning(of: day)
  }
}

extension OfficeClock {
  /// Nine in the morning of a day in Asia/Shanghai.
  static func morning(of day: CivilDate) -> OfficeClock {
    let moment = Moment(milliseconds: Int64(day.day) * 86_400_000 + 3_600_000)
    return OfficeClock { moment }
  }
}
