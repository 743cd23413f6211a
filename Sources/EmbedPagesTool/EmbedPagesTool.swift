import EmbeddedText
import Foundation
import PageText

/// The build tool behind the plugin `EmbedPages`: templates and assets in, one Swift file out.
///
/// A text that stands in one language only fails the build, with its file and line.
@main
struct EmbedPagesTool {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3 else {
      fail("error: usage: EmbedPagesTool FOLDER OUTPUT.swift STAMP")
    }
    let paths = arguments.map { URL(filePath: $0) }
    do {
      let files = try PageFile.all(in: paths[0])
      let source = EmbeddedText.source(
        of: files.map { ($0.path, $0.text) },
        named: "EmbeddedPages",
        by: "EmbedPagesTool",
        what: "The templates and assets that were in the target's folders when it was built."
      )
      let bytes = Data(source.utf8)
      if (try? Data(contentsOf: paths[1])) != bytes {
        try bytes.write(to: paths[1], options: .atomic)
      }
      // A new stamp makes the next build run this tool again; see the plugin.
      try Data(UUID().uuidString.utf8).write(to: paths[2], options: .atomic)
    } catch let error as PageFile.Unusable {
      fail(error.description)
    } catch {
      fail("\(paths[0].path): error: the pages could not be embedded: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
