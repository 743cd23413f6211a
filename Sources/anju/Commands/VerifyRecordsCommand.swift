import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Decides recorded decisions again and says whether the same comes out.
struct VerifyRecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Decide a recorded decision again, and compare byte for byte.",
    discussion: """
      A record, which anju assess --record writes, names its texts by their SHA-256. They are \
      looked for in the program, or in the folder of --policies and nowhere else.

      Exit codes: 0 the same, 1 different, 64 usage, 65 a record is unreadable or edited, or a \
      text is not here.
      """
  )

  @Argument(help: "The records.")
  var files: [String]

  @Option(help: "The folder that holds the texts. Without it, those in the program.")
  var policies: String?

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  @Flag(help: "Take other words for a difference, even where the decision is the same.")
  var strict = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one record") }
  }

  func run() throws {
    let texts = try Console.reading(language) { () throws(BadInput) in
      try policies.map { path throws(BadInput) in try PolicyFolder.texts(path) }
        ?? PolicyFolder.embedded
    }
    var verifier = RecordVerifier(texts)
    var (isDifferent, isUnusable) = (false, false)
    for file in files {
      let bytes: [UInt8]
      do throws(BadInput) { bytes = try FileBytes.read(file) } catch {
        Console.complain("anju: \(error.text[language])\n")
        isUnusable = true
        continue
      }
      let source = SourceText(name: file, bytes: bytes)
      let report = VerdictReport(verifier.verify(source), file, language, strict: strict)
      switch report.code {
      case .same: break
      case .different: isDifferent = true
      case .unusable: isUnusable = true
      }
      report.code == .unusable ? Console.complain(report.text) : Console.write(report.text)
    }
    if isUnusable { throw ExitCode.badData }
    if isDifferent { throw ExitCode.failure }
  }
}
