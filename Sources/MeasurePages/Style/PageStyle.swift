/// The style sheet of a page: constants, and the two lines that print in its margins.
struct PageStyle: Sendable {
  /// What stands at the head of each printed sheet, such as the title.
  var head: String
  /// What stands at its foot, such as the version.
  var foot: String

  /// The sheet.
  var css: String {
    PageStyle.colours + PageStyle.text + PageStyle.layout + PageStyle.rules + PageStyle.tables
      + PageStyle.print + margins
  }

  private var margins: String {
    let type = """
      font: 8pt "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #444;
      """
    return """
      @page {
        size: A4;
        margin: 22mm 17mm 20mm;
        @top-left { content: \(PageStyle.quoted(head)); \(type) }
        @bottom-left { content: \(PageStyle.quoted(foot)); \(type) }
        @bottom-right { content: counter(page) " / " counter(pages); \(type) }
      }

      """
  }

  /// A text as a string of CSS; whatever is no letter, digit or space of ASCII is written by its
  /// number, so that no text ends the string or the sheet.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars.prefix(200) {
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == " " || scalar == "-")
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else if !MarkupWriter.isSeen(scalar) || scalar == "\n" {
        result += "\\FFFD "
      } else {
        result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }
}
