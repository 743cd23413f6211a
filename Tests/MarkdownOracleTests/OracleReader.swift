import CMarkGFM

/// Reads Markdown with cmark-gfm, as a web page would show it.
struct OracleReader {
  private var outline: [Outline] = []
  private var listNumbers: [Int] = []

  /// The outline of `text`; front matter must have been blanked.
  static func outline(_ text: String) -> [Outline] {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var bytes = Array(text.utf8).map { CChar(bitPattern: $0) }
    cmark_parser_feed(parser, &bytes, bytes.count)
    guard let document = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(document) }
    var reader = OracleReader()
    reader.visit(document)
    return reader.outline
  }

  private mutating func visit(_ node: OpaquePointer) {
    let type = String(cString: cmark_node_get_type_string(node))
    switch type {
    case "heading": outline.append(.heading(level: Int(cmark_node_get_heading_level(node))))
    case "code_block": outline.append(.code(text(cmark_node_get_literal(node))))
    case "strong": outline.append(.bold(plain(node)))
    case "list": listNumbers.append(Int(cmark_node_get_list_start(node)))
    case "item":
      let depth = listNumbers.count
      outline.append(.item(number: listNumbers[depth - 1], depth: depth))
      listNumbers[depth - 1] += 1
    case "table":
      var rows = 0
      var row = cmark_node_first_child(node)
      while let next = row {
        rows += 1
        row = cmark_node_next(next)
      }
      let columns = Int(cmark_gfm_extensions_get_table_columns(node))
      outline.append(.table(rows: rows, columns: columns))
    case "table_cell":
      outline.append(.cell(plain(node)))
      return
    default: break
    }
    var child = cmark_node_first_child(node)
    while let next = child {
      visit(next)
      child = cmark_node_next(next)
    }
    if type == "list" { listNumbers.removeLast() }
  }

  /// The text of a node without markup.
  private func plain(_ node: OpaquePointer) -> String {
    let type = String(cString: cmark_node_get_type_string(node))
    if type == "text" || type == "code" || type == "html_inline" {
      return text(cmark_node_get_literal(node))
    }
    if type == "softbreak" || type == "linebreak" { return " " }
    var result = ""
    var child = cmark_node_first_child(node)
    while let next = child {
      result += plain(next)
      child = cmark_node_next(next)
    }
    return result
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
