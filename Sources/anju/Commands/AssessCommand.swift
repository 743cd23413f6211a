import ArgumentParser
import ExpressionLanguage
import FactFiles
import FoundationEssentials
import Policy
import Scoring

/// Assesses people: every way open to each, and every point with its article.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Say which ways are open to a person, and why.",
    discussion: """
      A file is a person, in YAML or JSON; names are those of the dictionary, in English or \
      Chinese. A missing key is unknown; none is known to be none; {value, source, as of} says \
      where a value comes from.

      Exit codes: 0 decided, 2 nothing is open and something is undetermined, 64 usage, \
      65 bad data.
      """
  )

  @Argument(help: "The files, one for each person.")
  var files: [String]

  @Option(help: "The folder that holds the measures. Without it, those in the program.")
  var policies: String?

  @Option(help: "The jurisdiction, where the folder holds several.")
  var jurisdiction: String?

  @Option(help: "The legal date, such as 2026-11-23. Without it, today in Asia/Shanghai.")
  var on: String?

  @Option(help: "The language of results and messages: en or zh.")
  var language: Language = Console.language

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if let on, CivilDate(on) == nil {
      throw ValidationError("--on wants a day such as 2026-11-23, not '\(on)'")
    }
    if files.isEmpty { throw ValidationError("name at least one file") }
  }

  func run() throws {
    let day = on.flatMap { CivilDate($0) } ?? Today.inShanghai
    let assessor = try self.assessor(day)
    let formatter = DiagnosticFormatter(
      language: language,
      colour: Console.hasColour(2),
      showsNeighbours: false
    )
    var assessments: [(file: String, assessment: Assessment)] = []
    var hasBadData = false
    for file in files {
      guard let assessment = try assess(file, assessor, day, formatter) else {
        hasBadData = true
        continue
      }
      assessments.append((file, assessment))
    }
    show(assessments)
    if hasBadData { throw ExitCode.badData }
    if assessments.contains(where: \.assessment.isUndetermined) { throw ExitCode.undetermined }
  }

  private func assessor(_ day: CivilDate) throws -> PreparedAssessor {
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
    let (set, found) = PolicyCompiler.compile(library, jurisdiction: chosen, on: day)
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
    return PreparedAssessor(assessor: Assessor(set), foreign: library.declaredNames)
  }

  private func assess(
    _ file: String,
    _ prepared: PreparedAssessor,
    _ day: CivilDate,
    _ formatter: DiagnosticFormatter
  ) throws -> Assessment? {
    let bytes: [UInt8]
    do throws(BadInput) { bytes = try FileBytes.read(file) } catch {
      Console.complain("anju: \(error.text[language])\n")
      return nil
    }
    let source = SourceText(name: file, bytes: bytes)
    let read = FactFileReader.read(source)
    var diagnostics = read.diagnostics
    guard let tree = read.tree else {
      Console.complain(diagnostics, source, formatter)
      return nil
    }
    let model = prepared.assessor.set.model
    let (facts, found) = FactsReader.read(
      tree,
      of: source,
      model: model,
      foreign: prepared.foreign,
      quotesTell: read.format == .yaml
    )
    diagnostics.formUnion(found)
    Console.complain(diagnostics, source, formatter)
    guard let facts, !diagnostics.hasErrors else { return nil }
    do throws(EvaluationFault) {
      let impossible = try prepared.assessor.impossible(facts, on: day)
      for words in impossible {
        Console.complain(
          language == .chinese
            ? "\(file): 错误: 资料有误，不予认定：\(words.chinese)\n"
            : "\(file): error: these facts cannot be, so nothing is decided: \(words.english)\n"
        )
      }
      return impossible.isEmpty ? try prepared.assessor.assess(facts, on: day) : nil
    } catch {
      let rule = prepared.assessor.set.rules[error.definition]
      Console.complain(
        language == .chinese
          ? "\(file): 错误: “\(rule.name.chinese)”无法计算\n"
          : "\(file): error: \(rule.name.english) cannot be computed: \(error.kind)\n"
      )
      return nil
    }
  }

  private func show(_ assessments: [(file: String, assessment: Assessment)]) {
    switch format {
    case .json:
      if files.count == 1 {
        for (file, assessment) in assessments {
          Console.write(AssessmentJSON.text(assessment, file: file))
        }
      } else {
        Console.write(AssessmentJSON.text(assessments))
      }
    case .text:
      let explanation = TextExplanation(
        language: language,
        width: 80,
        colour: Console.hasColour(1)
      )
      Console.write(
        assessments.map { explanation.text($0.assessment) }.joined(separator: "\n")
      )
    }
  }
}

/// An assessor with the names that other dictionaries of the library declare.
struct PreparedAssessor {
  var assessor: Assessor
  var foreign: DeclaredNames
}
