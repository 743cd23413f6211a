import Casework
import ExpressionLanguage
import Registry

/// How many people there are and what happened month by month, in charts and tables.
enum StatisticsPage {
  struct View: Sendable {
    struct Row: Sendable {
      let name: String
      let counts: [Int]
      let sum: Int
    }
    let count: Int
    let day: String
    let charts: [BarChart]
    let months: [String]
    let flows: [Row]
    let hasFlows: Bool
    let from: String
    let to: String
    let totals: BarChart
  }

  static let show: Route.Handler = { visit in
    let actor = try visit.actor
    guard let purpose = try visit.purposes(for: .readStatistics).first else {
      throw Fault.notAllowed
    }
    let population = try await visit.office.population(by: actor, for: purpose)
    let (from, to) = span(visit)
    let flows = try await visit.office.flows(from: from, to: to, by: actor, for: purpose)
    let months = Array(months(from, to))
    let rows = rows(flows, months, visit)
    let view = View(
      count: population.count,
      day: visit.day(population.day),
      charts: charts(population, visit),
      months: months.map(\.description),
      flows: rows,
      hasFlows: !rows.isEmpty,
      from: from.description,
      to: to.description,
      totals: BarChart(
        "flows",
        visit.say("What happened, all months together", "各类事项合计"),
        of: visit.say("Event", "事项"),
        rows.map { ($0.name, $0.sum) },
        visit.language
      )
    )
    return try visit.page(
      "desk/statistics",
      title: Bilingual("Statistics", "统计"),
      view,
      back: actor.role == .auditor ? "/audit" : "/desk"
    )
  }

  /// The months that are asked for, twelve at the most; without an answer, the last six.
  private static func span(_ visit: Visit) -> (CivilMonth, CivilMonth) {
    let now = visit.office.today.month
    let to = visit.query["to"].flatMap { CivilMonth($0) } ?? now
    let from = visit.query["from"].flatMap { CivilMonth($0) } ?? CivilMonth(ordinal: to.ordinal - 5)
    let first = max(from, CivilMonth(ordinal: to.ordinal - 11))
    return (min(first, to), to)
  }

  private static func months(_ from: CivilMonth, _ to: CivilMonth) -> [CivilMonth] {
    (from.ordinal...max(from.ordinal, to.ordinal)).map { CivilMonth(ordinal: $0) }
  }

  private static func rows(
    _ flows: [Flow],
    _ months: [CivilMonth],
    _ visit: Visit
  ) -> [View.Row] {
    Flow.Kind.allCases.compactMap { kind in
      let own = flows.filter { $0.kind == kind }
      if own.isEmpty { return nil }
      let counts = months.map { month in
        own.filter { $0.month == month }.reduce(0) { $0 + $1.count }
      }
      return View.Row(
        name: visit.say(label(kind)),
        counts: counts,
        sum: counts.reduce(0, +)
      )
    }
  }

  private static func charts(_ population: Population, _ visit: Visit) -> [BarChart] {
    func sorted<Key: Hashable>(
      _ counts: [Key: Int],
      _ label: (Key) -> Bilingual
    ) -> [(label: String, count: Int)] {
      counts.map { (visit.say(label($0.key)), $0.value) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
    let none = Bilingual("not told", "未填")
    return [
      BarChart(
        "permit",
        visit.say("By permit", "按居住证状态"),
        of: visit.say("Permit", "居住证状态"),
        sorted(population.counts { $0.permit }) {
          $0?.label ?? Bilingual("no permit", "未持证")
        },
        visit.language
      ),
      BarChart(
        "district",
        visit.say("By district", "按片区"),
        of: visit.say("District", "片区"),
        sorted(population.counts { $0.district }) {
          $0.isEmpty ? none : DeskLabels.district($0)
        },
        visit.language
      ),
      BarChart(
        "age",
        visit.say("By age", "按年龄"),
        of: visit.say("Age", "年龄"),
        population.counts { $0.ageFrom }.sorted { $0.key < $1.key }
          .map { ("\($0.key)–\($0.key + 4)", $0.value) },
        visit.language
      ),
      BarChart(
        "basis",
        visit.say("By basis", "按申领事由"),
        of: visit.say("Basis", "申领事由"),
        sorted(population.counts { $0.basis }) { $0?.label ?? none },
        visit.language
      ),
    ]
  }

  private static func label(_ kind: Flow.Kind) -> Bilingual {
    switch kind {
    case .arrival: Bilingual("arrivals", "来到")
    case .application: Bilingual("applications", "申请")
    case .issue: Bilingual("permits issued", "发证")
    case .refusal: Bilingual("refusals", "不予批准")
    case .endorsementOnTime: Bilingual("endorsements on time", "按期签注")
    case .endorsementLate: Bilingual("late endorsements", "补办签注")
    case .endorsementRefused: Bilingual("endorsements refused", "不予签注")
    case .suspension: Bilingual("suspensions", "使用功能中止")
    case .cancellation: Bilingual("cancellations", "注销")
    case .confiscation: Bilingual("confiscations", "收缴")
    case .restoration: Bilingual("restorations", "恢复")
    case .loss: Bilingual("cards lost", "挂失")
    }
  }
}
