/// The findings about one text, in the order in which they stand in it.
package struct DiagnosticSet: Sendable {
  /// How many findings of one text are kept; a file of noise must not become a list of millions.
  package static let limit = 1_000

  private var kept: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  /// Whether an error is among the findings.
  package private(set) var hasErrors = false
  /// How many findings were dropped because `limit` was reached.
  package private(set) var dropped = 0

  /// Creates an empty set.
  package init() {}

  /// Whether there are no findings.
  package var isEmpty: Bool { kept.isEmpty }

  /// How many findings are kept.
  package var count: Int { kept.count }

  /// Adds a finding; one that is there already is not added twice.
  package mutating func insert(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { hasErrors = true }
    guard kept.count < DiagnosticSet.limit else {
      dropped += 1
      return
    }
    if seen.insert(diagnostic).inserted { kept.append(diagnostic) }
  }

  /// Adds every finding of `other`.
  package mutating func formUnion(_ other: DiagnosticSet) {
    for diagnostic in other.kept { insert(diagnostic) }
    dropped += other.dropped
  }

  /// The findings without those about a line on which `earlier` found an error: one slip gives one
  /// message.
  package func withoutEchoes(of earlier: DiagnosticSet, in source: SourceText) -> DiagnosticSet {
    if !earlier.hasErrors { return self }
    let errors = earlier.kept.filter { $0.severity == .error }.map(\.range.start)
    let lines = Set(errors.map { source.line(at: $0) })
    var rest = DiagnosticSet()
    rest.dropped = dropped
    for diagnostic in kept where !lines.contains(source.line(at: diagnostic.range.start)) {
      rest.insert(diagnostic)
    }
    return rest
  }

  /// The findings in the order of their places, the heavier first where places are equal.
  ///
  /// - Complexity: O(*n* log *n*).
  package var sorted: [Diagnostic] {
    kept.enumerated().sorted { lhs, rhs in
      let left = (lhs.element.range.start, -lhs.element.severity.rawValue, lhs.offset)
      let right = (rhs.element.range.start, -rhs.element.severity.rawValue, rhs.offset)
      return left < right
    }.map(\.element)
  }
}
