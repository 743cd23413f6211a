import Casework
import ExpressionLanguage
import Registry

/// The population: counts, structure, and what happened by month.
struct StatisticsReport {
  let population: Population
  let flows: [Flow]

  /// Asks the office.
  static func of(_ session: OfficeSession, months: Int) async throws -> StatisticsReport {
    let purpose = session.desk.purpose(for: .readStatistics, by: session.actor)
    let today = session.office.today
    let first = today.adding(months: -months, monthEnd: .down) ?? today
    return StatisticsReport(
      population: try await session.office.population(by: session.actor, for: purpose),
      flows: try await session.office.flows(
        from: first.month,
        to: today.month,
        by: session.actor,
        for: purpose
      )
    )
  }

  private struct Output: Encodable {
    struct Cell: Encodable {
      var permit: String?
      var district: String
      var isMale: Bool
      var ageFrom: Int
      var basis: Basis?
      var count: Int
    }
    struct Month: Encodable {
      var month: String
      var kind: Flow.Kind
      var detail: String
      var district: String
      var count: Int
    }
    var on: CivilDate
    var people: Int
    var structure: [Cell]
    var flows: [Month]
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      on: population.day,
      people: population.count,
      structure: population.cells.map {
        Output.Cell(
          permit: $0.permit?.rawValue,
          district: $0.district,
          isMale: $0.isMale,
          ageFrom: $0.ageFrom,
          basis: $0.basis,
          count: $0.count
        )
      },
      flows: flows.map {
        Output.Month(
          month: $0.month.description,
          kind: $0.kind,
          detail: $0.detail,
          district: $0.district,
          count: $0.count
        )
      }
    )
    return OfficeJSON.text(format, output) ?? page(language)
  }

  private func page(_ language: Language) -> String {
    let isChinese = language == .chinese
    let none = isChinese ? "无" : "none"
    var lines = [
      isChinese
        ? "\(population.day)，登记居民\(population.count)人"
        : "people with a file on \(population.day): \(population.count)"
    ]
    lines += part(isChinese ? "居住证" : "permit", population.counts { $0.permit }) {
      $0?.label[language] ?? none
    }
    lines += part(isChinese ? "事由" : "basis", population.counts { $0.basis }) {
      $0?.label[language] ?? none
    }
    lines += part(isChinese ? "性别" : "sex", population.counts { $0.isMale }) {
      isChinese ? ($0 ? "男" : "女") : ($0 ? "men" : "women")
    }
    lines += part(isChinese ? "片区" : "district", population.counts { $0.district }) {
      $0.isEmpty ? none : $0
    }
    let ages = population.counts { $0.ageFrom }.sorted { $0.key < $1.key }
    lines.append("  " + (isChinese ? "年龄" : "age"))
    lines += ages.map { "    \(padded("\($0.key)–\($0.key + 4)", 16))\($0.value)" }
    lines += months(isChinese)
    return lines.joined(separator: "\n") + "\n"
  }

  /// One feature, the most frequent first.
  private func part<Feature>(
    _ title: String,
    _ counts: [Feature: Int],
    _ name: (Feature) -> String
  ) -> [String] {
    let sorted = counts.map { (name($0.key), $0.value) }.sorted {
      $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0
    }
    return ["  " + title] + sorted.map { "    \(padded($0.0, 16))\($0.1)" }
  }

  /// A line a month, with what happened how often.
  private func months(_ isChinese: Bool) -> [String] {
    var byMonth: [CivilMonth: [Flow.Kind: Int]] = [:]
    for flow in flows { byMonth[flow.month, default: [:]][flow.kind, default: 0] += flow.count }
    guard !byMonth.isEmpty else { return [] }
    return ["  " + (isChinese ? "按月" : "by month")]
      + byMonth.sorted { $0.key < $1.key }.map { month, counts in
        let kinds = Flow.Kind.allCases.compactMap { kind in
          counts[kind].map { "\(isChinese ? kind.chinese : kind.rawValue) \($0)" }
        }
        return "    \(month)  " + kinds.joined(separator: isChinese ? "，" : ", ")
      }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }
}

extension Flow.Kind {
  /// What people call it.
  var chinese: String {
    switch self {
    case .arrival: "登记"
    case .application: "申请"
    case .issue: "发证"
    case .refusal: "不予批准"
    case .endorsementOnTime: "按时签注"
    case .endorsementLate: "补办签注"
    case .endorsementRefused: "不予签注"
    case .suspension: "中止"
    case .cancellation: "注销"
    case .confiscation: "收缴"
    case .restoration: "恢复"
    case .loss: "挂失"
    }
  }
}
