package import ExpressionLanguage

/// Numbered items, the highest level or one below an item.
package struct List: Sendable {
  /// The items in order.
  package var items: [Item]
  /// From the first number to the end of the last item.
  package var range: SourceRange

  /// Creates a list from its items.
  package init(items: [Item], range: SourceRange) {
    self.items = items
    self.range = range
  }
}

/// One numbered item: words in one or two languages, and a test or a list of its own.
package struct Item: Sendable {
  /// The number as written.
  package var number: Int
  /// From the number to the end of the item, a list below it included.
  package var range: SourceRange
  /// The item's words without the test and the marks.
  package var words: [Inline]
  /// The expression, without its backticks.
  package var test: SourceRange?
  /// The marks after the test.
  package var marks: [Mark]
  /// The list indented below the item.
  package var sublist: List?
  /// The words without a Han character.
  package var english: WordPiece?
  /// The words with a Han character.
  package var chinese: WordPiece?
  /// What the bold words of the item say.
  package var operators: LeadWords

  /// Creates an item from its parts.
  package init(
    number: Int,
    range: SourceRange,
    words: [Inline] = [],
    test: SourceRange? = nil,
    marks: [Mark] = [],
    sublist: List? = nil,
    english: WordPiece? = nil,
    chinese: WordPiece? = nil,
    operators: LeadWords = LeadWords()
  ) {
    self.number = number
    self.range = range
    self.words = words
    self.test = test
    self.marks = marks
    self.sublist = sublist
    self.english = english
    self.chinese = chinese
    self.operators = operators
  }

  /// The first mark of `key`, if the item has one.
  package func mark(_ key: String) -> Mark? {
    marks.first { $0.key == key }
  }
}

/// An item's words in one language.
package struct WordPiece: Hashable, Sendable {
  /// The words without asterisks; several pieces are joined, English ones by a space.
  package var text: String
  /// Where the pieces stand.
  package var ranges: [SourceRange]

  /// Creates a piece from its parts.
  package init(text: String, ranges: [SourceRange]) {
    self.text = text
    self.ranges = ranges
  }
}
