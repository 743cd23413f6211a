import ExpressionLanguage

/// Writes in half width the signs that an input method left in expressions and cells.
///
/// The lexer reads such a sign as what was meant and says so, and only where an expression stands;
/// words of the law keep their full-width signs. So the repair is certain: the tokens stay the same.
enum SignRepair {
  private static let repaired: Set<String> = ["full-width-sign", "curly-quotes"]

  /// The files of a folder, those at `targets` without full-width signs in expressions.
  ///
  /// A file in which the repair would not lessen the number of errors is left as it is.
  static func repair(_ files: [PolicyFile], targets: Set<String>, prefix: String) -> [PolicyFile] {
    let report = PolicyChecker(PolicyLibrary(files: files, prefix: prefix)).report
    return files.map { file in
      guard targets.contains(file.path), let found = report.findings[prefix + file.path],
        let bytes = repair(file.bytes, found)
      else { return file }
      var better = file
      better.bytes = bytes
      let others = files.filter { $0.path != file.path }
      let library = PolicyLibrary(files: others + [better], prefix: prefix)
      let rest = PolicyChecker(library).report.findings[prefix + file.path] ?? DiagnosticSet()
      return errors(rest) < errors(found) && tokensOf(rest) == 0 ? better : file
    }
  }

  private static func errors(_ found: DiagnosticSet) -> Int {
    found.sorted.count { $0.severity == .error }
  }

  private static func tokensOf(_ found: DiagnosticSet) -> Int {
    found.sorted.count { repaired.contains($0.id) }
  }

  /// The bytes with every sign as its message has it; `nil` where there is none.
  private static func repair(_ bytes: [UInt8], _ found: DiagnosticSet) -> [UInt8]? {
    let signs = found.sorted.filter { repaired.contains($0.id) }
    guard !signs.isEmpty else { return nil }
    var result = bytes
    var end = bytes.count
    for sign in signs.reversed() where sign.range.end <= end && sign.range.count > 0 {
      guard bytes[sign.range.start] >= 0x80 else { return nil }
      let old = String(decoding: bytes[sign.range.start..<sign.range.end], as: UTF8.self)
      let new = old == "\u{3000}" || old == "\u{A0}" ? " " : sign.fix?.english ?? old
      guard new.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      result.replaceSubrange(sign.range.start..<sign.range.end, with: new.utf8)
      end = sign.range.start
    }
    return result
  }
}
