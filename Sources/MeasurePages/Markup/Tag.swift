/// The elements that a page may hold; there is no way to write any other.
enum Tag: String, Sendable {
  case a, blockquote, body, caption, code, dd, div, dl, dt, em, footer, h1, h2, h3, h4, h5, h6, head
  case header, html, li, main, meta, nav, ol, p, pre, section, small, span, strong, style, table
  case tbody, td, th, thead, time, title, tr, ul

  /// Whether it has neither content nor an end.
  var isVoid: Bool { self == .meta }

  /// Whether a line ends after it, so that a page can be read and compared line by line.
  var endsLine: Bool {
    switch self {
    case .a, .code, .em, .small, .span, .strong, .time: false
    default: true
    }
  }

  /// Whether the text in it is plain, so that no element may stand there.
  var isPlainText: Bool { self == .title }

  /// The heading of a level; beyond 6 the last there is.
  static func heading(_ level: Int) -> Tag {
    [Tag.h1, .h2, .h3, .h4, .h5, .h6][min(max(level, 1), 6) - 1]
  }
}
