import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// The measures that decide cases, ready to decide: those of the legal date, or for cases begun on
/// an earlier day the versions that the changes since then leave them to.
struct CaseLaw {
  /// One person decided.
  struct Decided {
    /// What was decided.
    var assessment: Assessment
    /// The facts, as the set's dictionaries type them.
    var facts: Facts
    /// The measures that decided.
    var set: PolicySet
  }

  private let begun: CivilDate?
  private let language: Language
  /// The combinations of versions to compare, the older first.
  private let alternatives: [(versions: CaseVersions, law: PreparedLaw)]

  /// Chooses and compiles the versions; bad input ends the run with code 65.
  init(_ options: LawOptions, begun: CivilDate?) throws {
    self.begun = begun
    language = options.language
    guard let begun else {
      alternatives = [(CaseVersions(choices: []), try options.prepare())]
      return
    }
    let (library, jurisdiction) = try options.choose()
    let day = options.day
    var alternatives: [(versions: CaseVersions, law: PreparedLaw)] = []
    for choice in library.versions(of: jurisdiction, begun: begun, on: day) {
      let (set, report) = PolicyCompiler.compile(
        library,
        jurisdiction: jurisdiction,
        versions: choice,
        on: day
      )
      let law = try options.prepared(library, jurisdiction, set, report, on: day)
      alternatives.append((choice, law))
    }
    // Where nothing was in force, preparing says so.
    if alternatives.isEmpty {
      alternatives = [(CaseVersions(choices: []), try options.prepare())]
    }
    self.alternatives = alternatives
  }

  /// What is decided of the person in a file; `nil` where the file cannot be decided.
  func decide(_ file: String) -> Decided? {
    var found: [Decided] = []
    for (versions, law) in alternatives {
      // A set types facts by its own dictionaries, so the file is read for each.
      let person = PersonFile(law: law, language: language)
      guard let facts = person.read(file) else { return nil }
      var assessment = person.computing(file) { () throws(EvaluationFault) in
        try law.assessor.assess(facts, on: law.day)
      }
      if let begun {
        assessment = assessment?.deciding(
          begun: begun,
          by: versions,
          among: alternatives.map(\.versions)
        )
      }
      guard let assessment else { return nil }
      found.append(Decided(assessment: assessment, facts: facts, set: law.assessor.set))
    }
    return found.isEmpty ? nil : found[Advantage.best(of: found.map(\.assessment))]
  }
}
