import Foundation
import PackagePlugin

/// Puts the templates and assets of a target into the program that is built.
///
/// Like `EmbedPolicies`, its command has a file as its input that the tool rewrites each time, so
/// that it runs in every build: SwiftPM watches only files that it was told of once.
@main
struct EmbedPages: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPages.swift")
    let stamp = context.pluginWorkDirectoryURL.appending(path: "always-changed")
    if !FileManager.default.fileExists(atPath: stamp.path) {
      try Data().write(to: stamp)
    }
    return [
      .buildCommand(
        displayName: "Embedding pages in \(target.name)",
        executable: try context.tool(named: "EmbedPagesTool").url,
        arguments: [target.directoryURL.path, output.path, stamp.path],
        inputFiles: [stamp],
        outputFiles: [output]
      )
    ]
  }
}
