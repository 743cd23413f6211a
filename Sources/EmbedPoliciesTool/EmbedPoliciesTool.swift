import EmbeddedText
import Foundation

/// The build tool behind the plugin `EmbedPolicies`: a folder of Markdown in, one Swift file out.
@main
struct EmbedPoliciesTool {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3 else {
      fail("error: usage: EmbedPoliciesTool FOLDER OUTPUT.swift STAMP")
    }
    let paths = arguments.map { URL(filePath: $0) }
    do {
      let measures = try Measure.all(in: paths[0])
      let source = EmbeddedText.source(
        of: measures.map { ($0.path, $0.text) },
        named: "EmbeddedPolicies",
        by: "EmbedPoliciesTool",
        what: "The measures that were in the folder of policies when this program was built."
      )
      let bytes = Data(source.utf8)
      if (try? Data(contentsOf: paths[1])) != bytes {
        try bytes.write(to: paths[1], options: .atomic)
      }
      // A new stamp makes the next build run this tool again; see the plugin.
      try Data(UUID().uuidString.utf8).write(to: paths[2], options: .atomic)
    } catch let error as Measure.Unreadable {
      fail(error.description)
    } catch {
      fail("\(paths[0].path): error: the policies could not be embedded: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
