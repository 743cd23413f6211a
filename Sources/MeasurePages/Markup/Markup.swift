/// A piece of a page: text, or an element with what is in it.
///
/// There is no case for text that is HTML already, so that nothing from a measure can become it.
indirect enum Markup: Sendable {
  /// Text, escaped when it is written.
  case text(String)
  /// An element.
  case element(Tag, [Attribute], [Markup])
  /// The one style sheet.
  case style(PageStyle)
}

/// An element with what is in it.
func tag(
  _ tag: Tag,
  _ attributes: Attribute...,
  @MarkupBuilder content: () -> [Markup] = { [] }
) -> Markup {
  .element(tag, attributes, content())
}

/// Puts pieces one after the other, as they are written down.
@resultBuilder enum MarkupBuilder {
  static func buildExpression(_ piece: Markup) -> [Markup] { [piece] }
  static func buildExpression(_ pieces: [Markup]) -> [Markup] { pieces }
  static func buildExpression(_ piece: Markup?) -> [Markup] { piece.map { [$0] } ?? [] }
  static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap(\.self) }
  static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  static func buildEither(first: [Markup]) -> [Markup] { first }
  static func buildEither(second: [Markup]) -> [Markup] { second }
  static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap(\.self) }
}
