/// Swift source that holds texts as string literals, as the build tools write it.
package enum EmbeddedText {
  /// The Swift file for `files`.
  ///
  /// Each text is a constant of its own with a stated type: nothing is left to infer.
  ///
  /// - Parameters:
  ///   - files: Each file's path and its text.
  ///   - name: The name of the enumeration that holds them.
  ///   - maker: The tool that writes the file.
  ///   - what: What the files are, for the comment.
  /// - Returns: The file's text.
  package static func source(
    of files: [(path: String, text: String)],
    named name: String,
    by maker: String,
    what: String
  ) -> String {
    var list = ""
    var constants = ""
    for (number, file) in files.enumerated() {
      list += "    (path: \(literal(file.path)), text: text\(number)),\n"
      constants += "\nprivate let text\(number): String = \(block(file.text))\n"
    }
    return """
      // Made by \(maker) in each build; what is changed here is lost.

      /// \(what)
      package enum \(name) {
        /// Each file's path in that folder and its text, in the order of the paths' UTF-8 bytes.
        package static let files: [(path: String, text: String)] = [
      \(list)  ]
      }
      \(constants)
      """
  }

  /// A string literal on one line.
  static func literal(_ text: String) -> String {
    let hashes = hashes(for: text)
    return "\(hashes)\"\(escaped(text, hashes, keeping: ["\t"]))\"\(hashes)"
  }

  /// A string literal over as many lines as the text has.
  static func block(_ text: String) -> String {
    let hashes = hashes(for: text)
    return "\(hashes)\"\"\"\n\(escaped(text, hashes, keeping: ["\t", "\n"]))\n\"\"\"\(hashes)"
  }

  /// One `#` more than follow any quotation mark or backslash, so that neither means anything.
  private static func hashes(for text: String) -> String {
    var longest = 0
    var run: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": run = 0
      case "#": run = run.map { $0 + 1 }
      default: run = nil
      }
      longest = max(longest, run ?? 0)
    }
    return String(repeating: "#", count: longest + 1)
  }

  /// `text` with the scalars that can't be seen, or that a compiler would change, spelled out.
  private static func escaped(
    _ text: String,
    _ hashes: String,
    keeping kept: Set<Unicode.Scalar>
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        if kept.contains(scalar) { fallthrough }
        result.append(contentsOf: "\\\(hashes)u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
