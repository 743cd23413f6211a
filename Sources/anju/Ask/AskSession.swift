import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// Holds a conversation on standard input and output, and keeps what comes of it.
struct AskSession: ~Copyable {
  private let law: PreparedLaw
  private let language: Language
  private let file: AnswerFile
  private let begun: BegunFile?
  private var lines = LineSource()
  private var conversation: Conversation

  init(
    law: PreparedLaw,
    language: Language,
    file: AnswerFile,
    begun: BegunFile?,
    _ conversation: Conversation
  ) {
    self.law = law
    self.language = language
    self.file = file
    self.begun = begun
    self.conversation = conversation
  }

  /// Asks until everything is decided or the person takes leave; then writes the file.
  ///
  /// - Returns: The assessment of what is known at the end.
  /// - Throws: An exit code where the file may not be replaced or cannot be written.
  consuming func run(_ suggestion: String) throws -> Assessment {
    if file.replaces(besides: begun), !mayReplace() {
      throw try Console.reading(language) { () throws(BadInput) -> ExitCode in
        throw BadInput(
          english: "\(file.path) stays as it is; name another file with --to",
          chinese: "\(file.path) 保持不变；请用 --to 指定其他文件"
        )
      }
    }
    let before = conversation.facts
    Console.write(conversation.opening(file: file.path))
    while !conversation.isOver, !(conversation.isDecided && !hasAsked) {
      guard let line = heard() else { break }
      Console.write(conversation.hear(line))
      hasAsked = true
    }
    if conversation.isDecided, !hasAsked { Console.write(conversation.brief) }
    try keep(before, suggestion)
    return conversation.assessment
  }

  private var hasAsked = false

  /// The next line, or `nil` at the end.
  ///
  /// One that came from no terminal is shown as if typed.
  private mutating func heard() -> String? {
    while true {
      Console.write("> ")
      switch lines.next() {
      case .line(let line):
        if !Console.isTyped { Console.write(line + "\n") }
        return line
      case .unreadable:
        say(
          "\n! That is not UTF-8; set the terminal's encoding and try again.\n",
          "\n! 输入不是UTF-8编码，请设置终端编码后重试。\n"
        )
      case .end, .interruption:
        Console.write("\n")
        return nil
      }
    }
  }

  private mutating func mayReplace() -> Bool {
    say(
      "\(file.path) is there already. Replace it? (yes/no)\n",
      "\(file.path) 已经存在。要替换它吗？（是/否）\n"
    )
    guard let answer = heard() else { return false }
    return ["y", "yes", "1", "是"].contains(answer.trimmingSpaces.lowercased())
  }

  private func keep(_ before: Facts, _ suggestion: String) throws {
    let hasChanged =
      conversation.facts.values != before.values || !conversation.unfinished.isEmpty
      || !conversation.hasSameRecords(as: before)
    guard hasChanged else {
      say("Nothing new was said, so no file was written.\n", "没有新的回答，未写文件。\n")
      return
    }
    try Console.reading(language) { () throws(BadInput) in
      try file.write(conversation, law.assessor.set.model)
    }
    let path = AskSession.quoted(file.path)
    say("Kept in \(file.path).\n", "已保存到 \(file.path)。\n")
    let call = "\(path)\(suggestion)\n"
    say("All reasons and points: anju assess \(call)", "查看全部理由和积分明细：anju assess \(call)")
    if !conversation.isDecided { say("To go on: anju ask \(call)", "继续回答：anju ask \(call)") }
  }

  private func say(_ english: String, _ chinese: String) {
    Console.write(language == .chinese ? chinese : english)
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || scalar.properties.isAlphabetic
        || "0123456789._-/".unicodeScalars.contains(scalar)
    }
    return isPlain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }
}
