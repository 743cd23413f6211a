import ExpressionLanguage
import Policy

@testable import Scoring

/// Assessments built by hand, all their labels in both languages.
enum Samples {
  static let day = date("2026-11-23")

  static func date(_ text: String) -> CivilDate {
    CivilDate(text) ?? .earliest
  }

  static func place(_ article: Int, _ clause: String = "") -> Place {
    let chinese = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let name = Bilingual("Article \(article)", "第\(chinese[article])条")
    return Place(article: name, path: [name], clause: clause)
  }

  static func condition(
    _ english: String,
    _ chinese: String,
    _ status: ConditionStatus = .met,
    at place: Place = place(3),
    joining: ListOperator? = nil,
    _ children: [ConditionResult] = [],
    uses: [UsedValue] = [],
    missing: [MissingName] = []
  ) -> ConditionResult {
    ConditionResult(
      words: Bilingual(english, chinese),
      place: place,
      status: status,
      joining: joining,
      children: children,
      exception: nil,
      isDiscretion: false,
      standing: .enacted,
      uses: uses,
      missing: missing
    )
  }

  static func fact(
    _ english: String,
    _ chinese: String,
    _ value: Bilingual,
    from provenance: Provenance? = nil
  ) -> UsedValue {
    UsedValue(
      UsedSubject(
        fact: Bilingual(english, chinese),
        id: english.replacing(" ", with: "-"),
        type: told(value),
        verifiedBy: Bilingual("public security", "公安")
      ),
      .choice(0),
      provenance: provenance
    )
  }

  /// A type whose only value reads as given.
  private static func told(_ value: Bilingual) -> ValueType {
    let choice = ChoiceValue(label: value.english, chinese: value.chinese)
    return ValueType(.choice(ChoiceType(values: [choice], isOrdered: false)))
  }

  static func rule(_ english: String, _ chinese: String, _ value: Bilingual) -> UsedValue {
    UsedValue(
      UsedSubject(
        rule: Bilingual(english, chinese),
        id: english.replacing(" ", with: "-"),
        type: told(value),
        place: place(4),
        policy: nil,
        standing: .sample
      ),
      .choice(0)
    )
  }

  static let insurance = MissingName(
    id: "social-insurance",
    name: Bilingual("social insurance", "社会保险缴费"),
    verifiedBy: Bilingual("public service", "公共服务局")
  )

  static func line(
    _ english: String,
    _ chinese: String,
    _ points: Int64?,
    kind: PointsLine.Kind = .item,
    counts: Bool = true,
    joining: ListOperator? = nil,
    _ lines: [PointsLine] = [],
    uses: [UsedValue] = []
  ) -> PointsLine {
    PointsLine(
      id: english.replacing(" ", with: "-"),
      name: Bilingual(english, chinese),
      kind: kind,
      points: points,
      scale: 2,
      counts: counts,
      place: place(5),
      standing: .enacted,
      sources: [SourceReference(key: "X", title: "A \"quoted\" title", place: "Art. 9")],
      joining: joining,
      lines: lines,
      uses: uses,
      missing: points == nil ? [insurance] : []
    )
  }

  static func channel(
    _ english: String,
    _ chinese: String,
    _ outcome: Outcome = .open,
    _ conditions: [ConditionResult] = [],
    total: PointsLine? = nil,
    missing: [MissingName] = []
  ) -> ChannelResult {
    ChannelResult(
      id: english.replacing(" ", with: "-"),
      name: Bilingual(english, chinese),
      policy: "city/points",
      place: place(2),
      outcome: outcome,
      standing: .enacted,
      conditions: conditions,
      missing: missing,
      total: total,
      ties: nil,
      scoreLine: nil,
      plan: nil,
      confirmedBy: nil,
      leadsTo: nil,
      family: [],
      order: nil
    )
  }

  static func service(
    _ english: String,
    _ chinese: String,
    _ answer: ServiceResult.Answer,
    uses: [UsedValue] = [],
    missing: [MissingName] = []
  ) -> ServiceResult {
    ServiceResult(
      id: english.replacing(" ", with: "-"),
      name: Bilingual(english, chinese),
      policy: "city/permit",
      place: place(7, "(1)"),
      article: Bilingual("Services", "各项服务"),
      answer: answer,
      providedBy: Bilingual("public service", "公共服务局"),
      standing: .enacted,
      uses: uses,
      missing: missing
    )
  }

  static func member(
    _ english: String,
    _ chinese: String,
    _ position: Int,
    _ outcome: Outcome,
    _ conditions: [ConditionResult] = []
  ) -> FamilyResult {
    FamilyResult(
      position: position,
      name: Bilingual(english, chinese),
      outcome: outcome,
      conditions: conditions,
      missing: []
    )
  }

  static func assessment(
    name: String? = "陈志远",
    _ channels: [ChannelResult] = [],
    services: [ServiceResult] = []
  ) -> Assessment {
    Assessment(
      displayName: name,
      jurisdiction: "city",
      on: day,
      policies: [
        Assessment.AppliedPolicy(
          id: "city/points",
          title: Bilingual("Measures for Settlement by Points", "积分落户办法"),
          version: date("2021-01-01"),
          hash: String(repeating: "0f", count: 32),
          standing: .enacted
        ),
        Assessment.AppliedPolicy(
          id: "city/permit",
          title: Bilingual("Measures for the Residence Permit", "居住证办法"),
          version: date("2016-01-01"),
          hash: String(repeating: "a7", count: 32),
          standing: .enacted
        ),
      ],
      channels: channels,
      services: services
    )
  }
}
