import ExpressionLanguage

/// The headings of a document as a tree, each with the lines below it.
struct MeasureOutline {
  let document: Document

  var sections: [Section] { document.sections }
  var source: SourceText { document.source }

  /// The number of the line of a heading.
  func firstLine(_ section: Int) -> Int { source.line(at: sections[section].range.start) }

  /// The position after everything below a heading.
  func end(_ section: Int) -> Int {
    let level = sections[section].level
    return sections[(section + 1)...].firstIndex { $0.level <= level } ?? sections.count
  }

  /// The number of the line after everything below a heading.
  func endLine(_ section: Int) -> Int {
    let end = end(section)
    return end < sections.count ? firstLine(end) : lineCount + 1
  }

  /// The number of lines; the end of a last line makes no further line.
  var lineCount: Int {
    source.bytes.last == UInt8(ascii: "\n") ? source.lineStarts.count - 1 : source.lineStarts.count
  }

  /// Whether one section is another or stands below it.
  func contains(_ outer: Int, _ inner: Int) -> Bool { (outer..<end(outer)).contains(inner) }

  /// The sections that a heading of another text means: those of its citation, or without one
  /// those of its name.
  func sections(meantBy heading: Heading) -> [Int] {
    if let citation = heading.citation {
      return sections.indices.filter { index in
        sections[index].heading.citation.map(citation.isSamePlace) ?? false
      }
    }
    let key = NameKey.of(heading.name ?? "")
    let chinese = heading.chinese?.label ?? ""
    return sections.indices.filter { index in
      let own = sections[index].heading
      guard own.citation == nil else { return false }
      return key.isEmpty
        ? !chinese.isEmpty && own.chinese?.label == chinese : NameKey.of(own.name ?? "") == key
    }
  }

  /// The sections that words such as `Article 5`, 第五条 or a name mean.
  func sections(called words: String) -> [Int] {
    let key = NameKey.of(words)
    let cited = sections.indices.filter { index in
      let heading = sections[index].heading
      return [heading.english, heading.chinese].contains { half in
        half?.citation.map { NameKey.of($0.text) == key } ?? false
      }
    }
    if !cited.isEmpty { return cited }
    return sections.indices.filter { index in
      let heading = sections[index].heading
      return [heading.english, heading.chinese].contains { half in
        half.map { NameKey.of($0.label) == key && $0.citation == nil } ?? false
      }
    }
  }
}
