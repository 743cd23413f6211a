import ExpressionLanguage

extension PollReport.News {
  static func noManifest(isOverdue: Bool) -> PollReport.News {
    .waiting(
      Bilingual("the table is here, its manifest is not", "表格已到，清单未到"),
      isOverdue: isOverdue
    )
  }

  static func noTable(isOverdue: Bool) -> PollReport.News {
    .waiting(
      Bilingual("the manifest is here, its table is not", "清单已到，表格未到"),
      isOverdue: isOverdue
    )
  }

  static let perhapsOnItsWay = PollReport.News.waiting(
    Bilingual(
      "table and manifest do not fit yet; perhaps one is still being copied",
      "表格与清单尚不相符，可能仍在传输"
    ),
    isOverdue: false
  )
}
