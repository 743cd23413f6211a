package import ExpressionLanguage

/// The names under which a person's file may give something, in one or several dictionaries.
///
/// A person has one file for every jurisdiction; what only another dictionary declares is passed
/// over there, and nothing else is.
package struct DeclaredNames: Sendable {
  /// The names of facts and kinds of records, in lower-case English and in Chinese.
  package var top: Set<String> = []
  /// The names of attributes, by each name of their records.
  package var attributes: [String: Set<String>] = [:]

  /// Creates a list of nothing.
  package init() {}

  /// Whether `key` is the name of a fact or of records.
  package func hasTop(_ key: String) -> Bool { top.contains(NameKey.of(key)) }

  /// Whether `key` is the name of an attribute of `records`.
  package func hasAttribute(_ key: String, of records: Bilingual) -> Bool {
    [records.english, records.chinese].contains { name in
      attributes[NameKey.of(name)]?.contains(NameKey.of(key)) == true
    }
  }

  /// Adds what a dictionary declares.
  mutating func insert(_ dictionary: Document) {
    for section in dictionary.sections {
      for case .table(let table) in section.blocks {
        let names = Set(
          table.rows.flatMap { DeclaredNames.both(Glossed.halves($0.first?.text ?? "")) }
        )
        switch table.header.first?.text {
        case "fact": top.formUnion(names)
        case "attribute":
          let heading = Bilingual(section.heading.name ?? "", section.heading.chineseName ?? "")
          for name in DeclaredNames.both(heading) {
            top.insert(name)
            attributes[name, default: ["from", "to", "起", "止"]].formUnion(names)
          }
        default: break
        }
      }
    }
  }

  private static func both(_ name: Bilingual) -> [String] {
    [NameKey.of(name.english), NameKey.of(name.chinese)].filter { !$0.isEmpty }
  }
}
