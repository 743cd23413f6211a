import ExpressionLanguage

/// Words of a page in its language or languages.
struct Words: Sendable {
  let language: PageLanguage

  /// The text inline, Chinese first, each language marked.
  func inline(_ text: Bilingual) -> [Markup] {
    var pieces: [Markup] = []
    for piece in language.pieces(text) {
      if !pieces.isEmpty { pieces.append(.text(" ")) }
      pieces.append(span(piece.text, piece.tongue))
    }
    return pieces
  }

  /// The text inline, from its two halves.
  func inline(_ english: String, _ chinese: String) -> [Markup] {
    inline(Bilingual(english, chinese))
  }

  /// The text with each language on a line of its own.
  func stacked(_ text: Bilingual) -> Markup {
    let pieces = language.pieces(text)
    if pieces.count == 1 { return span(pieces[0].text, pieces[0].tongue) }
    return tag(.span, .style("two")) { inline(text) }
  }

  /// The text with each language on a line of its own, from its two halves.
  func stacked(_ english: String, _ chinese: String) -> Markup {
    stacked(Bilingual(english, chinese))
  }

  /// A text of one language, marked as what it is where the page is in another.
  func single(_ text: String) -> Markup { span(text, Tongue(of: text)) }

  /// Pieces with what stands between them in a list: 、 in Chinese, a comma elsewhere.
  func list(_ pieces: [[Markup]]) -> [Markup] {
    let separator = language == .chinese ? "、" : language == .english ? ", " : " · "
    var list: [Markup] = []
    for piece in pieces {
      if !list.isEmpty { list.append(.text(separator)) }
      list += piece
    }
    return list
  }

  private func span(_ text: String, _ tongue: Tongue?) -> Markup {
    guard let tongue, language == .both || tongue != language.tongue else {
      return tag(.span) { text }
    }
    return tag(.span, .lang(tongue)) { text }
  }
}
