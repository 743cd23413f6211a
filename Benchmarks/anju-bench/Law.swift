import ExpressionLanguage
import Policy
import Scoring

/// Measures that are ready to decide people.
struct Law {
  /// What can stand in the way of a run.
  enum Failure: Error {
    case noSuchDay(String)
    case measures(String)
    case person(String)
  }

  /// What decides.
  let assessor: Assessor
  /// The day by whose law people are decided.
  let day: CivilDate

  /// The dictionary's facts.
  var model: FactModel { assessor.set.model }

  /// Compiles the measures of a folder that are in force for a jurisdiction on a day.
  init(_ folder: String, _ jurisdiction: String, on text: String) throws {
    guard let day = CivilDate(text) else { throw Failure.noSuchDay(text) }
    let library = PolicyLibrary(files: try PolicyFiles.read(folder))
    let (set, found) = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day)
    var report = library.report
    report.formUnion(found)
    guard let set, !report.hasErrors else {
      throw Failure.measures(report.text(DiagnosticFormatter(language: .english), from: .error))
    }
    assessor = Assessor(set)
    self.day = day
  }
}
