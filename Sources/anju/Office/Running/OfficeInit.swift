import ArgumentParser
import EventStore
import ExpressionLanguage
import Registry

import Glibc

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
    if makesKey, journal.demo {
      throw ValidationError("a demo journal has the key that everybody knows; leave out --make-key")
    }
    if makesKey, journal.masterKey == nil {
      throw ValidationError("--make-key goes with --master-key FILE, where the key is to be kept")
    }
  }

  func run() async throws {
    try await OfficeFailures.telling(journal.language) {
      if FileStatus(journal.path) != nil { throw OfficeFailures.exists(journal.path) }
      let key = makesKey ? journal.masterKey : nil
      if let key { try OfficeInit.makeKey(key) }
      do { try journal.open(.writing).close() } catch {
        // A key of nothing would only be taken for one of something.
        if let key { unlink(key) }
        throw error
      }
      Console.write(words(key) + "\n")
    }
  }

  private func words(_ key: String?) -> String {
    if journal.language == .chinese {
      return (key.map { "已生成主密钥 \($0)；请与日志及其备份分开保管，遗失则无人能读\n" } ?? "")
        + "已建立\(journal.demo ? "演示" : "")日志 \(journal.path)"
    }
    let made = key.map {
      "made \($0), the master key: keep it apart from the journal and its backups, and do not lose it\n"
    }
    return (made ?? "")
      + "made \(journal.path), \(journal.demo ? "a demo journal" : "an empty journal")"
  }

  /// A key of the system's random numbers; a file that is there stays as it is.
  private static func makeKey(_ path: String) throws {
    var random = SystemRandomNumberGenerator()
    let digits = (0..<32).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &random)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    if FileStatus(path, followsLinks: false) != nil { throw OfficeFailures.keyExists(path) }
    try PrivateFile.write(Array((digits.joined() + "\n").utf8), to: path, replacing: false)
  }
}
