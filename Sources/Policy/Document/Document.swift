package import ExpressionLanguage

/// What kind of file a document is; the first key of its front matter says so.
package enum DocumentKind: String, CaseIterable, Sendable {
  /// A measure: its articles are rules.
  case policy
  /// The articles of a measure that change from a day on.
  case amendment = "amends"
  /// The end of a measure.
  case repeal = "repeals"
  /// The facts that measures decide on, with their types.
  case dictionary
  /// Examples with the results they must have.
  case scenarios
  /// The days that are worked, year by year.
  case calendar

  /// Whether it is law: a measure, or what changes or ends one.
  package var isLaw: Bool {
    switch self {
    case .policy, .amendment, .repeal: true
    case .dictionary, .scenarios, .calendar: false
    }
  }
}

/// One file as it was read: its structure and the places of everything in it, with no meaning yet.
///
/// This is the first representation. `MeasureReader` makes it from bytes; what the cells, tests and
/// expressions say is read from it afterwards.
package struct Document: Sendable {
  /// The bytes of the file; every range points into them.
  package var source: SourceText
  /// The front matter.
  package var front: FrontMatter
  /// Every heading with what stands under it, in order; the levels tell the tree.
  package var sections: [Section]

  /// Creates a document from its parts.
  package init(source: SourceText, front: FrontMatter, sections: [Section]) {
    self.source = source
    self.front = front
    self.sections = sections
  }

  /// The kind of file.
  package var kind: DocumentKind { front.kind }
}
