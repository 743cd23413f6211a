import CMarkGFM

/// Reads prose with cmark-gfm and turns it into pieces of a page.
///
/// The library parses; what is written is ours, so that raw HTML comes out as the text it is, an
/// address that is no web address as words, and a picture as its description. None of GitHub's
/// extensions is used: tables and lists of a measure are rules, which prose never holds.
struct ProseReader {
  /// The most bytes that the library is given at once; what is longer is shown as it was written.
  static let mostBytes = 65_536
  /// How deep its tree may nest; what lies deeper is shown as plain text.
  static let deepest = 40

  /// What a line break in the prose becomes: nothing in Chinese, a space in English.
  let lineBreak: String
  /// What code becomes.
  let code: (String) -> Markup

  /// The blocks of `text`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  func blocks(_ text: String) -> [Markup] {
    guard text.utf8.count <= ProseReader.mostBytes,
      let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_VALIDATE_UTF8)
    else { return [tag(.p) { text }] }
    defer { cmark_node_free(document) }
    return children(document, depth: 0)
  }

  /// The words of `text` where only one paragraph can stand; anything else is run together.
  func inlines(_ text: String) -> [Markup] {
    var pieces: [Markup] = []
    for block in blocks(text) {
      if !pieces.isEmpty { pieces.append(.text(" ")) }
      if case .element(.p, _, let children) = block {
        pieces += children
      } else {
        pieces.append(tag(.span) { block.words })
      }
    }
    return pieces
  }

  private func children(_ node: OpaquePointer, depth: Int) -> [Markup] {
    var pieces: [Markup] = []
    var child = cmark_node_first_child(node)
    while let next = child {
      pieces += piece(next, depth: depth + 1)
      child = cmark_node_next(next)
    }
    return pieces
  }

  private func piece(_ node: OpaquePointer, depth: Int) -> [Markup] {
    if depth > ProseReader.deepest { return [.text(plain(node))] }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: return [.text(literal(node))]
    case CMARK_NODE_SOFTBREAK: return [.text(lineBreak)]
    case CMARK_NODE_LINEBREAK: return [.text(lineBreak.isEmpty ? "" : "\n")]
    case CMARK_NODE_CODE: return [code(literal(node))]
    case CMARK_NODE_STRONG: return [.element(.strong, [], children(node, depth: depth))]
    case CMARK_NODE_EMPH: return [.element(.em, [], children(node, depth: depth))]
    case CMARK_NODE_LINK:
      let inner = children(node, depth: depth)
      guard let url = cmark_node_get_url(node), let address = WebAddress(String(cString: url))
      else { return inner }
      return [.element(.a, [.href(.web(address)), .noReferrer], inner)]
    case CMARK_NODE_IMAGE: return [.text(plain(node))]
    case CMARK_NODE_PARAGRAPH: return [.element(.p, [], children(node, depth: depth))]
    // A heading here would break the order of the page's own.
    case CMARK_NODE_HEADING:
      return [tag(.p) { Markup.element(.strong, [], children(node, depth: depth)) }]
    case CMARK_NODE_BLOCK_QUOTE: return [.element(.blockquote, [], children(node, depth: depth))]
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return [.element(isOrdered ? .ol : .ul, [], children(node, depth: depth))]
    case CMARK_NODE_ITEM: return [.element(.li, [], children(node, depth: depth))]
    case CMARK_NODE_CODE_BLOCK: return [tag(.pre) { tag(.code) { literal(node) } }]
    case CMARK_NODE_HTML_BLOCK: return [tag(.p) { literal(node) }]
    case CMARK_NODE_THEMATIC_BREAK: return []
    default: return [.text(plain(node))]
    }
  }

  /// The text of a node and of all below it, in order.
  private func plain(_ node: OpaquePointer) -> String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(inner) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += lineBreak
      default: text += literal(inner)
      }
    }
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}

extension Markup {
  /// All text in it.
  var words: String {
    switch self {
    case .text(let text): text
    case .element(_, _, let children): children.map(\.words).joined()
    case .style: ""
    }
  }
}
