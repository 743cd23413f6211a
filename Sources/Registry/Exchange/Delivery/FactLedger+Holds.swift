package import Casework

extension FactLedger {
  /// The reference under which a statement stands in the file already: it came before, or another
  /// that was never ended says the same of the same source for the same days.
  ///
  /// - Complexity: O(*n*) in the statements of the file.
  package func reference(ofSameAs statement: FactStatement) -> String? {
    if !statement.reference.isEmpty,
      items.contains(where: { $0.statement.reference == statement.reference })
    {
      return statement.reference
    }
    let same = items.first { item in
      var other = item.statement
      other.reference = statement.reference
      return item.ended == nil && other == statement
    }
    return same?.statement.reference
  }
}
