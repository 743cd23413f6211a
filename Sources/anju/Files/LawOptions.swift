import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Which law is applied: whose measures, on which day, in which language it is told.
struct LawOptions: ParsableArguments {
  @Option(help: "The folder that holds the measures. Without it, those in the program.")
  var policies: String?

  @Option(help: "The jurisdiction, where the folder holds several.")
  var jurisdiction: String?

  @Option(help: "The legal date, such as 2026-11-23. Without it, today in Asia/Shanghai.")
  var on: String?

  @Option(help: "The language of results and messages: en or zh.")
  var language: Language = Console.language

  func validate() throws {
    if let on, CivilDate(on) == nil {
      throw ValidationError("--on wants a day such as 2026-11-23, not '\(on)'")
    }
  }

  /// The legal date.
  var day: CivilDate { on.flatMap { CivilDate($0) } ?? Today.inShanghai }

  /// The measures chosen, ready to decide on the legal date; bad input ends the run with code 65.
  func prepare() throws -> PreparedLaw {
    let (library, chosen) = try choose()
    let (set, found) = PolicyCompiler.compile(library, jurisdiction: chosen, on: day)
    return try prepared(library, chosen, set, found, on: day)
  }

  /// The measures and the jurisdiction; bad input ends the run with code 65.
  func choose() throws -> (library: PolicyLibrary, jurisdiction: String) {
    let library = try PolicyFolder.library(policies, language)
    let chosen = try Console.reading(language) { () throws(BadInput) in
      do throws(BadInput) {
        return try Jurisdiction.choose(jurisdiction, in: library)
      } catch {
        // What is wrong with the measures may be why none can be chosen.
        let formatter = DiagnosticFormatter(language: language, colour: Console.hasColour(2))
        Console.complain(library.report.text(formatter, from: .error))
        throw error
      }
    }
    return (library, chosen)
  }

  /// A compiled set, ready to decide; where there is none, says why and ends the run.
  func prepared(
    _ library: PolicyLibrary,
    _ chosen: String,
    _ set: PolicySet?,
    _ found: Report,
    on day: CivilDate
  ) throws -> PreparedLaw {
    guard let set else {
      var report = library.report
      report.formUnion(found)
      let formatter = DiagnosticFormatter(language: language, colour: Console.hasColour(2))
      Console.complain(report.text(formatter, from: .error))
      throw try Console.reading(language) { () throws(BadInput) -> ExitCode in
        if !report.hasErrors {
          throw BadInput(
            english: "no measure of \(chosen) is in force on \(day)",
            chinese: "\(chosen)在\(day)没有有效的办法"
          )
        }
        return .badData
      }
    }
    return PreparedLaw(
      library: library,
      assessor: Assessor(set),
      day: day,
      foreign: library.declaredNames
    )
  }
}

/// Measures that are ready to decide on one day.
struct PreparedLaw {
  /// Every version of every measure.
  var library: PolicyLibrary
  /// What is in force on the day.
  var assessor: Assessor
  /// The legal date.
  var day: CivilDate
  /// The names that any dictionary of the library declares.
  var foreign: DeclaredNames
}
