package import ExpressionLanguage

/// What was found in each file of a library.
package struct Report: Sendable {
  /// The texts, by name.
  package private(set) var sources: [String: SourceText] = [:]
  /// The findings, by name.
  package private(set) var findings: [String: DiagnosticSet] = [:]

  /// Creates an empty report.
  package init() {}

  /// Whether an error was found.
  package var hasErrors: Bool { findings.values.contains(where: \.hasErrors) }

  /// How many findings of a severity there are.
  package func count(_ severity: Severity) -> Int {
    findings.values.reduce(0) { count, set in
      count + set.sorted.count { $0.severity == severity }
    }
  }

  /// Adds a finding about a text; one about a text put together from others goes to where the
  /// line was written.
  package mutating func insert(_ diagnostic: Diagnostic, in source: SourceText) {
    var diagnostic = diagnostic
    let changed = source.name
    let (source, range) = source.written(diagnostic.range)
    diagnostic.range = range
    // The line itself is as it was; the amendment made it wrong.
    if source.name != changed, diagnostic.severity == .error {
      diagnostic.notes.append(
        Diagnostic.Note(
          Bilingual("in the text as amended by \(changed)", "这是经 \(changed) 修改后的文本")
        )
      )
    }
    sources[source.name] = source
    findings[source.name, default: DiagnosticSet()].insert(diagnostic)
  }

  /// Adds findings about a text.
  package mutating func insert(_ diagnostics: DiagnosticSet, in source: SourceText) {
    if source.origins != nil {
      for diagnostic in diagnostics.sorted { insert(diagnostic, in: source) }
      return
    }
    sources[source.name] = source
    findings[source.name, default: DiagnosticSet()].formUnion(diagnostics)
  }

  /// The report without findings about lines on which `earlier` found an error.
  package func withoutEchoes(of earlier: Report) -> Report {
    var report = Report()
    for (name, set) in findings {
      guard let source = sources[name] else { continue }
      let rest = earlier.findings[name].map { set.withoutEchoes(of: $0, in: source) } ?? set
      if !rest.isEmpty { report.insert(rest, in: source) }
    }
    return report
  }

  /// Adds another report.
  package mutating func formUnion(_ other: Report) {
    for (name, set) in other.findings {
      if let source = other.sources[name] { insert(set, in: source) }
    }
  }

  /// The findings about texts whose names begin with `prefix`.
  package func limited(to prefix: String) -> Report {
    var report = Report()
    for (name, set) in findings where name.hasPrefix(prefix) {
      if let source = sources[name] { report.insert(set, in: source) }
    }
    return report
  }

  /// The text of all findings of at least `severity`, file by file.
  package func text(_ formatter: DiagnosticFormatter, from severity: Severity = .note) -> String {
    var parts: [String] = []
    for name in findings.keys.sorted() {
      guard let source = sources[name], let set = findings[name] else { continue }
      parts += set.sorted.filter { $0.severity >= severity }
        .map { formatter.format($0, in: source) }
      if set.dropped > 0 {
        parts.append(
          formatter.language == .chinese
            ? "\(name): 另有\(set.dropped)项未列出\n" : "\(name): \(set.dropped) more not shown\n"
        )
      }
    }
    return parts.joined(separator: "\n")
  }
}
