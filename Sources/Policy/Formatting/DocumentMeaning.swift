import ExpressionLanguage

/// What a file says, without the places where it says it: two layouts of one text are equal.
package struct DocumentMeaning: Hashable, Sendable {
  /// Everything said, in order, one thing an entry.
  package let statements: [String]

  /// What `document` says.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(_ document: Document) {
    var teller = Teller(source: document.source)
    teller.tell(document)
    statements = teller.statements
  }
}

/// Collects what a document says.
private struct Teller {
  let source: SourceText
  var statements: [String] = []

  private mutating func say(_ key: String, _ values: String...) {
    statements.append(key + ": " + values.joined(separator: "\u{1F}"))
  }

  private func text(_ range: SourceRange?) -> String {
    range.map { source.text($0) } ?? "nothing"
  }

  mutating func tell(_ document: Document) {
    say("kind", document.kind.rawValue, document.front.id)
    for entry in document.front.entries {
      say("entry", entry.key, entry.value)
      for child in entry.children { say("child", child.key, child.value) }
    }
    for section in document.sections { tell(section) }
  }

  private mutating func tell(_ section: Section) {
    say("section", String(section.level))
    for half in [section.heading.english, section.heading.chinese] {
      say("half", half?.text ?? "nothing", half?.label ?? "", half?.citation?.text ?? "")
    }
    for mark in section.marks { say("mark", mark.key, mark.value) }
    for paragraph in section.paragraphs { tell(paragraph, "paragraph") }
    if let lead = section.lead { tell(lead, "lead") }
    tell(section.operators)
    for quotation in section.quotations {
      for line in source.text(quotation).split(whereSeparator: \.isNewline) {
        say("quotation", String(line).trimmingSpaces)
      }
      say("end of quotation")
    }
    for block in section.blocks {
      switch block {
      case .list(let list): tell(list)
      case .table(let table): tell(table)
      case .fence(let fence): tell(fence)
      }
    }
  }

  private mutating func tell(_ paragraph: Paragraph, _ role: String) {
    say(role)
    for line in paragraph.lines { say("line", source.text(line)) }
    tell(paragraph.inlines)
  }

  private mutating func tell(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let range): say("text", source.text(range).trimmingSpaces)
      case .bold(let inner, _): say("bold", source.text(inner))
      case .code(let inner, _): say("code", source.text(inner))
      }
    }
  }

  private mutating func tell(_ words: LeadWords) {
    say("list word", words.list?.rawValue ?? "nothing")
    for limit in words.limits {
      switch limit.amount {
      case .literal(let number, let unit, _): say("\(limit.kind)", "\(number)", unit)
      case .expression(let range): say("\(limit.kind)", source.text(range))
      }
    }
    say("when", text(words.when), text(words.suspendedWhen))
  }

  private mutating func tell(_ list: List) {
    say("list", String(list.items.count))
    for item in list.items {
      say("item", String(item.number), text(item.test))
      say("words", item.english?.text ?? "nothing", item.chinese?.text ?? "nothing")
      tell(item.words)
      for mark in item.marks { say("mark", mark.key, mark.value) }
      tell(item.operators)
      if let sublist = item.sublist { tell(sublist) }
    }
    say("end of list")
  }

  private mutating func tell(_ table: Table) {
    for row in [table.header] + table.rows {
      say("row")
      for cell in row { say("cell", cell.text) }
    }
  }

  /// Blank lines in a fence say nothing; what does is its words and signs.
  private mutating func tell(_ fence: Fence) {
    say("fence", fence.info)
    for token in Lexer.tokens(in: fence.content, of: source).tokens {
      say("token", "\(token.kind)")
    }
  }
}
