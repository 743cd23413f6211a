import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Asks a person what still matters, one question at a time, and writes the facts file.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask a person what still matters, one question at a time.",
    discussion: """
      Only that is asked which can still change something, what settles most first; it ends as \
      soon as everything is decided. Say help for what else can be said: back, skip, why (with the \
      article), result, list, quit. Whatever ends it, what is known is written to the facts file, \
      with which it can be gone on.

      Exit codes: 0 decided, 2 nothing is open and something is undetermined, 64 usage, \
      65 bad data.
      """
  )

  @Argument(help: "A facts file to begin with. Without it, nothing is known.")
  var file: String?

  @Option(help: "Where the facts are written. Without it, a new file, named at the start.")
  var to: String?

  @Option(help: "Look into this way only, such as settlement-by-points.")
  var channel: String?

  @Flag(help: "Ask for what decides the services too.")
  var services = false

  @OptionGroup var law: LawOptions

  func run() throws {
    let prepared = try law.prepare()
    let language = law.language
    let set = prepared.assessor.set
    var settings = Conversation.Settings(language: language)
    settings.width = Console.columns(atMost: 80)
    settings.colour = Console.hasColour(1)
    settings.withServices = services
    settings.channels = try channel.map { name in
      try Console.reading(language) { () throws(BadInput) in [try AskCommand.channel(name, set)] }
    }
    var facts = Facts(factCount: set.model.facts.count, recordsCount: set.model.records.count)
    var begun: BegunFile?
    if let file {
      guard let read = PersonFile(law: prepared, language: language).read(file) else {
        throw ExitCode.badData
      }
      facts = read
      begun = try Console.reading(language) { () throws(BadInput) in
        try BegunFile(file, set.model)
      }
    }
    let answers = AnswerFile(to, beside: begun, language)
    try Console.reading(language) { () throws(BadInput) in try answers.checkPlace() }
    let person = PersonFile(law: prepared, language: language)
    let conversation = person.computing(file ?? "anju") { () throws(EvaluationFault) in
      try Conversation(prepared.assessor, facts: facts, on: prepared.day, settings)
    }
    guard let conversation else { throw ExitCode.badData }
    let session = AskSession(
      law: prepared,
      language: language,
      file: answers,
      begun: begun,
      conversation
    )
    let assessment = try session.run(law.on.map { " --on \($0)" } ?? "")
    if assessment.isUndetermined { throw ExitCode.undetermined }
  }

  /// The channel of a name, in either language or as in JSON.
  private static func channel(_ name: String, _ set: PolicySet) throws(BadInput) -> Int {
    let found = set.channels.firstIndex { channel in
      NameKey.identifier(channel.name.english) == NameKey.identifier(name)
        || channel.name.chinese == name.trimmingSpaces
    }
    if let found { return found }
    let known = set.channels.map { NameKey.identifier($0.name.english) }
    let chinese = set.channels.map { $0.name[.chinese] }
    let near = Spelling.nearest(to: name, among: known + chinese)
    throw BadInput(
      english: "there is no way called \(name); there are: \(known.joined(separator: ", "))"
        + (near.map { "; did you mean \($0)?" } ?? ""),
      chinese: "没有名为“\(name)”的渠道；现有：\(chinese.joined(separator: "、"))"
        + (near.map { "；是否应为“\($0)”？" } ?? "")
    )
  }
}
