import ExpressionLanguage
import Policy

/// What a check found, in a few lines: sets, articles, standings, what the office lacks.
struct CheckSummary {
  let checker: PolicyChecker
  let chosen: PolicyFolder.Chosen
  let report: Report
  let language: Language

  init(
    _ checker: PolicyChecker,
    _ chosen: PolicyFolder.Chosen,
    _ report: Report,
    _ language: Language
  ) {
    self.checker = checker
    self.chosen = chosen
    self.report = report
    self.language = language
  }

  /// The jurisdictions that were asked for.
  private var jurisdictions: [String] {
    let asked = chosen.library.measures.filter {
      $0.document.source.name.hasPrefix(chosen.scope)
    }
    return Set(asked.map(\.header.jurisdiction)).sorted()
  }

  private func pick(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// The summary, ending in a line feed.
  var text: String {
    var lines: [String] = []
    for jurisdiction in jurisdictions {
      let sets = checker.sets.filter { $0.jurisdiction == jurisdiction }
      guard let latest = sets.last else { continue }
      lines.append(
        pick(
          "\(jurisdiction): \(days(sets))",
          "\(jurisdiction)：\(days(sets))"
        )
      )
      if let set = latest.set {
        lines += articles(set) + [standings(set)] + calendar(set)
      } else {
        lines.append(pick("  cannot decide: errors above", "  有错误，不能用于判定"))
      }
      if !latest.missingOffice.isEmpty {
        let names = latest.missingOffice.joined(separator: ", ")
        lines.append(
          pick("  office contract not set: ", "  经办约定未规定：") + wrap(names, indent: 4)
        )
      }
      lines += latest.set.map(steps) ?? []
    }
    let (errors, warnings) = (report.count(.error), report.count(.warning))
    lines.append(
      pick("\(errors) errors, \(warnings) warnings", "错误\(errors)项，警告\(warnings)项")
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// What channels do not say of applying, a line for all that leave out the same.
  private func steps(_ set: PolicySet) -> [String] {
    var groups: [(keys: [String], names: [String])] = []
    for channel in set.channels where !channel.steps.missingKeys.isEmpty {
      let keys = channel.steps.missingKeys
      let name = language == .chinese ? channel.name[.chinese] : channel.name.english
      if let index = groups.firstIndex(where: { $0.keys == keys }) {
        groups[index].names.append(name)
      } else {
        groups.append((keys, [name]))
      }
    }
    return groups.map { group in
      pick("  channels do not say ", "  渠道未写明 ") + group.keys.joined(separator: ", ")
        + pick(":", "：")
        + wrap(group.names.joined(separator: pick("; ", "；")), indent: 4)
    }
  }

  private func days(_ sets: [PolicyChecker.CheckedSet]) -> String {
    let days = sets.map(\.day.description).joined(separator: ", ")
    return pick("sets in force from \(days)", "自 \(days) 起各有一组办法有效")
  }

  private func articles(_ set: PolicySet) -> [String] {
    set.measures.filter { $0.id.hasPrefix(set.jurisdiction + "/") }.map { measure in
      var counts: [Article.Binding: Int] = [:]
      for article in measure.articles { counts[article.binding, default: 0] += 1 }
      let total = measure.articles.count
      let parts = Article.Binding.allCases.compactMap { binding in
        counts[binding].map { "\($0) \(name(binding))" }
      }
      return "  \(measure.id) \(measure.from): "
        + pick("\(total) articles: ", "\(total)条：") + parts.joined(separator: ", ")
    }
  }

  private func name(_ binding: Article.Binding) -> String {
    switch binding {
    case .rules: pick("bound", "有规则")
    case .informative: pick("informative", "说明性")
    case .discretion: pick("discretion", "由机关裁量")
    case .notEncoded: pick("not encoded", "未编写")
    case .repealed: pick("repealed", "已废止")
    case .nothing: pick("bound to nothing", "无规则")
    }
  }

  private func standings(_ set: PolicySet) -> String {
    let counts = PolicyChecker.standings(of: set)
    let parts = Standing.allCases.reversed().compactMap { standing in
      counts[standing].map {
        pick("\($0) \(standing.word)", "\(standing.chinese)\($0)项")
      }
    }
    return pick("  values: ", "  取值：") + parts.joined(separator: pick(", ", "，"))
  }

  /// By which calendar working days are counted, and how far it is published.
  private func calendar(_ set: PolicySet) -> [String] {
    guard let years = set.calendar.knownYears else { return [] }
    let (first, last) = (years.lowerBound, years.upperBound)
    return [
      pick(
        "  working days: \(set.calendar.id), published for \(first) to \(last)",
        "  工作日历：\(set.calendar.id)，已公布\(first)年至\(last)年"
      )
    ]
  }

  private func wrap(_ text: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    return DisplayWidth.wrap(text, to: 76 - indent)
      .map { "\n" + space + $0 }.joined()
  }
}
