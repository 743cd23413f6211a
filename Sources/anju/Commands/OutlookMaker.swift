import ExpressionLanguage
import Scoring

/// Makes the outlook of one person after another.
struct OutlookMaker {
  /// What is asked for, of everybody.
  struct Asked {
    /// The measures of the legal date.
    var law: PreparedLaw
    /// The points to reach, if any.
    var line: DecimalLiteral?
    /// The only channel, by its position in the set; `nil` for all.
    var channel: Int?
    /// The law to come as far as changes are looked for; `nil` where they are not asked for.
    var changes: LawCourse?
    /// The law to come as far as the forecast goes; `nil` where none is asked for.
    var forecast: LawCourse?
  }

  let asked: Asked?
  let language: Language

  /// The outlook of the person in a file; `nil` where a rule cannot be computed, which is said.
  func outlook(_ facts: Facts, of file: String) -> Outlook? {
    guard let asked else { return Outlook() }
    let person = PersonFile(law: asked.law, language: language)
    return person.computing(file) { () throws(EvaluationFault) in
      try OutlookMaker.outlook(facts, asked)
    }
  }

  private static func outlook(
    _ facts: Facts,
    _ asked: Asked
  ) throws(EvaluationFault) -> Outlook {
    let law = asked.law
    var outlook = Outlook()
    if let course = asked.changes {
      let advisor = try ChangeAdvisor(law.assessor, facts, on: law.day, under: course)
      outlook.changes = try advisor.changes(line: asked.line, channel: asked.channel)
    }
    if let course = asked.forecast {
      outlook.forecast = try Forecaster.forecast(
        facts,
        of: law.assessor,
        under: course,
        channel: asked.channel,
        line: asked.line
      )
    }
    return outlook
  }
}
