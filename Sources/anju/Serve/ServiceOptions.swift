import ArgumentParser
import Foundation

/// Which service is meant: its configuration and the folder that it keeps.
struct ServiceOptions: ParsableArguments {
  @Option(help: "The configuration file: lines `name: value`. Also ANJU_CONFIG.")
  var config: String?

  @Option(name: .customLong("set"), help: "A setting, `name: value`; may be given again.")
  var settings: [String] = []

  @Option(help: "The folder of the journal, the accounts and the keys.")
  var folder: String?

  /// Reads what is told, from the file, the environment and the flags.
  ///
  /// - Parameters:
  ///   - port: The port, where a flag of its own tells it.
  ///   - isDemo: Whether it is the demo's, which has a folder of its own.
  /// - Returns: The configuration.
  /// - Throws: `BadInput`.
  func configuration(port: Int? = nil, isDemo: Bool) throws -> ServeConfiguration {
    let environment = ProcessInfo.processInfo.environment
    var flags: [String: String] = [:]
    for setting in settings {
      guard let colon = setting.firstIndex(of: ":") else {
        throw BadInput(
          english: "--set wants `name: value`",
          chinese: "--set 应写作“名称: 值”"
        )
      }
      let name = setting[..<colon].trimmingCharacters(in: .whitespaces)
      guard ServeSetting.all.contains(where: { $0.name == name }) else {
        throw BadInput(
          english: "there is no setting `\(name)`; anju serve --help lists them",
          chinese: "没有名为“\(name)”的设置；可用 anju serve --help 查看"
        )
      }
      flags[name] = setting[setting.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    var shortcuts: [String: String] = [:]
    if let port { shortcuts["port"] = String(port) }
    if let folder { shortcuts["folder"] = folder }
    if isDemo, folder == nil, flags["folder"] == nil { flags["folder"] = "anju-demo" }
    return try ServeConfiguration(
      file: try (config ?? environment["ANJU_CONFIG"]).map(SettingLines.read) ?? [],
      environment: environment,
      flags: flags,
      shortcuts: shortcuts
    )
  }
}
