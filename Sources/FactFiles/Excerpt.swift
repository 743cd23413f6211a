/// Cuts what somebody wrote down to a length that fits into a message.
enum Excerpt {
  /// The first line of `text`, at most 40 characters of it.
  static func of(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(39) + "…" : String(line)
  }
}
