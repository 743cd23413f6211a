import ExpressionLanguage

/// A small jurisdiction with one measure, made up, to begin from: it passes every check as written.
struct Scaffold {
  /// The first part of the measure's identifier.
  let jurisdiction: String
  /// The second part.
  let measure: String
  /// The first day in force.
  let from: CivilDate

  /// The files by path, with `/` between parts.
  var files: [(path: String, text: String)] {
    [
      ("README.md", readMe),
      ("applicant.yaml", applicant),
      ("\(jurisdiction)/facts.md", dictionary),
      ("\(jurisdiction)/\(measure)/\(from).md", measureText),
      ("\(jurisdiction)/\(measure)/scenarios/\(measure).md", scenarios),
    ]
  }

  /// The month in which somebody begins to pay who has paid for `months` on the first day in force.
  func month(paid months: Int) -> CivilMonth {
    (from.adding(months: 1 - months, monthEnd: .down) ?? from).month
  }
}
