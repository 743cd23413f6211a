/// What was told about the service, from wherever it came.
struct ServeConfiguration: Sendable {
  private var values: [String: (value: String, source: String)] = [:]

  /// Gathers what the file, the environment and the flags say.
  ///
  /// - Parameters:
  ///   - file: The lines of the configuration file, if there is one.
  ///   - environment: The environment.
  ///   - flags: Values by the settings' names.
  ///   - shortcuts: Values of settings that have a flag of their own, such as `--port`.
  /// - Throws: `BadInput` for a line that cannot be read or a name that is none.
  init(
    file: [SettingLines.Line],
    environment: [String: String],
    flags: [String: String],
    shortcuts: [String: String] = [:]
  ) throws(BadInput) {
    for line in file { try add(line) }
    for setting in ServeSetting.all {
      if let value = environment[setting.variable], !value.isEmpty {
        values[setting.name] = (value, setting.variable)
      }
      if let value = flags[setting.name] { values[setting.name] = (value, "--set \(setting.name)") }
      if let value = shortcuts[setting.name] {
        values[setting.name] = (value, "--\(setting.name)")
      }
    }
  }

  /// The value of a setting, or what it is otherwise; `nil` for nothing.
  subscript(_ name: String) -> String? {
    if let told = values[name] { return told.value }
    let otherwise = ServeSetting.all.first { $0.name == name }?.otherwise ?? ""
    return otherwise.isEmpty ? nil : otherwise
  }

  /// A number within bounds.
  ///
  /// - Throws: `BadInput`, naming where the value came from.
  func number(_ name: String, _ range: ClosedRange<Int>) throws(BadInput) -> Int {
    guard let text = self[name] else { return range.lowerBound }
    guard let number = Int(text), range.contains(number) else {
      let source = values[name]?.source ?? name
      throw BadInput(
        english: "\(source): wants a number from \(range.lowerBound) to \(range.upperBound)",
        chinese: "\(source)：应为\(range.lowerBound)至\(range.upperBound)的整数"
      )
    }
    return number
  }

  /// One of some words.
  ///
  /// - Throws: `BadInput`, naming where the value came from.
  func choice(_ name: String, of words: [String]) throws(BadInput) -> String {
    let text = self[name] ?? ""
    guard words.contains(text) else {
      let source = values[name]?.source ?? name
      throw BadInput(
        english: "\(source): wants one of \(words.joined(separator: ", "))",
        chinese: "\(source)：应为 \(words.joined(separator: "、")) 之一"
      )
    }
    return text
  }

  private mutating func add(_ line: SettingLines.Line) throws(BadInput) {
    guard ServeSetting.all.contains(where: { $0.name == line.name }) else {
      throw BadInput(
        english: "\(line.place): there is no setting `\(line.name)`; anju serve --help lists them",
        chinese: "\(line.place)：没有名为“\(line.name)”的设置；可用 anju serve --help 查看"
      )
    }
    if !line.value.isEmpty { values[line.name] = (line.value, line.place) }
  }
}
