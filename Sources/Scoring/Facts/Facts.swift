package import ExpressionLanguage

/// Where a value comes from.
package struct Provenance: Hashable, Sendable {
  /// Who says so; empty where the file does not tell.
  package var source: String
  /// As of which day or time, as written; empty where the file does not tell.
  package var asOf: String

  /// Creates a provenance.
  package init(source: String = "", asOf: String = "") {
    self.source = source
    self.asOf = asOf
  }
}

/// One person's facts, typed by the dictionaries of a set.
package struct Facts: Sendable {
  /// The name to show, if the file gives one; never used by a rule.
  package var displayName: String?
  /// The facts, by index; what is not supplied is unknown.
  package var values: [Value]
  /// The records, by index.
  package var records: [RecordsValue]
  /// Where values come from, as far as the file tells.
  package var provenance: [MissingFact: Provenance]

  /// Creates facts of which nothing is known.
  package init(factCount: Int, recordsCount: Int) {
    values = (0..<factCount).map { .unknown(Missing(.fact($0))) }
    records = Array(repeating: .unknown, count: recordsCount)
    provenance = [:]
  }
}
