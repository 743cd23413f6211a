import ArgumentParser
import ExpressionLanguage
import FoundationEssentials

import Glibc

/// The terminal: what goes to standard output and error, and whether colour may.
enum Console {
  /// Writes to standard output.
  static func write(_ text: String) { put(text, to: 1) }

  /// Writes to standard error.
  static func complain(_ text: String) { put(text, to: 2) }

  /// Writes findings about a text to standard error.
  static func complain(
    _ diagnostics: DiagnosticSet,
    _ source: SourceText,
    _ formatter: DiagnosticFormatter
  ) {
    let parts = diagnostics.sorted.map { formatter.format($0, in: source) }
    complain(parts.joined(separator: "\n"))
  }

  /// Whether a stream is a terminal on which colour is wanted.
  static func hasColour(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// The language that the environment asks for: Chinese for a Chinese locale, else English.
  static var language: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return locale.hasPrefix("zh") ? .chinese : .english
  }

  /// Does something with input; bad input is said on standard error, with exit code 65 unless
  /// another is given.
  static func reading<Result>(
    _ language: Language,
    failing code: ExitCode = .badData,
    _ work: () throws(BadInput) -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch {
      complain("anju: \(error.text[language])\n")
      throw code
    }
  }

  private static func put(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

extension ExitCode {
  /// Nothing is open and something is undetermined.
  static let undetermined = ExitCode(2)
  /// The input is bad.
  static let badData = ExitCode(65)
  /// The program made a mistake that it noticed.
  static let mistake = ExitCode(70)
  /// A file cannot be written, or is not to be overwritten.
  static let cannotWrite = ExitCode(73)
}

extension Language: ExpressibleByArgument {}
