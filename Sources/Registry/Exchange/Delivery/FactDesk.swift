package import Casework
package import ExpressionLanguage

/// Where the exchange takes statements: the office's commands, seen through a small window.
package protocol FactDesk: Sendable {
  /// Whose number it is; of files that were merged, the one that goes on. `nil` where nobody with
  /// it is registered. A protected person's file is found like any other.
  func resident(numbered number: IdentityNumber) async throws -> KnownResident?

  /// Records statements in order, each whole or not at all, and tells what became of each.
  ///
  /// A statement that the file has, under its reference or another, changes nothing and is answered
  /// `known`; `FactLedger.answer(to:)` tells. That makes a delivery sent twice,
  /// and one that was interrupted and runs again, harmless. One that is older than what the same
  /// source has said since is kept, and does not take its place.
  ///
  /// - Parameters:
  ///   - statements: What is stated, each of its person.
  ///   - actor: The department.
  ///   - key: The same for the same statements of the same delivery, and for no others.
  /// - Returns: One outcome for each statement, in order.
  /// - Throws: Whatever keeps the office from working; what was recorded before stays.
  func state(
    _ statements: [AddressedStatement],
    by actor: Actor,
    key: String
  ) async throws -> [StatementOutcome]
}

/// What the exchange is told of a registered person.
package struct KnownResident: Hashable, Sendable {
  /// The file.
  package var id: ResidentID
  /// The name, only to be compared with the one in a delivery.
  package var name: String

  /// Creates an answer.
  package init(id: ResidentID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A statement and whose it is.
package struct AddressedStatement: Hashable, Sendable {
  /// Whose file.
  package var resident: ResidentID
  /// What is stated.
  package var statement: FactStatement

  /// Creates one.
  package init(_ resident: ResidentID, _ statement: FactStatement) {
    self.resident = resident
    self.statement = statement
  }
}

/// What became of a statement.
package enum StatementOutcome: Hashable, Sendable {
  /// It was recorded.
  case recorded
  /// The file has it already, under this reference.
  case known(reference: String)
  /// Nothing was recorded, for this reason.
  case rejected(StatementRejection)
}

/// Why the office does not take a statement; nothing in it tells about a person.
package struct StatementRejection: Hashable, Sendable {
  /// A stable name in kebab-case.
  package var id: String
  /// Why, and what to do.
  package var words: Bilingual

  /// Creates one.
  package init(_ id: String, _ words: Bilingual) {
    self.id = id
    self.words = words
  }

  /// What casework said.
  package init(_ rejection: Rejection) {
    self.init(
      rejection.id,
      Bilingual(
        rejection.reason.english + "; " + rejection.remedy.english,
        rejection.reason.chinese + "；" + rejection.remedy.chinese
      )
    )
  }
}
