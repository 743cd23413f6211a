package import Casework

/// Takes departments' statements into the office's files.
package struct OfficeFactDesk: FactDesk {
  /// The most statements in one durable transaction, so that others need not wait long.
  private static let most = 200

  private let office: Office

  /// Opens a desk of an office.
  package init(_ office: Office) { self.office = office }

  /// Whose number it is; of files that were merged, the one that goes on.
  package func resident(numbered number: IdentityNumber) async throws -> KnownResident? {
    guard let found = try await office.find(number) else { return nil }
    var file = try await file(found)
    while let survivor = file.person.mergedInto { file = try await self.file(survivor) }
    return KnownResident(id: file.id, name: file.person.identity?.name ?? "")
  }

  /// Records statements in order, each whole or not at all, and tells what became of each.
  package func state(
    _ statements: [AddressedStatement],
    by actor: Actor,
    key: String
  ) async throws -> [StatementOutcome] {
    var outcomes: [StatementOutcome] = []
    for start in stride(from: 0, to: statements.count, by: OfficeFactDesk.most) {
      let part = statements[start..<min(start + OfficeFactDesk.most, statements.count)]
      outcomes += try await state(Array(part), by: actor)
    }
    return outcomes
  }

  private func state(
    _ statements: [AddressedStatement],
    by actor: Actor
  ) async throws -> [StatementOutcome] {
    // What a file has already is told by the file, before anything is asked of the office.
    var files: [ResidentID: ResidentFile] = [:]
    var outcomes: [StatementOutcome?] = []
    for statement in statements {
      if files[statement.resident] == nil {
        files[statement.resident] = try await file(statement.resident)
      }
      outcomes.append(files[statement.resident]?.facts.answer(to: statement.statement))
    }
    let new = statements.indices.filter { outcomes[$0] == nil }
    let results = try await office.run(
      new.map { index in
        Request(
          .fact(.state(statement: statements[index].statement)),
          on: statements[index].resident,
          by: actor,
          for: .verification
        )
      }
    )
    for (index, result) in zip(new, results) {
      switch result {
      case .success(let receipt):
        outcomes[index] =
          receipt.events.isEmpty
          ? .known(reference: statements[index].statement.reference) : .recorded
      case .failure(let rejection): outcomes[index] = .rejected(StatementRejection(rejection))
      }
    }
    return outcomes.compactMap { $0 }
  }

  /// A file as it is now; it is looked into and not shown, so that no reading is logged.
  private func file(_ resident: ResidentID) async throws -> ResidentFile {
    try await FileReading(office).hand(resident, by: .system).subject.file
  }
}
