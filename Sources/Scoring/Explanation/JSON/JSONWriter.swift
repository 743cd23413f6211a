/// Writes JSON: two spaces a level, one entry a line, the keys as given.
struct JSONWriter: Sendable {
  private(set) var text = ""
  private var level = 0

  /// The text of a value, with a line end at its end.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return writer.text + "\n"
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .truth(let truth): text += truth ? "true" : "false"
    case .number(let number): text += String(number)
    case .text(let string): write(string)
    case .list(let values): write(values, "[", "]") { $0.write($1) }
    case .object(let entries):
      write(entries, "{", "}") { writer, entry in
        writer.write(entry.key)
        writer.text += ": "
        writer.write(entry.value)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element],
    _ open: String,
    _ close: String,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    level += 1
    for (index, element) in elements.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += String(repeating: "  ", count: level)
      write(&self, element)
    }
    level -= 1
    if !elements.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
    text += close
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Control characters; and the two line ends that JavaScript and terminals take for such.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
