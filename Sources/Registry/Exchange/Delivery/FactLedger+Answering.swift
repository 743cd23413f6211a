package import Casework
import ExpressionLanguage

extension FactLedger {
  /// What a statement is answered that need not or must not be recorded; `nil` where it is new.
  ///
  /// It is known where it stands under its own reference, or where a statement that was never ended
  /// says the same of the same source for the same days. A reference that stands for something else
  /// is refused, since one of the two would be lost.
  ///
  /// - Complexity: O(*n*) in the statements of the file.
  package func answer(to statement: FactStatement) -> StatementOutcome? {
    let others = items.filter { $0.statement.source == statement.source }
    if !statement.reference.isEmpty,
      let own = others.first(where: { $0.statement.reference == statement.reference })
    {
      return own.statement == statement
        ? .known(reference: statement.reference) : .rejected(.referenceUsedBefore)
    }
    let same = others.first { item in
      var other = item.statement
      other.reference = statement.reference
      return item.ended == nil && other == statement
    }
    return same.map { .known(reference: $0.statement.reference) }
  }
}

extension StatementRejection {
  /// The sender has given the same number to something else.
  package static let referenceUsedBefore = StatementRejection(
    "reference-used-before",
    Bilingual(
      "the reference came before with something else; give this row one of its own",
      "流水号此前已用于不同内容；请另编流水号"
    )
  )
}
