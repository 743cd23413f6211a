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

  @Option(help: "The day on which the case began, where that was before the legal date.")
  var begun: String?

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file") }
    guard let begun else { return }
    guard let day = CivilDate(begun) else {
      throw ValidationError("--begun wants a day such as 2024-12-20, not '\(begun)'")
    }
    if day > law.day {
      throw ValidationError("a case that begins on \(day) cannot be decided on \(law.day)")
    }
  }

  func run() throws {
    let records = try recording.targets(files, law.language)
    let measures = try CaseLaw(law, begun: begun.flatMap { CivilDate($0) })
    var assessments: [(file: String, assessment: Assessment)] = []
    var isRecorded = true
    for file in files {
      guard let decided = measures.decide(file) else { continue }
      assessments.append((file, decided.assessment))
      do throws(BadInput) {
        try records?.write(
          decided.assessment,
          of: decided.facts,
          from: file,
          by: decided.set
        )
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
