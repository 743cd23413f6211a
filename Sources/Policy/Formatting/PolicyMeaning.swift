import ExpressionLanguage

/// What the measures of a library decide, without the places where they say so: the trees that
/// rules are lowered to, for every jurisdiction on every day on which something changes.
package struct PolicyMeaning: Hashable, Sendable {
  /// Everything decided, in order, one thing an entry.
  package let statements: [String]

  /// What the measures of `library` decide; of measures with errors, which errors they have.
  ///
  /// - Complexity: that of compiling every set.
  package init(_ library: PolicyLibrary) {
    var statements: [String] = []
    for id in library.calendars.keys.sorted() {
      for year in library.calendars[id]?.years ?? [] {
        statements.append("\(id) \(year.year) \(year.holidays)")
      }
    }
    for jurisdiction in library.jurisdictions {
      for day in library.changes(of: jurisdiction) {
        statements.append("\(jurisdiction) on \(day)")
        let (set, report) = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day)
        if let set {
          statements += PolicyMeaning.statements(of: set)
        } else {
          for name in report.findings.keys.sorted() {
            statements += report.findings[name]?.sorted.map { "\(name) \($0.id)" } ?? []
          }
        }
      }
    }
    self.statements = statements
  }

  private static func words(_ place: Place) -> String {
    "\(place.article) \(place.path) \(place.section) \(place.clause)"
  }

  private static func statements(of set: PolicySet) -> [String] {
    let model = set.model
    var statements = model.facts.map { "\($0.name) \($0.type) \($0.verifiedBy)" }
    for kind in model.records {
      statements.append("\(kind.name) \(kind.most) \(String(describing: kind.grain))")
      statements += kind.attributes.map { "\($0.name) \($0.type) \($0.verifiedBy)" }
    }
    statements += model.impossible.map { "\($0.words) \($0.node)" }
    statements += set.rules.map { rule in
      let limits = rule.limits.map { "\($0.kind) \($0.node)" }.joined()
      let when = rule.when.map { "\($0.node)" } ?? ""
      return "\(rule.name) \(words(rule.place)) \(rule.standing) \(rule.sources) \(rule.type) "
        + "\(rule.parameters) \(rule.records ?? -1) \(rule.exceptions) \(rule.exceptionTo ?? -1) "
        + "\(rule.bodyNode) \(limits) \(when) \(rule.node)"
    }
    statements += set.channels.map { channel in
      "\(channel.name) \(words(channel.place)) \(channel.openWhen.node) \(channel.order ?? -1) "
        + "\(channel.rankedBy.map { "\($0.node)" } ?? "") \(channel.family ?? -1) "
        + "\(String(describing: channel.confirmedBy)) \(String(describing: channel.leadsTo)) "
        + "\(channel.standings.sorted { $0.key < $1.key })"
    }
    statements += set.services.map { service in
      "\(service.name) \(words(service.place)) \(service.openWhen) "
        + "\(service.suspendedWhen.map { "\($0)" } ?? "") \(service.providedBy)"
    }
    statements += set.office.map { "\($0.name) \($0.round ?? -1) \($0.values) \($0.standing)" }
    return statements
  }
}
