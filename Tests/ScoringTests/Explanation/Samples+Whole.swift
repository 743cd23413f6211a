import ExpressionLanguage
import Policy

@testable import Scoring

extension Samples {
  /// One of everything.
  static var everything: Assessment {
    assessment(
      [openByPoints, undetermined, closedByPoints, closed],
      services: [
        service("schooling", "义务教育", .open, uses: [permit("active", "有效")]),
        service("legal aid", "法律援助", .open, uses: [permit("active", "有效")]),
        service("licence", "机动车驾驶证", .suspended, uses: [permit("suspended", "中止")]),
        service("housing", "住房保障", .closed, uses: [permit("active", "有效")]),
        service("old-age care", "养老服务", .unknown, missing: [insurance]),
      ]
    )
  }

  static func permit(_ english: String, _ chinese: String) -> UsedValue {
    fact(
      "permit state",
      "居住证状态",
      Bilingual(english, chinese),
      from: Provenance(source: "公安", asOf: "2026-10-01")
    )
  }

  private static var openByPoints: ChannelResult {
    var waived = condition(
      "meets the conditions of residence",
      "符合居住条件",
      .waived,
      at: place(3, "(2)"),
      joining: .allOf,
      [condition("has lived here for half a year", "居住半年以上", .notMet)]
    )
    waived.exception = ExceptionResult(
      name: Bilingual("People relocated from Beijing", "疏解转移人口"),
      place: place(4),
      uses: [fact("staff of a relocated unit", "承接疏解单位人员", Bilingual("yes", "是"))],
      waives: true
    )
    var judged = condition(
      "is specially needed",
      "确属特殊需要",
      at: place(3, "(3)"),
      uses: [fact("specially needed", "确属特殊需要", Bilingual("yes", "是"))]
    )
    judged.isDiscretion = true
    judged.standing = .sample
    let clean = condition(
      "has none of these on record",
      "没有下列记录",
      at: place(3, "(4)"),
      joining: .noneOf,
      [condition("a criminal record", "犯罪记录", .notMet, at: place(3, "(4)(1)"))]
    )
    let ways = condition(
      "has a stable life here",
      "稳定就业或者居住",
      at: place(3, "(1)"),
      joining: .anyOf,
      [
        condition("stable employment", "稳定就业", at: place(3, "(1)(1)")),
        condition("stable residence", "稳定住所", .notMet, at: place(3, "(1)(2)")),
      ]
    )
    var result = channel(
      "Settlement by points",
      "积分落户",
      .open,
      [ways, waived, judged, clean],
      total: sheet
    )
    result.standing = .sample
    result.scoreLine = PublishedLine(
      round: 2023,
      text: Bilingual("97.13 points", "97.13分"),
      standing: .reported
    )
    result.ties = Bilingual("all who are equal are admitted", "同分同落")
    result.plan = Bilingual("a plan of 500 people", "计划500人")
    result.confirmedBy = Bilingual("employer", "用人单位")
    result.leadsTo = Bilingual("settlement", "落户")
    result.nextStep = stepsOfPoints
    let apart = condition("lives together", "共同居住生活", .notMet, at: place(9, "(1)"))
    let unknown = condition("lives together", "共同居住生活", .unknown, at: place(9, "(1)"))
    result.family = [
      member("spouse", "配偶", 1, .open),
      member("child", "子女", 2, .closed, [apart]),
      member("child", "子女", 3, .undetermined, [unknown]),
    ]
    return result
  }

  private static var stepsOfPoints: NextStep {
    var step = NextStep()
    step.window = DeclarationWindow(
      state: .closed,
      round: 2023,
      opens: DeclarationWindow.End(day: date("2023-05-20"), time: "08:00", standing: .sample),
      closes: DeclarationWindow.End(day: date("2023-06-04"), time: "20:00", standing: .reported)
    )
    step.applyAt = [text("the points system", "积分系统")]
    let lease = StepText(
      text("lease", "租赁合同", at: place(8, "(2)")).subject,
      perhaps: [insurance],
      condition: Bilingual("tenure: rented", "住所为租赁")
    )
    step.papers = [text("identity card", "居民身份证", at: place(8, "(1)")), lease]
    step.decidedWithin = StepValue(
      text: Bilingual("15 days", "15天"),
      canonical: "15",
      unit: "days",
      isZero: false,
      place: place(6),
      standing: .enacted,
      sources: []
    )
    step.remedy = [text("recheck in the system", "在系统申请复核")]
    return step
  }

  private static func text(
    _ english: String,
    _ chinese: String,
    at place: Place = place(2)
  ) -> StepText {
    StepText(
      StepSubject(
        text: Bilingual(english, chinese),
        place: place,
        standing: .enacted,
        sources: [SourceReference(key: "X", title: "A title", place: "")]
      )
    )
  }

  private static var sheet: PointsLine {
    let learning = line(
      "learning",
      "教育背景与职称",
      4000,
      joining: .highestOf,
      [line("education", "学历", 4000), line("title", "职称", 3000, counts: false)]
    )
    let insured = line(
      "employment",
      "就业",
      6000,
      [
        line(
          "3 points a year",
          "每年3分",
          6400,
          uses: [rule("insured months", "连续缴费月数", Bilingual("256 months", "256个月"))]
        ),
        line("at most 60 points", "最高60分", -400, kind: .limit),
      ]
    )
    let reserve = line("reserve", "人才", 0, kind: .condition)
    let detentions = line("detentions", "行政拘留", -11500)
    let floor = line("at least 0 points", "最低0分", 1500, kind: .floor)
    return line("total points", "总积分", 0, [learning, insured, reserve, detentions, floor])
  }

  private static var undetermined: ChannelResult {
    channel(
      "Joining family",
      "亲属投靠",
      .undetermined,
      [
        condition("is registered elsewhere", "非本区户籍", at: place(6, "(1)")),
        condition(
          "is in any of these cases",
          "属于下列情形之一",
          .unknown,
          at: place(6, "(2)"),
          joining: .anyOf,
          [
            condition(
              "joins a spouse",
              "投靠配偶",
              .unknown,
              at: place(6, "(2)(1)"),
              missing: [insurance]
            ),
            condition("is a minor", "未成年", .notMet, at: place(6, "(2)(2)")),
          ]
        ),
      ],
      missing: [insurance]
    )
  }

  private static var closedByPoints: ChannelResult {
    channel(
      "Talent by points",
      "人才积分落户",
      .closed,
      [
        condition("is a talent", "属于人才", .notMet, at: place(8, "(1)")),
        condition("is over eighteen", "年满十八周岁", at: place(8, "(2)")),
        condition("pays taxes", "依法纳税", .unknown, at: place(8, "(3)")),
      ],
      total: line("talent points", "人才积分", 8750)
    )
  }

  private static var closed: ChannelResult {
    channel(
      "Graduates",
      "毕业生",
      .closed,
      [
        condition(
          "has none of these on record",
          "没有下列记录",
          .notMet,
          at: place(8, "(3)"),
          joining: .noneOf,
          [
            condition("a criminal record", "犯罪记录", .met, at: place(8, "(3)(1)")),
            condition("a false paper", "虚假材料", .notMet, at: place(8, "(3)(2)")),
          ]
        )
      ]
    )
  }
}
