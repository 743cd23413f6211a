import ExpressionLanguage

extension PolicyCompiler {
  /// The headings above a section and itself, outermost first.
  func path(_ measure: Int, _ section: Int) -> [Int] {
    let all = sections(measure)
    var path = [section]
    var level = all[section].level
    for index in stride(from: section - 1, through: 0, by: -1) where all[index].level < level {
      path.insert(index, at: 0)
      level = all[index].level
    }
    return path
  }

  func place(_ measure: Int, _ section: Int) -> Place {
    let path = path(measure, section).map { sections(measure)[$0].heading }
    var article = Bilingual("", "")
    var label = Bilingual("", "")
    for heading in path {
      if let citation = heading.english?.citation ?? heading.chinese?.citation,
        citation.kind != .chapter, citation.kind != .part
      {
        article = Bilingual(
          heading.english?.citation?.text ?? citation.text,
          heading.chinese?.citation?.text ?? citation.text
        )
        label = Bilingual("", "")
      } else {
        label = Bilingual(heading.english?.label ?? "", heading.chinese?.label ?? "")
      }
    }
    let names = path.map { heading in
      Bilingual(heading.english?.text ?? "", heading.chinese?.text ?? "")
    }
    return Place(
      article: article,
      path: names,
      section: article.isEmpty ? Bilingual("", "") : label
    )
  }

  func place(_ draft: RuleDraft) -> Place {
    let place = place(draft.measure, draft.section)
    if case .term(let position) = draft.origin { return place.clause("(\(position + 1))") }
    return place
  }

  /// The standing of a section: its own, or that of the nearest heading above in the same text, or
  /// that of the text in which it was written: what an amendment says is as well founded as the
  /// amendment, wherever it was put in.
  func standing(_ measure: Int, _ section: Int) -> StandingNote {
    let text = originalText(measure, section)
    for index in path(measure, section).reversed() {
      if originalText(measure, index) != text { break }
      if let own = ownStanding(sections(measure)[index].marks, measure) { return own }
    }
    return files[measure].texts[text].standing
  }

  /// The position among the texts of a measure of the one in which a heading was written.
  private func originalText(_ measure: Int, _ section: Int) -> Int {
    source(measure).originalText(at: sections(measure)[section].range.start)
  }

  func ownStanding(_ marks: [Mark], _ measure: Int) -> StandingNote? {
    guard let mark = marks.first(where: { $0.key == "standing" }) else { return nil }
    guard let note = StandingNote.read(mark.value) else {
      fail(.badStanding(mark.value, at: mark.valueRange), measure)
      return nil
    }
    return note
  }

  func sources(_ marks: [Mark], _ measure: Int) -> [SourceReference] {
    marks.filter { $0.key == "source" }.compactMap {
      source($0.value, measure, at: $0.valueRange)
    }
  }

  /// A source such as `Reg, Art. 9`; its key must stand in the front matter.
  func source(_ text: String, _ measure: Int, at range: SourceRange) -> SourceReference? {
    if text.isEmpty { return nil }
    let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmingSpaces }
    let key = parts.first ?? ""
    let known = files[measure].header.sources
    guard let title = known[key] else {
      fail(.unknownSource(key, known.keys.sorted(), at: range), measure)
      return nil
    }
    return SourceReference(key: key, title: title, place: parts.count > 1 ? parts[1] : "")
  }

  /// The standing and source columns of a row.
  func rowNotes(
    _ row: [Cell],
    _ table: Table,
    _ measure: Int
  ) -> (standing: StandingNote?, sources: [SourceReference]) {
    var standing: StandingNote?
    var sources: [SourceReference] = []
    for (cell, header) in zip(row, table.header) where !cell.text.isEmpty {
      switch Glossed.halves(header.text).english.lowercased() {
      case "standing":
        standing = StandingNote.read(cell.text)
        if standing == nil { fail(.badStanding(cell.text, at: cell.range), measure) }
      case "source":
        if let source = source(cell.text, measure, at: cell.range) { sources.append(source) }
      default: break
      }
    }
    return (standing, sources)
  }
}

extension Diagnostic {
  static func unknownSource(_ key: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    let near =
      known.first { $0.lowercased() == key.lowercased() }
      ?? Spelling.nearest(to: key, among: known)
    return Diagnostic(
      "unknown-source",
      at: range,
      Bilingual("there is no source \(key)", "没有“\(key)”这个来源"),
      reason: Bilingual(
        "The front matter lists: \(known.joined(separator: ", ")).",
        "文首列出的来源：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual("add \(key): … under sources:", "在 sources: 下补上 \(key): …")
    )
  }
}
