import ExpressionLanguage

/// An item while its lines are collected.
struct ItemDraft {
  /// Its number, as written or as counted.
  var number: Int
  /// The number with its point.
  var marker: SourceRange
  /// How many spaces stand before a line that belongs to the item.
  var contentIndent: Int
  /// Its lines so far, without blanks at their ends and without the number.
  var lines: [SourceRange]
  /// The list below it.
  var sublist: List?
  /// Where it ends so far.
  var end: Int

  /// Whether a backtick stands in its lines.
  func hasCode(in source: SourceText) -> Bool {
    lines.contains { source.bytes[$0.start..<$0.end].contains(.backtick) }
  }
}

/// A list while its items are collected.
struct ListDraft {
  /// How many spaces stand before its numbers.
  var markerIndent: Int
  /// The items that are complete.
  var items: [Item] = []
  /// The item whose lines are being collected.
  var open: ItemDraft?
  /// Where the list begins.
  var start: Int
  /// The number that the next item should have.
  var expected = 1
  /// The number before it, as written.
  var previous: Int?
  /// The wrong forms of numbers that were reported.
  var told: [ItemMarker.Form] = []
}
