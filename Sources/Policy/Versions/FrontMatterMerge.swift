import ExpressionLanguage

/// The front matter of a consolidated text: that of the measure, in force from the day of the
/// amendment, with the sources and uses of both.
struct FrontMatterMerge {
  let base: Document
  let change: Document

  /// The number of the first line after the front matter of the older text.
  var endLine: Int { base.source.line(at: base.front.range.end) + 1 }

  /// Adds the lines of the front matter, from one `---` to the other.
  func compose(_ composer: inout LineComposer) {
    composer.addBase(1..<2)
    for entry in base.front.entries {
      switch entry.key {
      case "effective": addChange(entry.key, to: &composer)
      // These speak of how the older version came into force.
      case "repeals", "transition": break
      case "sources", "uses":
        composer.addBase(line(of: entry, in: base))
        addChildren(of: entry, to: &composer)
      default: composer.addBase(line(of: entry, in: base))
      }
    }
    for key in ["uses", "sources"] where base.front.entry(key) == nil {
      guard let entry = change.front.entry(key) else { continue }
      composer.addFront(line(of: entry, in: change))
      for child in entry.children { composer.addFront(line(of: child, in: change)) }
    }
    addChange("transition", to: &composer)
    composer.addBase((endLine - 1)..<endLine)
  }

  /// The children of both; where both have a key, the amendment's.
  private func addChildren(of entry: FrontEntry, to composer: inout LineComposer) {
    let newer = change.front.entry(entry.key)?.children ?? []
    for child in entry.children {
      if let other = newer.first(where: { $0.key == child.key }) {
        composer.addFront(line(of: other, in: change))
      } else {
        composer.addBase(line(of: child, in: base))
      }
    }
    for child in newer where !entry.children.contains(where: { $0.key == child.key }) {
      composer.addFront(line(of: child, in: change))
    }
  }

  private func addChange(_ key: String, to composer: inout LineComposer) {
    if let entry = change.front.entry(key) { composer.addFront(line(of: entry, in: change)) }
  }

  private func line(of entry: FrontEntry, in document: Document) -> Range<Int> {
    let line = document.source.line(at: entry.keyRange.start)
    return line..<(line + 1)
  }
}
