import Foundation
import PackagePlugin

/// Puts the measures of a `Policies` folder into the program that is built.
///
/// The folder is that of the target where it has one, as a test may, and otherwise the package's.
///
/// SwiftPM evaluates a plugin once and then watches only the files it was told of, so a measure
/// added later would be missed. The command therefore has a file as its input that the tool
/// rewrites each time: it runs in every build, and writes its output only where that has changed.
@main
struct EmbedPolicies: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPolicies.swift")
    let stamp = context.pluginWorkDirectoryURL.appending(path: "always-changed")
    if !FileManager.default.fileExists(atPath: stamp.path) {
      try Data().write(to: stamp)
    }
    return [
      .buildCommand(
        displayName: "Embedding policies in \(target.name)",
        executable: try context.tool(named: "EmbedPoliciesTool").url,
        arguments: [folder(of: target, in: context.package).path, output.path, stamp.path],
        inputFiles: [stamp],
        outputFiles: [output]
      )
    ]
  }

  private func folder(of target: any Target, in package: Package) -> URL {
    let own = target.directoryURL.appending(path: "Policies")
    if FileManager.default.fileExists(atPath: own.path) { return own }
    return package.directoryURL.appending(path: "Policies")
  }
}
