/// Writes a page down: the only place where a `<` comes from anything but a constant.
///
/// Chinese characters in a piece of another language get a `span` that says so, so that they are
/// spoken and set as Chinese wherever they come from.
struct MarkupWriter {
  private var text = ""
  private var tongues: [Tongue] = []
  private var isPlainText = false

  /// The whole page with `root` as its `html` element.
  ///
  /// - Complexity: O(*n*) in the length of the page.
  static func page(_ root: Markup) -> String { "<!DOCTYPE html>\n" + part(root) }

  /// A part of a page, which another frame holds.
  ///
  /// - Complexity: O(*n*) in the length of the part.
  static func part(_ root: Markup) -> String {
    var writer = MarkupWriter()
    writer.write(root)
    return writer.text
  }

  private mutating func write(_ markup: Markup) {
    switch markup {
    case .text(let words): write(words)
    case .style(let style): text += style.css
    case .element(let tag, let attributes, let children):
      text += "<\(tag.rawValue)"
      for attribute in attributes {
        text += " \(attribute.name)=\""
        escape(attribute.value.unicodeScalars[...])
        text += "\""
      }
      if tag.isVoid {
        text += " />\n"
        return
      }
      text += ">"
      let tongue = attributes.first { $0.name == "lang" }.flatMap { Tongue(rawValue: $0.value) }
      if let tongue { tongues.append(tongue) }
      isPlainText = tag.isPlainText
      for child in children { write(child) }
      isPlainText = false
      if tongue != nil { tongues.removeLast() }
      text += "</\(tag.rawValue)>"
      if tag.endsLine { text += "\n" }
    }
  }

  private mutating func write(_ words: String) {
    let scalars = words.unicodeScalars
    if isPlainText || tongues.last == .chinese {
      escape(scalars[...])
      return
    }
    var rest = scalars[...]
    while let first = rest.first {
      if MarkupWriter.isHan(first) {
        let run = rest.prefix { MarkupWriter.isHan($0) || MarkupWriter.isWide($0) }
        text += "<span lang=\"\(Tongue.chinese.rawValue)\">"
        escape(run)
        text += "</span>"
        rest = rest[run.endIndex...]
      } else {
        let run = rest.prefix { !MarkupWriter.isHan($0) }
        escape(run)
        rest = rest[run.endIndex...]
      }
    }
  }

  private mutating func escape(_ scalars: Substring.UnicodeScalarView) {
    for scalar in scalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(MarkupWriter.isSeen(scalar) ? scalar : "\u{FFFD}")
      }
    }
  }

  /// Whether a character shows as itself: no control, and nothing that turns or hides its
  /// neighbours.
  static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a character is punctuation of Chinese text.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x303F, 0xFF00...0xFF65: true
    default: false
    }
  }
}
