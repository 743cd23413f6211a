/// A quantity that the words beside a test say, such as *three years* or 3年.
package struct SpokenQuantity: Hashable, Sendable {
  /// The number.
  package var number: DecimalLiteral
  /// The unit.
  package var unit: Unit
  /// The words.
  package var text: String
  /// Where the words stand.
  package var range: SourceRange

  /// Creates a quantity.
  package init(number: DecimalLiteral, unit: Unit, text: String, range: SourceRange) {
    self.number = number
    self.unit = unit
    self.text = text
    self.range = range
  }
}
