import ExpressionLanguage
import Policy

/// The outline of a document as our own reader sees it.
struct OwnOutline {
  private let source: SourceText
  private var pieces: [(place: Int, outline: Outline)] = []

  /// The outline of what stands below the front matter, in the order of the text.
  static func of(_ document: Document) -> [Outline] {
    var own = OwnOutline(source: document.source)
    for section in document.sections {
      own.pieces.append((section.heading.range.start, .heading(level: section.level)))
      for paragraph in section.paragraphs { own.bold(paragraph.inlines) }
      for block in section.blocks { own.block(block) }
    }
    return own.pieces.sorted { $0.place < $1.place }.map(\.outline)
  }

  private init(source: SourceText) { self.source = source }

  private mutating func bold(_ inlines: [Inline]) {
    for case .bold(let inner, let outer) in inlines {
      pieces.append((outer.start, .bold(source.text(inner))))
    }
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .list(let list): items(list, depth: 1)
    case .fence(let fence):
      let text = source.text(fence.content)
      pieces.append((fence.range.start, .code(text.hasSuffix("\n") ? text : text + "\n")))
    case .table(let table):
      let rows = [table.header] + table.rows
      pieces.append(
        (table.range.start, .table(rows: rows.count, columns: table.header.count))
      )
      for cell in rows.joined() { pieces.append((cell.range.start, .cell(cell.text))) }
    }
  }

  private mutating func items(_ list: List, depth: Int) {
    for item in list.items {
      pieces.append((item.range.start, .item(number: item.number, depth: depth)))
      bold(item.words)
      if let sublist = item.sublist { items(sublist, depth: depth + 1) }
    }
  }
}
