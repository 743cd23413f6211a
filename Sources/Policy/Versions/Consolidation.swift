import ExpressionLanguage

/// Puts an amendment into the text that it changes: the consolidated text, which is a measure like
/// any other.
///
/// A heading of the amendment stands in place of the one with its citation, or without a citation
/// of its name, and of all below it. `{after: Article 5}` puts it in after that one. A heading
/// marked `{in part}`, and that of a part or chapter, only says where: what stands below it is put
/// in place by itself.
struct Consolidation {
  /// Lines of the older text that lines of the amendment stand in place of.
  private struct Edit {
    var base: Range<Int>
    var change: Range<Int>
  }

  /// What is wrong with the amendment.
  private(set) var diagnostics = DiagnosticSet()
  /// The consolidated text; `nil` where the amendment cannot be put in.
  private(set) var source: SourceText?

  private let base: MeasureOutline
  private let change: MeasureOutline
  private var edits: [Edit] = []
  /// Headings that only say where, the nearest last: their level, and what they mean.
  private var places: [(level: Int, section: Int)] = []

  /// Puts `amendment` into `document`.
  ///
  /// - Complexity: O(*n*·*m*) in the headings of both.
  init(of document: Document, by amendment: Document) {
    base = MeasureOutline(document: document)
    change = MeasureOutline(document: amendment)
    readHeadings()
    if edits.isEmpty, diagnostics.isEmpty {
      diagnostics.insert(.amendsNoArticle(at: amendment.front.range))
    }
    checkSources()
    if !diagnostics.hasErrors { source = compose() }
  }

  // MARK: What goes where

  private mutating func readHeadings() {
    var index = 0
    while index < change.sections.count {
      let section = change.sections[index]
      while let last = places.last, last.level >= section.level { places.removeLast() }
      if section.mark("after") != nil {
        insert(index)
        index = change.end(index)
      } else if isPlace(section) {
        enter(index)
        index += 1
      } else {
        replace(index)
        index = change.end(index)
      }
    }
  }

  private func isPlace(_ section: Section) -> Bool {
    if section.mark("in part") != nil { return true }
    guard let kind = section.heading.citation?.kind else { return false }
    return (kind == .part || kind == .chapter) && section.mark("repealed") == nil
  }

  /// A heading that only says where.
  private mutating func enter(_ index: Int) {
    let section = change.sections[index]
    if !section.paragraphs.isEmpty || !section.blocks.isEmpty || !section.quotations.isEmpty {
      diagnostics.insert(.textUnderPlace(at: section.heading.range))
    }
    if change.end(index) == index + 1 {
      diagnostics.insert(.nothingBelowPlace(at: section.heading.range))
    }
    if let target = target(of: index) { places.append((section.level, target)) }
  }

  private mutating func replace(_ index: Int) {
    guard let target = target(of: index) else { return }
    add(
      Edit(base: base.firstLine(target)..<base.endLine(target), change: lines(of: index)),
      at: change.sections[index].heading.range
    )
  }

  private mutating func insert(_ index: Int) {
    let section = change.sections[index]
    guard let mark = section.mark("after") else { return }
    if section.heading.citation != nil, let there = meant(by: section.heading).first {
      diagnostics.insert(
        .insertedAgain(text(section.heading), base.writtenLine(there), at: mark.range)
      )
      return
    }
    let anchors = narrowed(base.sections(called: mark.value))
    guard anchors.count == 1, let anchor = anchors.first else {
      let known = base.sections.compactMap { $0.heading.citation?.text }
      diagnostics.insert(
        anchors.isEmpty
          ? .insertedAfterNothing(mark.value, known, at: mark.valueRange)
          : .meansSeveral(mark.value, at: mark.valueRange)
      )
      return
    }
    guard base.sections[anchor].level == section.level else {
      diagnostics.insert(
        .otherLevel(section.level, base.sections[anchor].level, at: section.heading.range)
      )
      return
    }
    let line = base.endLine(anchor)
    add(Edit(base: line..<line, change: lines(of: index)), at: mark.range)
  }

  private func lines(of index: Int) -> Range<Int> {
    change.firstLine(index)..<change.endLine(index)
  }

  private func text(_ heading: Heading) -> String {
    heading.citation?.text ?? heading.name ?? ""
  }

  private func meant(by heading: Heading) -> [Int] {
    narrowed(base.sections(meantBy: heading))
  }

  /// Of several sections those below the headings that say where.
  private func narrowed(_ sections: [Int]) -> [Int] {
    guard sections.count > 1, let place = places.last else { return sections }
    let inside = sections.filter { base.contains(place.section, $0) }
    return inside.isEmpty ? sections : inside
  }

  /// The one section of the older text that a heading means.
  private mutating func target(of index: Int) -> Int? {
    let section = change.sections[index]
    let heading = section.heading
    let found = meant(by: heading)
    guard found.count == 1, let target = found.first else {
      let known = base.sections.compactMap { section in
        heading.citation == nil ? section.heading.name : section.heading.citation?.text
      }
      diagnostics.insert(
        found.isEmpty
          ? .amendsNothing(text(heading), known, at: heading.range)
          : .meansSeveral(text(heading), at: heading.range)
      )
      return nil
    }
    guard base.sections[target].level == section.level else {
      diagnostics.insert(
        .otherLevel(section.level, base.sections[target].level, at: heading.range)
      )
      return nil
    }
    return target
  }

  private mutating func add(_ edit: Edit, at range: SourceRange) {
    for other in edits {
      let both = edit.base.isEmpty || other.base.isEmpty
      let clash =
        both
        ? edit.base.lowerBound > other.base.lowerBound
          && edit.base.lowerBound < other.base.upperBound
          || other.base.lowerBound > edit.base.lowerBound
            && other.base.lowerBound < edit.base.upperBound
        : edit.base.overlaps(other.base)
      if clash {
        diagnostics.insert(.amendsTwice(other.change.lowerBound, at: range))
        return
      }
    }
    edits.append(edit)
  }

  // MARK: The text

  private mutating func checkSources() {
    let old = base.document.front.entry("sources")?.children ?? []
    for child in change.document.front.entry("sources")?.children ?? [] {
      guard let taken = old.first(where: { $0.key == child.key }), taken.value != child.value
      else { continue }
      diagnostics.insert(.sourceKeyTaken(child.key, taken.value, at: child.keyRange))
    }
  }

  private func compose() -> SourceText {
    var composer = LineComposer(base: base.source, change: change.source)
    let front = FrontMatterMerge(base: base.document, change: change.document)
    front.compose(&composer)
    var next = front.endLine
    let sorted = edits.enumerated().sorted { lhs, rhs in
      let left = (lhs.element.base.lowerBound, lhs.element.base.upperBound, lhs.offset)
      let right = (rhs.element.base.lowerBound, rhs.element.base.upperBound, rhs.offset)
      return left < right
    }
    for (_, edit) in sorted {
      composer.addBase(next..<max(next, edit.base.lowerBound))
      composer.addChange(edit.change)
      next = edit.base.upperBound
    }
    composer.addBase(next..<max(next, base.lineCount + 1))
    return composer.source
  }
}

extension MeasureOutline {
  /// The line on which the heading of a section was written.
  fileprivate func writtenLine(_ section: Int) -> Int {
    source.writtenLine(at: sections[section].range.start)
  }
}
