/// The names that an expression may use, known before it is read, so that the longest match wins.
package struct KnownNames: Sendable {
  /// Facts, rules, records, parameters and, in a rule for each record, its attributes.
  package var names: Set<String>
  /// The attributes of each kind of records, with the rules for each record.
  package var attributes: [String: Set<String>]
  /// Units of the dictionary beyond the built-in ones.
  package var units: [String: Unit]
  /// What to say of a text that is no name, though it is something.
  package var hints: [String: Hint]

  /// Something that is not a name, taken for one.
  package enum Hint: Hashable, Sendable {
    /// A value of an enumeration: of which fact, and where it is declared.
    case value(of: String, declared: Bilingual)
    /// The Chinese label of a name.
    case chineseLabel(of: String)
    /// The Chinese label of a value.
    case chineseValue(of: String)
    /// A name of another measure, which `uses:` does not take.
    case elsewhere(policy: String)
  }

  /// Creates a table of names.
  package init(
    names: Set<String> = [],
    attributes: [String: Set<String>] = [:],
    units: [String: Unit] = [:],
    hints: [String: Hint] = [:]
  ) {
    self.names = names
    self.attributes = attributes
    self.units = units
    self.hints = hints
  }

  /// The unit that `word` names, built in or from the dictionary.
  package func unit(_ word: String) -> Unit? {
    Unit.named(word) ?? units[word.lowercased()]
  }

  /// The functions of the language; each has its bracket touching.
  package static let functions: Set<String> = [
    "round", "age", "add", "date", "year", "min", "max", "abs", "months", "days", "current run",
    "longest run", "covers", "first", "last", "count", "any", "sum", "largest", "smallest",
  ]
}
