import ArgumentParser
import ExpressionLanguage
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

  @OptionGroup var law: LawOptions

  @OptionGroup var outlook: OutlookOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file") }
  }

  func run() throws {
    let prepared = try law.prepare()
    let person = PersonFile(law: prepared, language: law.language)
    let looking = try outlook.prepare(prepared, law)
    var assessments: [Assessed] = []
    for file in files {
      guard let facts = person.read(file) else { continue }
      let assessed = person.computing(file) { () throws(EvaluationFault) in
        (
          file: file,
          assessment: try prepared.assessor.assess(facts, on: prepared.day),
          outlook: try looking.outlook(facts)
        )
      }
      if let assessed { assessments.append(assessed) }
    }
    show(assessments)
    if assessments.count < files.count { throw ExitCode.badData }
    if assessments.contains(where: \.assessment.isUndetermined) { throw ExitCode.undetermined }
  }

  private typealias Assessed = (file: String, assessment: Assessment, outlook: Outlook)

  private func show(_ assessments: [Assessed]) {
    switch format {
    case .json:
      if files.count == 1 {
        for (file, assessment, outlook) in assessments {
          Console.write(AssessmentJSON.text(assessment, file: file, outlook: outlook))
        }
      } else {
        Console.write(AssessmentJSON.text(assessments))
      }
    case .text:
      let explanation = TextExplanation(
        language: law.language,
        width: 80,
        colour: Console.hasColour(1)
      )
      Console.write(
        assessments.map {
          explanation.text($0.assessment, $0.outlook, plain: Console.isPlain)
        }.joined(separator: "\n")
      )
    }
  }
}
