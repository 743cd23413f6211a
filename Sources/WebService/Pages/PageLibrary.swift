package import ExpressionLanguage
import Foundation
import Mustache
import PageText

/// The templates of all pages, one library for each language, as they were built in.
package struct PageLibrary: Sendable {
  private let chinese: MustacheLibrary
  private let english: MustacheLibrary

  /// Something that keeps the pages from being used.
  package struct Fault: Error, CustomStringConvertible {
    /// The template, and what is wrong with it.
    package let description: String
  }

  /// Reads templates.
  ///
  /// - Parameter files: Paths that begin with `Templates/`, and their texts; others are left out.
  /// - Throws: `Fault` with the file and line.
  package init(_ files: [(path: String, text: String)]) throws {
    var chinese = MustacheLibrary()
    var english = MustacheLibrary()
    for (path, text) in files where path.hasPrefix("Templates/") {
      let name = String(path.dropFirst("Templates/".count).dropLast(".mustache".count))
      do {
        let tongues = try TwoTongues(text)
        try chinese.register(tongues.chinese, named: name)
        try english.register(tongues.english, named: name)
      } catch let fault as TwoTongues.Fault {
        throw Fault(description: "\(path):\(fault)")
      } catch {
        throw Fault(description: "\(path): \(error)")
      }
    }
    self.chinese = chinese
    self.english = english
  }

  /// The pages that were built in.
  package static func embedded() throws -> PageLibrary { try PageLibrary(EmbeddedPages.files) }

  #if DEBUG
  /// The templates and assets as they lie in a folder now, for who writes pages:
  /// `ANJU_PAGES=Sources/WebService`; `nil` where none is named.
  static func beingWritten() -> [(path: String, text: String)]? {
    guard let folder = ProcessInfo.processInfo.environment["ANJU_PAGES"] else { return nil }
    var files: [(path: String, text: String)] = []
    for part in ["Assets", "Templates"] {
      guard let paths = FileManager.default.enumerator(atPath: folder + "/" + part) else {
        continue
      }
      for case let path as String in paths {
        let whole = "\(folder)/\(part)/\(path)"
        guard let text = try? String(contentsOfFile: whole, encoding: .utf8) else { continue }
        files.append(("\(part)/\(path)", text))
      }
    }
    return files
  }
  #endif

  /// A page as HTML.
  ///
  /// - Returns: `nil` where there is no such template.
  package func render(_ template: String, _ scene: Scene, in language: Language) -> String? {
    #if DEBUG
    if let files = Self.beingWritten() {
      do { return try PageLibrary(files).rendered(template, scene, in: language) } catch {
        return "<pre>\(error)</pre>"
      }
    }
    #endif
    return rendered(template, scene, in: language)
  }

  private func rendered(_ template: String, _ scene: Scene, in language: Language) -> String? {
    let library = language == .chinese ? chinese : english
    return library.render(OpenScene(scene), withTemplate: template)
  }
}

/// What a template sees: the page's own values first, then those of every page.
package struct Scene: Sendable {
  let layout: Layout
  let view: any Sendable

  /// Joins a page's values to those of every page.
  package init(layout: Layout, view: any Sendable) {
    self.layout = layout
    self.view = view
  }
}

/// A scene while its page is written.
private final class OpenScene: MustacheParent {
  private let parts: [any MustacheParent]

  init(_ scene: Scene) {
    let values: [Any] = (scene.view as? MyPage).map { [$0, $0.view] } ?? [scene.view]
    parts = (values + [scene.layout]).compactMap { PageValue.shown($0) as? any MustacheParent }
  }

  func child(named name: String) -> Any? {
    for part in parts {
      if let child = part.child(named: name) { return child }
    }
    return nil
  }
}
