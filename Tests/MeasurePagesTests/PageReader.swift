import Foundation
import FoundationXML

/// A page as a strict parser of XML reads it: what it holds, and what is wrong with it.
final class PageReader: NSObject, XMLParserDelegate {
  /// One element with where it stands.
  struct Element {
    var tag: String
    var attributes: [String: String]
  }

  /// Every element, in order.
  private(set) var elements: [Element] = []
  /// Every text, with the language it is marked as.
  private(set) var texts: [(text: String, language: String, tag: String)] = []
  /// The text of each element with an id, what is below it included.
  private(set) var textByID: [String: String] = [:]
  /// What keeps the page from being well formed.
  private(set) var fault: String?
  private var open: [(tag: String, id: String?, language: String)] = []

  /// Reads a page.
  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    parser.shouldResolveExternalEntities = false
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "unknown")"
    }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement tag: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(Element(tag: tag, attributes: attributes))
    open.append((tag, attributes["id"], attributes["lang"] ?? open.last?.language ?? ""))
  }

  func parser(
    _ parser: XMLParser,
    didEndElement tag: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    texts.append((text, open.last?.language ?? "", open.last?.tag ?? ""))
    for element in open {
      if let id = element.id { textByID[id, default: ""] += text }
    }
  }

  /// The ids, in order.
  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// The addresses of all links, in order.
  var links: [String] {
    elements.filter { $0.tag == "a" }.compactMap { $0.attributes["href"] }
  }

  /// Each link to a place on the page, with the nearest before it of the places in `owners`.
  func links(from owners: Set<String>) -> Set<[String]> {
    var owner = ""
    var found: Set<[String]> = []
    for element in elements {
      if let id = element.attributes["id"], owners.contains(id) { owner = id }
      if let link = element.attributes["href"], link.hasPrefix("#") {
        found.insert([owner, String(link.dropFirst())])
      }
    }
    return found
  }

  /// All text but the style sheet's.
  var text: String { texts.filter { $0.tag != "style" }.map(\.text).joined() }
}
