package import ExpressionLanguage

/// A heading with everything that stands under it up to the next heading of any level.
package struct Section: Sendable {
  /// The number of `#`, 1 to 4.
  package var level: Int
  /// The words of the heading.
  package var heading: Heading
  /// The marks at the end of the heading, in order.
  package var marks: [Mark]
  /// All prose in order, the lead among it.
  package var paragraphs: [Paragraph]
  /// The paragraph directly above the first block; with no block, the first paragraph.
  package var lead: Paragraph?
  /// What the bold words of the lead say.
  package var operators: LeadWords
  /// The rule; in dictionaries and scenarios, and in an informative section, perhaps several tables.
  package var blocks: [Block]
  /// The quotations of the official text, one for each unbroken run of `>` lines.
  package var quotations: [SourceRange]
  /// From the heading to the end of the last line before the next heading.
  package var range: SourceRange

  /// Creates a section from its parts.
  package init(
    level: Int,
    heading: Heading,
    marks: [Mark] = [],
    paragraphs: [Paragraph] = [],
    lead: Paragraph? = nil,
    operators: LeadWords = LeadWords(),
    blocks: [Block] = [],
    quotations: [SourceRange] = [],
    range: SourceRange
  ) {
    self.level = level
    self.heading = heading
    self.marks = marks
    self.paragraphs = paragraphs
    self.lead = lead
    self.operators = operators
    self.blocks = blocks
    self.quotations = quotations
    self.range = range
  }

  /// The first block, which in a measure is the rule.
  package var block: Block? { blocks.first }

  /// The first mark of `key`, if the heading has one.
  package func mark(_ key: String) -> Mark? {
    marks.first { $0.key == key }
  }

  /// Whether the text below is for people only: `informative`, `discretion`, `not encoded` or
  /// `repealed`.
  package var isUnbound: Bool {
    marks.contains { Mark.unbinding.contains($0.key) }
  }
}
