import HTTPTypes
import Foundation
import TestSupport
import Testing

@testable import WebService

/// The style sheets against the pages that they style.
struct StyleSheetTests {
  @Test func `a class is styled only where some page has it`() throws {
    let written = try Written()
    let unused = try Self.styled().filter { !written.has($0) }
    #expect(unused.isEmpty, "no page but the catalogue has \(unused.sorted())")
  }

  @Test func `a page has no class that no sheet styles`() throws {
    let styled = try Self.styled()
    for (path, text) in EmbeddedPages.files where path.hasPrefix("Templates/") {
      for name in Self.classes(of: text) {
        let isKnown =
          name.hasSuffix("-") ? styled.contains { $0.hasPrefix(name) } : styled.contains(name)
        #expect(isKnown, "\(path): \(name)")
      }
    }
  }

  @Test func `the sheet of every page stays small`() throws {
    let sheet = try #require(Asset.all["anju.css"])
    #expect(sheet.text.utf8.count < 30_000)
  }

  @Test func `a sheet of some pages is linked with its version`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let pages = [
        "/zh/measures/xiongan/residence-permit/2021-01-01": ["measure.css"],
        "/zh/catalogue": ["paper.css", "chart.css"],
      ]
      for (path, sheets) in pages {
        let page = try await visitor.get(path)
        let assets = page.all(between: "=\"/assets/", and: "\"")
        #expect(assets.count == 3 + sheets.count, "\(path)")
        #expect(assets.allSatisfy { $0.contains("?v=") }, "\(path): \(assets)")
        for sheet in sheets {
          let address = try #require(Asset.all[sheet]?.address)
          #expect(page.has("href=\"\(address)\""), "\(path)")
          let answer = try await visitor.get(address)
          #expect(answer.headers[.cacheControl]?.contains("immutable") == true, "\(address)")
        }
      }
    }
  }

  /// The classes in the selectors of the sheets that are ours alone; those of `measure.css` are
  /// made by another room.
  private static func styled() throws -> Set<String> {
    var names: Set<String> = []
    for sheet in ["anju.css", "chart.css", "paper.css"] {
      let text = try #require(Asset.all[sheet]).text
      names.formUnion(text.matches(of: /\.(aj-[a-z0-9-]+)/).map { String($0.1) })
    }
    return names
  }

  /// The classes of a template; one that ends in a tag is cut off before it, at its hyphen.
  private static func classes(of template: String) -> Set<String> {
    var names: Set<String> = []
    for list in template.matches(of: /class="([^"]*)"/) {
      let plain = list.1.replacing(/\{\{[^}]*\}\}/, with: " ")
      names.formUnion(plain.split(separator: " ").map(String.init))
    }
    return names.filter { $0.hasPrefix("aj-") }
  }
}

/// Every name of ours that stands in a template, the script or the room's Swift.
private struct Written {
  private var names: Set<String> = []
  private var beginnings: Set<String> = []

  init() throws {
    let room = PackageRoot.file("Sources/WebService")
    let files = try #require(FileManager.default.enumerator(atPath: room.path))
    for case let path as String in files
    where [".mustache", ".swift", ".js"].contains(where: path.hasSuffix)
      && path != "Templates/catalogue.mustache"
    {
      let text = try String(contentsOf: room.appending(path: path), encoding: .utf8)
      for match in text.matches(of: /(data-)?(aj-[a-z0-9-]+)/) where match.1 == nil {
        let name = String(match.2)
        if name.hasSuffix("-") { beginnings.insert(name) } else { names.insert(name) }
      }
    }
  }

  func has(_ name: String) -> Bool {
    names.contains(name) || beginnings.contains { name.hasPrefix($0) }
  }
}
