import ExpressionLanguage

/// What every page has around its content: no script, nothing from elsewhere, one style sheet.
struct PageFrame {
  let words: Words
  let title: Bilingual
  /// What stands at the foot of each printed sheet.
  let foot: String

  /// The whole page.
  func page(@MarkupBuilder content: () -> [Markup]) -> String {
    let title = words.language.pieces(title).map(\.text).joined(separator: " · ")
    return MarkupWriter.page(
      tag(.html, .lang(words.language.tongue)) {
        tag(.head) {
          tag(.meta, .utf8)
          tag(
            .meta,
            .equivalent("Content-Security-Policy"),
            .content("default-src 'none'; style-src 'unsafe-inline'")
          )
          tag(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
          tag(.meta, .name("color-scheme"), .content("light dark"))
          tag(.meta, .name("generator"), .content("anju"))
          tag(.title) { title }
          tag(.style) { Markup.style(PageStyle(head: title, foot: foot)) }
        }
        tag(.body, .id("top")) {
          tag(.a, .style("skip"), .href(.place("text"))) {
            words.inline("Skip to the text", "跳到正文")
          }
          tag(.div, .style("sheet")) { content() }
        }
      }
    )
  }
}
