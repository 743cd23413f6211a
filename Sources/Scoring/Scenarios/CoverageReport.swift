package import ExpressionLanguage
import Policy

/// Shows what scenarios exercise, measure by measure, and every point that none has reached.
package struct CoverageReport: Sendable {
  private let coverage: Coverage
  private let language: Language

  /// Prepares to show a coverage.
  package init(_ coverage: Coverage, _ language: Language) {
    self.coverage = coverage
    self.language = language
  }

  private var policies: [String] {
    var seen: Set<String> = []
    return coverage.points.map(\.policy).filter { seen.insert($0).inserted }
  }

  /// The report for people, ending in a line feed.
  package var text: String {
    var lines: [String] = []
    for policy in policies {
      let all = coverage.points.count { $0.policy == policy }
      let missed = coverage.missed.filter { $0.policy == policy }
      lines.append(
        language == .chinese
          ? "\(policy)：\(all)处，已触及\(all - missed.count)处"
          : "\(policy): \(all - missed.count) of \(all) points exercised"
      )
      lines += missed.map { point in
        let event = language == .chinese ? point.event.chinese : point.event.rawValue
        let clause = point.place.clause.isEmpty ? "" : " \(point.place.clause)"
        return "  – \(point.place.article[language]) \(point.name[language])\(clause): \(event)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report for programs: `{points, exercised, missed: [{policy, name, article, clause, event}]}`.
  package var json: String {
    let missed = coverage.missed
    return JSONWriter.text(
      .object([
        ("points", .number(Int64(coverage.points.count))),
        ("exercised", .number(Int64(coverage.points.count - missed.count))),
        (
          "missed",
          .list(
            missed.map { point in
              .object([
                ("policy", .text(point.policy)),
                ("name", .text(point.name.english)),
                ("article", .text(point.place.article.english)),
                ("clause", .text(point.place.clause)),
                ("event", .text(point.event.rawValue)),
              ])
            }
          )
        ),
      ])
    )
  }
}
