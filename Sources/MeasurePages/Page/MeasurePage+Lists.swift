import ExpressionLanguage
import Policy

extension MeasurePage {
  /// Numbered items: their words in both languages, the test beneath them, their marks.
  func items(_ list: List, _ read: RuleList?, _ rule: Rule?) -> Markup {
    // A list without markers is announced as one only if it says so.
    tag(.ol, .style("items"), .role(.list)) {
      for (position, item) in list.items.enumerated() {
        let read = read.flatMap {
          $0.items.indices.contains(position) ? $0.items[position] : nil
        }
        tagged(item) {
          wording(item, read, rule)
          if let test = item.test { self.test(source.text(test), rule) }
          marks(item, read?.standing, read?.sources ?? [], read?.isDiscretion ?? false)
          if let sublist = item.sublist { items(sublist, read?.sublist, rule) }
        }
      }
    }
  }

  /// Defined terms; each is a rule of its own.
  func terms(_ list: List) -> Markup {
    tag(.ol, .style("items"), .role(.list)) {
      for item in list.items {
        let range = item.english?.ranges.first ?? item.range
        let rule = rule(at: range)
        tagged(item) {
          wording(item, nil, rule)
          if let test = item.test { self.test(source.text(test), rule) }
          if let rule {
            if item.mark("standing") != nil || !item.marks.isEmpty {
              tag(.p, .style("notes")) {
                notes(rule.standing, sources(of: item.marks))
              }
            }
            about(rule)
          }
        }
      }
    }
  }

  private func tagged(_ item: Item, @MarkupBuilder content: () -> [Markup]) -> Markup {
    let children = [
      tag(.span, .style("clause")) { "(\(item.number))" },
      .element(.div, [], content()),
    ]
    let id = anchors.id(at: item.english?.ranges.first?.start ?? item.range.start)
    let own = id ?? anchors.id(at: item.range.start)
    return .element(.li, own.map { [.id($0)] } ?? [], children)
  }

  /// The words of an item with their bold; a name alone says what it names.
  private func wording(_ item: Item, _ read: RuleItem?, _ rule: Rule?) -> Markup {
    if item.english == nil, item.chinese == nil, let name = read?.words {
      return prose(Bilingual("**\(name.english)**", "**\(name.chinese)**"), rule)
    }
    func text(_ piece: WordPiece?, _ separator: String) -> String {
      (piece?.ranges ?? []).map { source.text($0) }.joined(separator: separator)
    }
    return prose(Bilingual(text(item.english, " "), text(item.chinese, "")), rule)
  }

  /// Words of one paragraph, the two languages side by side where there is room.
  private func prose(_ text: Bilingual, _ rule: Rule?) -> Markup {
    let pieces = language.pieces(text)
    return .element(
      .div,
      [.style(pieces.count > 1 ? "pair wide" : "pair")],
      pieces.map { piece in
        let reader = ProseReader(lineBreak: " ") { code($0, of: rule) }
        let words = tag(.p) { reader.inlines(piece.text) }
        return .element(.div, piece.tongue.map { [.lang($0)] } ?? [], [words])
      }
    )
  }

  private func test(_ text: String, _ rule: Rule?) -> Markup {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return tag(.span, .style("test")) { code(words, of: rule) }
  }

  private func marks(
    _ item: Item,
    _ standing: StandingNote?,
    _ sources: [SourceReference],
    _ isDiscretion: Bool
  ) -> [Markup] {
    guard standing != nil || !sources.isEmpty || isDiscretion else { return [] }
    return [
      tag(.p, .style("notes")) {
        if let standing { words.badge(standing) }
        for source in sources {
          " "
          cite(source)
        }
        if isDiscretion {
          " "
          tag(.strong) { words.inline("the office judges this", "由机关裁量") }
        }
      }
    ]
  }
}
