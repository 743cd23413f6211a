/// One value of an enumeration, with its label in both languages.
package struct ChoiceValue: Hashable, Sendable {
  /// The value as written in quotes, such as `master`.
  package var label: String
  /// Its Chinese label; empty where none is given.
  package var chinese: String

  /// Creates a value.
  package init(label: String, chinese: String = "") {
    self.label = label
    self.chinese = chinese
  }
}

/// An enumeration: a closed list of values, compared by order only where the list has one.
package struct ChoiceType: Hashable, Sendable {
  /// The values; an ordered list has the least first.
  package let values: [ChoiceValue]
  /// Whether `<` means something.
  package let isOrdered: Bool

  /// Creates an enumeration.
  package init(values: [ChoiceValue], isOrdered: Bool) {
    self.values = values
    self.isOrdered = isOrdered
  }

  /// The position of the value with `label`.
  ///
  /// - Complexity: O(*n*) in the number of values.
  package func index(of label: String) -> Int? {
    values.firstIndex { $0.label.utf8.elementsEqual(label.utf8) }
  }

  /// Whether both lists have the same values in the same order; glosses do not count.
  package func isSame(as other: ChoiceType) -> Bool {
    isOrdered == other.isOrdered
      && values.map(\.label).elementsEqual(other.values.map(\.label))
  }

  /// This list with the values of `other` that it lacks, after its own.
  package func union(_ other: ChoiceType) -> ChoiceType {
    let extra = other.values.filter { index(of: $0.label) == nil }
    if extra.isEmpty { return self }
    return ChoiceType(values: values + extra, isOrdered: false)
  }
}
