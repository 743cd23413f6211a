import Foundation

/// A file of lines `name: value`; an empty line or one that begins with `#` says nothing.
enum SettingLines {
  /// One line.
  struct Line {
    let name: String
    let value: String
    /// The file and the line's number, for messages.
    let place: String
  }

  /// Reads a file.
  ///
  /// - Throws: `BadInput` where it can't be read, or a line is no `name: value` or repeats a name.
  static func read(_ path: String) throws -> [Line] {
    guard let text = String(validating: try FileBytes.read(path), as: UTF8.self) else {
      throw BadInput(english: "\(path): is not UTF-8", chinese: "\(path)：不是 UTF-8 编码")
    }
    return try lines(of: text, path)
  }

  private static func lines(of text: String, _ path: String) throws(BadInput) -> [Line] {
    var lines: [Line] = []
    var names: Set<String> = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let place = "\(path):\(index + 1)"
      guard let colon = line.firstIndex(of: ":") else {
        throw BadInput(
          english: "\(place): a line is written `name: value`",
          chinese: "\(place)：每行应写作“名称: 值”"
        )
      }
      let name = line[..<colon].trimmed
      guard names.insert(name).inserted else {
        throw BadInput(
          english: "\(place): `\(name)` is set twice",
          chinese: "\(place)：“\(name)”重复设置"
        )
      }
      lines.append(Line(name: name, value: line[line.index(after: colon)...].trimmed, place: place))
    }
    return lines
  }
}
