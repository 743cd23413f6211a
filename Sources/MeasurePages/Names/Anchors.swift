import ExpressionLanguage
import Policy

/// The places of one measure that can be linked to, each with an id made from its citation.
///
/// The ids are stable: `article-5` stays `article-5` whatever is added around it, and a rule below
/// an article has its own label in its id, such as `article-5-education-points`.
struct Anchors: Sendable {
  /// The id of each section, by position.
  private(set) var sections: [String] = []
  /// The ids of sections, terms, items and rows, by the offset at which each begins.
  private var byOffset: [Int: String] = [:]
  private var taken: Set<String>

  /// Ids that belong to the page itself.
  static let reserved: Set<String> = [
    "top", "text", "contents", "contents-title", "facts", "sources", "basis",
  ]

  /// Makes the ids of a document.
  ///
  /// - Complexity: O(*n*) in the number of sections, items and rows.
  init(_ document: Document) {
    taken = Anchors.reserved
    var open: [(level: Int, id: String, isCited: Bool)] = []
    for section in document.sections {
      while let last = open.last, last.level >= section.level { open.removeLast() }
      let citation = section.heading.citation
      let parent = open.last { $0.isCited }
      let name = citation.map { Anchors.identifier($0) } ?? Anchors.label(section.heading)
      let isNested: Bool
      switch citation?.kind {
      case .article, .schedule, .round, .part: isNested = false
      case .chapter, .section, nil: isNested = parent != nil
      }
      let id = take(isNested ? (parent?.id ?? "") + "-" + name : name)
      open.append((section.level, id, citation != nil))
      sections.append(id)
      byOffset[section.heading.range.start] = id
      for block in section.blocks { add(block, of: section, id) }
    }
  }

  private mutating func add(_ block: Block, of section: Section, _ id: String) {
    switch block {
    case .fence: break
    case .list(let list) where section.operators.list == .means:
      for item in list.items {
        let words = (item.english ?? item.chinese)?.text ?? ""
        let term = words.split(whereSeparator: { $0 == ":" || $0 == "：" }).first ?? ""
        let name = NameKey.identifier(String(term))
        let own = take(id + "-" + (name.isEmpty ? "clause-\(item.number)" : name))
        byOffset[item.range.start] = own
        byOffset[item.english?.ranges.first?.start ?? item.range.start] = own
      }
    case .list(let list): add(list, id + "-clause")
    case .table(let table):
      for row in table.rows {
        guard let first = row.first else { continue }
        let text = first.text.prefix { $0 != ")" }
        let isClause = text.hasPrefix("(") && text.count < first.text.count
        let name = NameKey.identifier(
          isClause ? String(text.dropFirst()) : Anchors.one(Glossed.halves(first.text))
        )
        byOffset[first.range.start] = take(id + (isClause ? "-clause-" : "-") + name)
      }
    }
  }

  private mutating func add(_ list: List, _ base: String) {
    for item in list.items {
      let id = take(base + "-\(item.number)")
      byOffset[item.range.start] = id
      if let sublist = item.sublist { add(sublist, id) }
    }
  }

  /// The id of what begins at an offset of the text, if it has one.
  func id(at offset: Int) -> String? { byOffset[offset] }

  /// An id that nothing has yet: the one wanted, or the same with a number.
  mutating func take(_ wanted: String) -> String {
    var id = wanted.isEmpty ? "section" : wanted
    var number = 2
    while !taken.insert(id).inserted {
      id = wanted + "-\(number)"
      number += 1
    }
    return id
  }

  private static func identifier(_ citation: Citation) -> String {
    citation.kind.rawValue + (citation.number.map { "-\($0)" } ?? "")
      + (citation.inserted.map { "-\($0)" } ?? "")
  }

  private static func label(_ heading: Heading) -> String {
    NameKey.identifier(one(Bilingual(heading.name ?? "", heading.chineseName ?? "")))
  }

  private static func one(_ text: Bilingual) -> String { text[.english] }
}
