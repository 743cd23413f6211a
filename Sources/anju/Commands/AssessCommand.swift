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
      65 bad data, 73 a record cannot be written.
      """
  )

  @Argument(help: "The files, one for each person.")
  var files: [String]

  @OptionGroup var law: LawOptions

  @OptionGroup var recording: RecordOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file") }
  }

  func run() throws {
    let records = try recording.targets(files, law.language)
    let prepared = try law.prepare()
    let person = PersonFile(law: prepared, language: law.language)
    var assessments: [(file: String, assessment: Assessment)] = []
    var isRecorded = true
    for file in files {
      guard let facts = person.read(file) else { continue }
      let assessment = person.computing(file) { () throws(EvaluationFault) in
        try prepared.assessor.assess(facts, on: prepared.day)
      }
      guard let assessment else { continue }
      assessments.append((file, assessment))
      do throws(BadInput) {
        try records?.write(assessment, of: facts, from: file, by: prepared.assessor.set)
      } catch {
        Console.complain("anju: \(error.text[law.language])\n")
        isRecorded = false
      }
    }
    show(assessments)
    if !isRecorded { throw ExitCode.cannotWrite }
    if assessments.count < files.count { throw ExitCode.badData }
    if assessments.contains(where: \.assessment.isUndetermined) { throw ExitCode.undetermined }
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
        language: law.language,
        width: 80,
        colour: Console.hasColour(1)
      )
      Console.write(
        assessments.map { explanation.text($0.assessment) }.joined(separator: "\n")
      )
    }
  }
}
