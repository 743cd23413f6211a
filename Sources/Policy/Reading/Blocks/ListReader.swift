import ExpressionLanguage

/// Reads a numbered list with the lists indented below its items.
///
/// Open lists stand on a stack, so that no nesting of the input becomes nesting of calls.
struct ListReader {
  /// The list.
  private(set) var list: List?
  /// The index of the line after it.
  private(set) var next: Int
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let page: Page
  private let source: SourceText
  private let isUnbound: Bool
  private var levels: [ListDraft] = []
  /// Lines indented this far or more belong to a list that is too deep to be read.
  private var unread: Int?
  private var afterBlank = false
  /// Whether the lines up to the next number were reported as a whole.
  private var isSkipping = false

  /// Reads the list that begins at line `start`.
  ///
  /// - Parameters:
  ///   - page: The file's lines.
  ///   - start: The line of the first number.
  ///   - isUnbound: Whether the list stands where nothing binds.
  init(_ page: Page, start: Int, isUnbound: Bool) {
    self.page = page
    source = page.source
    self.isUnbound = isUnbound
    next = start
    while next < page.lines.count, diagnostics.dropped == 0, readLine() {}
    closeLevels(downTo: 0)
  }

  /// Reads the line at `next` if it belongs to the list; whether there may be more.
  private mutating func readLine() -> Bool {
    let line = page.lines[next]
    if line.isBlank {
      afterBlank = true
      next += 1
      return true
    }
    if let unread, line.indent >= unread, !levels.isEmpty {
      next += 1
      return true
    }
    unread = nil
    let shape = page.shape(at: next)
    switch shape {
    case .item(let marker):
      if !levels.isEmpty, line.indent == 0, afterBlank, isNewList(marker) { return false }
      place(marker, line)
      isSkipping = false
      next += 1
    case .comment:
      guard skipComment() else { return false }
    case .prose:
      guard readProse(line) else { return false }
    default:
      guard line.indent > 0 else {
        if case .row = shape, !afterBlank { diagnostics.insert(.tableGlued(line.text)) }
        return false
      }
      skipBlock(shape, line)
    }
    afterBlank = false
    return true
  }

  /// Whether a line after a blank one begins another list rather than going on with this one.
  private func isNewList(_ marker: ItemMarker) -> Bool {
    marker.number == 1 && (levels.first?.previous ?? 0) >= 1
  }

  /// Skips a comment inside the list; `false` where the list ends before it.
  private mutating func skipComment() -> Bool {
    let comment = CommentReader(page, start: next)
    let following = page.nextText(from: comment.next)
    guard case .item(let marker) = page.shape(at: following), !isNewList(marker) else {
      return false
    }
    diagnostics.insert(.commentSplitsList(page.lines[next].text))
    if let diagnostic = comment.diagnostic { diagnostics.insert(diagnostic) }
    next = comment.next
    return true
  }

  /// Skips what may not stand in an item.
  private mutating func skipBlock(_ shape: LineShape, _ line: SourceLine) {
    diagnostics.insert(.blockInItem(line.text, number: openNumber))
    if case .fence = shape {
      next = max(next + 1, FenceReader(page, start: next).next)
    } else {
      next += 1
    }
  }

  private var openNumber: Int { levels.last?.open?.number ?? 1 }

  // MARK: Prose

  /// Adds a line of words to the item it belongs to; `false` where the list ends before it.
  private mutating func readProse(_ line: SourceLine) -> Bool {
    guard let contentIndent = levels.last?.open?.contentIndent else { return false }
    if afterBlank {
      guard line.indent > 0 else { return false }
      if !isSkipping { diagnostics.insert(.secondParagraph(line.text, number: openNumber)) }
      isSkipping = true
    } else if isSkipping {
      // Part of the paragraph that was reported.
    } else if line.isUnderline(in: source), line.indent >= contentIndent {
      diagnostics.insert(.setextHeading(line.text))
    } else if line.indent >= contentIndent {
      extendOpen(with: line.text)
    } else if levels.count > 1, line.indent >= levels[levels.count - 2].contentIndent {
      diagnostics.insert(.textAfterSublist(line.text, number: levels[levels.count - 2].number))
    } else {
      if !line.isTabbed {
        diagnostics.insert(
          .lazyLine(line.text, number: openNumber, indent: contentIndent)
        )
      }
      if line.indent == 0, levels.last?.open?.hasCode(in: source) == true { return false }
      extendOpen(with: line.text)
    }
    next += 1
    return true
  }

  private mutating func extendOpen(with line: SourceRange) {
    levels[levels.count - 1].open?.lines.append(line)
    levels[levels.count - 1].open?.end = line.end
  }

  // MARK: Items

  /// Begins the item that `marker` numbers at the level its indentation says.
  private mutating func place(_ marker: ItemMarker, _ line: SourceLine) {
    guard let markerIndent = levels.last?.markerIndent,
      let contentIndent = levels.last?.open?.contentIndent
    else {
      openLevel(marker, line)
      return
    }
    if let level = levels.lastIndex(where: { $0.markerIndent == line.indent }) {
      closeLevels(downTo: level + 1)
      addItem(marker, line)
    } else if line.indent == contentIndent {
      openLevel(marker, line)
    } else {
      let isBelow = line.indent > markerIndent
      let isNested = isBelow && (marker.number == 1 || line.indent >= contentIndent)
      if !line.isTabbed {
        diagnostics.insert(
          .itemIndent(
            line.full,
            line.indent,
            wanted: isNested ? contentIndent : markerIndent
          )
        )
      }
      if isNested {
        openLevel(marker, line)
      } else {
        let level = levels.lastIndex { $0.markerIndent < line.indent } ?? 0
        closeLevels(downTo: level + 1)
        addItem(marker, line)
      }
    }
  }

  private mutating func openLevel(_ marker: ItemMarker, _ line: SourceLine) {
    guard levels.count < ReadingLimits.listDepth else {
      diagnostics.insert(.listTooDeep(line.text))
      unread = line.indent
      return
    }
    levels.append(ListDraft(markerIndent: line.indent, start: line.text.start))
    addItem(marker, line)
  }

  private mutating func addItem(_ marker: ItemMarker, _ line: SourceLine) {
    closeItem()
    let last = levels.count - 1
    check(marker, last)
    let number = marker.number ?? levels[last].expected
    levels[last].previous = number
    levels[last].expected = number + 1
    let spaces = marker.contentStart - marker.range.end
    if marker.form == .point, spaces > 4 {
      diagnostics.insert(.itemSpaces(SourceRange(marker.range.end, marker.contentStart)))
    }
    let words = SourceRange(min(marker.contentStart, line.text.end), line.text.end)
    if LineShape(at: words, in: source).beginsBlock {
      diagnostics.insert(.blockInItem(words, number: number))
    }
    let isPlain = marker.form == .point && (1...4).contains(spaces)
    let indent = isPlain ? marker.contentStart - line.text.start : String(number).count + 2
    levels[last].open = ItemDraft(
      number: number,
      marker: marker.range,
      contentIndent: line.indent + indent,
      lines: words.count > 0 ? [words] : [],
      end: line.text.end
    )
  }

  private mutating func check(_ marker: ItemMarker, _ level: Int) {
    if marker.form != .point, !levels[level].told.contains(marker.form) {
      levels[level].told.append(marker.form)
      diagnostics.insert(.itemForm(marker, expected: levels[level].expected, in: source))
    }
    guard let number = marker.number else { return }
    if number != levels[level].expected {
      diagnostics.insert(
        .itemNumber(
          marker.range,
          number,
          after: levels[level].previous,
          expected: levels[level].expected
        )
      )
    } else if !marker.isPlain, marker.form == .point || marker.form == .noSpace {
      diagnostics.insert(.itemDigits(marker.range, number))
    }
  }

  // MARK: Closing

  private mutating func closeItem() {
    guard let draft = levels.last?.open else { return }
    let reader = ItemReader(draft, isUnbound: isUnbound, in: source)
    diagnostics.formUnion(reader.diagnostics)
    levels[levels.count - 1].items.append(reader.item)
    levels[levels.count - 1].open = nil
  }

  /// Closes the lists above level `count`, giving each to the item it stands under.
  private mutating func closeLevels(downTo count: Int) {
    while levels.count > count {
      closeItem()
      let closed = levels.removeLast()
      let end = closed.items.last?.range.end ?? closed.start
      let list = List(items: closed.items, range: SourceRange(closed.start, end))
      guard let above = levels.indices.last else {
        self.list = list
        return
      }
      levels[above].open?.sublist = list
      levels[above].open?.end = end
    }
  }
}

extension ListDraft {
  /// How far the words of the open item are indented.
  fileprivate var contentIndent: Int { open?.contentIndent ?? markerIndent }
  /// The number of the open item.
  fileprivate var number: Int { open?.number ?? expected }
}
