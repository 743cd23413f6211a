package import ExpressionLanguage

/// An assessment as text for people, in one language: the answers first, then why.
package struct TextExplanation: Sendable {
  private let language: Language
  private let width: Int
  private let colour: Bool

  /// Creates an explanation.
  ///
  /// - Parameters:
  ///   - language: The language, without a word of the other.
  ///   - width: The columns of a line; at least 32 are used.
  ///   - colour: Whether to use the terminal's colours.
  package init(language: Language, width: Int = 80, colour: Bool) {
    self.language = language
    self.width = max(32, width)
    self.colour = colour
  }

  /// The text of an assessment, with a line end at its end.
  package func text(_ assessment: Assessment) -> String {
    let page = TextPage(width: width, colour: colour)
    var front = TextReport(assessment, language, page)
    front.head()
    front.answers()
    front.nextSteps()
    var rest = TextReport(assessment, language, page)
    rest.reasons()
    rest.scoreSheets()
    rest.services()
    front.basis(standings: front.standings.union(rest.standings))
    front.page.append(rest.page)
    return front.page.text
  }
}
