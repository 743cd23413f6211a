import ArgumentParser
import EventStore
import ExpressionLanguage
import Registry

/// Makes the journal of a new office.
struct OfficeInit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the journal of a new office.",
    discussion: """
      The master key is 32 random bytes in hexadecimal or base64, in a file that only its owner can \
      read, or in ANJU_MASTER_KEY; --make-key makes one. Whoever has it and the journal can read \
      everything; whoever loses it can read nothing.
      """
  )

  @OptionGroup var journal: JournalOptions

  @Flag(name: .customLong("make-key"), help: "Make the master key, in the file of --master-key.")
  var makesKey = false

  func validate() throws {
    if makesKey, journal.masterKey == nil {
      throw ValidationError("--make-key goes with --master-key FILE, where the key is to be kept")
    }
  }

  func run() async throws {
    try await OfficeFailures.telling(journal.language) {
      if FileStatus(journal.path) != nil {
        throw BadInput(
          english: "\(journal.path) is there already; name another with --store",
          chinese: "\(journal.path) 已存在；请用 --store 另取文件名"
        )
      }
      if makesKey, let path = journal.masterKey { try OfficeInit.makeKey(path) }
      let store = try journal.open(.writing)
      store.close()
      let words =
        journal.language == .chinese
        ? "已建立\(journal.demo ? "演示" : "")日志 \(journal.path)"
        : "made \(journal.path), \(journal.demo ? "a demo journal" : "an empty journal")"
      Console.write(words + "\n")
    }
  }

  /// A key of the system's random numbers; a file that is there stays as it is.
  private static func makeKey(_ path: String) throws(BadInput) {
    var random = SystemRandomNumberGenerator()
    let digits = (0..<32).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &random)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    try PrivateFile.write(Array((digits.joined() + "\n").utf8), to: path, replacing: false)
  }
}
