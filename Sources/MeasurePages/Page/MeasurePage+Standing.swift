import ExpressionLanguage
import Policy

extension Standing {
  /// The word in both languages.
  var words: Bilingual { Bilingual(word, chinese) }

  /// What the word means.
  var meaning: Bilingual {
    switch self {
    case .enacted:
      Bilingual("an official text on file says so", "有官方文本为据")
    case .reported:
      Bilingual(
        "a named source says so; the official text is not on file",
        "有署名来源报道，未见官方文本"
      )
    case .sample:
      Bilingual(
        "made up by us, because the official value is not public",
        "官方数值未公开，由我们拟定"
      )
    }
  }
}

extension Words {
  /// How well something is founded, by word, colour and frame.
  func badge(_ standing: Standing) -> Markup {
    tag(.span, .style("standing \(standing.word)")) { inline(standing.words) }
  }

  /// The same with the reason that the measure gives.
  func badge(_ note: StandingNote) -> [Markup] {
    note.reason.isEmpty
      ? [badge(note.standing)] : [badge(note.standing), .text(" "), single(note.reason)]
  }
}

extension MeasurePage {
  /// A source by its key and the place in it, linked to the list of sources.
  func cite(_ source: SourceReference) -> Markup {
    let text = source.place.isEmpty ? source.key : "\(source.key), \(source.place)"
    return tag(.span, .style("cite")) {
      "["
      linked(dictionary.sources[source.key].map { .place($0) }) {
        tag(.span, .lang(Tongue(of: text))) { text }
      }
      "]"
    }
  }

  /// How well a row or an item is founded and where it comes from.
  func notes(_ standing: StandingNote, _ sources: [SourceReference]) -> [Markup] {
    var pieces = words.badge(standing)
    for source in sources { pieces += [.text(" "), cite(source)] }
    return pieces
  }

  /// The standing of a section as the compiler finds it: its own mark, or that of a heading above
  /// in the same text, or that of the text in which it was written.
  func standing(of section: Int) -> StandingNote {
    let text = source.originalText(at: document.sections[section].range.start)
    var level = Int.max
    for index in stride(from: section, through: 0, by: -1) {
      let candidate = document.sections[index]
      guard candidate.level < level else { continue }
      level = candidate.level
      if source.originalText(at: candidate.range.start) != text { break }
      if let mark = candidate.mark("standing") {
        let parts = mark.value.split(separator: ",", maxSplits: 1).map { String($0).trimmingSpaces }
        if let standing = parts.first.flatMap({ Standing(word: $0) }) {
          return StandingNote(standing, reason: parts.count > 1 ? parts[1] : "")
        }
      }
    }
    return measure.texts.indices.contains(text) ? measure.texts[text].standing : measure.standing
  }

  /// What a section cites.
  func sources(of marks: [Mark]) -> [SourceReference] {
    marks.filter { $0.key == "source" }.map { mark in source(mark.value) }
  }

  /// What a cell or a mark cites, such as `Reg, Art. 9`.
  func source(_ text: String) -> SourceReference {
    let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmingSpaces }
    let key = parts.first ?? ""
    return SourceReference(
      key: key,
      title: files[index].header.sources[key] ?? "",
      place: parts.count > 1 ? parts[1] : ""
    )
  }
}
