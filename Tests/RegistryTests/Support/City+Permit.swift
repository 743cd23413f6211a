import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry

extension City {
  /// Somebody who lives and works here and meets every condition of the permit.
  func settle(
    _ person: UInt64,
    name: String? = nil,
    phone: String? = nil
  ) async throws -> ResidentID {
    let id = try await register(person, name: name, phone: phone)
    let from = try day("2023-01-01")
    try await run(.person(.registerResidence(residence: .madeUp(person, from: from))), on: id)
    let employer = Employer(code: "91139999MA0XN1T018", name: "某公司")
    try await run(.person(.changeEmployer(employer: employer, from: today)), on: id)
    try await state("stable employment", "true", of: id)
    return id
  }

  /// States a fact as public service does.
  func state(_ fact: String, _ value: String, of resident: ResidentID) async throws {
    let statement = FactStatement(
      fact: fact,
      content: .value(text: value),
      source: "public service",
      asOf: today
    )
    try await run(
      .fact(.state(statement: statement)),
      on: resident,
      by: .department("public service")
    )
  }

  /// Applies, is accepted and approved, and is handed a card.
  func issue(_ serial: String, to resident: ResidentID) async throws {
    try await apply(for: resident)
    try await run(.application(.accept(number: 1)), on: resident)
    try await run(.application(.approve(number: 1)), on: resident, by: .reviewer)
    try await run(.permit(.issue(application: 1, serial: serial)), on: resident)
  }

  /// Hands in an application with every paper.
  func apply(for resident: ResidentID) async throws {
    let papers = ["identity card", "photograph", "proof of address", "proof of employment"]
    try await run(
      .application(.submit(basis: .employment, medium: .online, papers: papers)),
      on: resident,
      by: .resident(resident)
    )
  }

  func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw CancellationError() }
    return day
  }
}
