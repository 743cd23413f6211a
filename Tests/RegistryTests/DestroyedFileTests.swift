import Casework
import ExpressionLanguage
import Testing

@testable import Registry

/// What the journal tells of destructions to whatever else knows people.
struct DestroyedFileTests {
  private func destroy(_ id: ResidentID, in city: City) async throws {
    try await city.office.destroyPerson(
      id,
      by: .supervisor,
      for: .dataProtection,
      reason: "retention-over"
    )
  }

  @Test func `every file of a person is told, in order, and after a mark only what is new`()
    async throws
  {
    let city = try City()
    let (one, double) = (try await city.register(1), try await city.register(2))
    let other = try await city.register(3)
    try await city.run(.person(.merge(duplicate: double)), on: one, by: .supervisor)
    #expect(try await city.office.destroyedFiles(after: nil).isEmpty)
    try await destroy(one, in: city)
    let first = try await city.office.destroyedFiles(after: nil)
    #expect(Set(first.map(\.resident)) == [one, double])
    let mark = try #require(first.last?.mark)
    #expect(try await city.office.destroyedFiles(after: mark).isEmpty)
    try await destroy(other, in: city)
    #expect(try await city.office.destroyedFiles(after: mark).map(\.resident) == [other])
    #expect(try await city.office.destroyedFiles(after: first[0].mark).count == 2)
    #expect(!mark.contains(one.text))
  }

  @Test func `a mark of another journal passes nothing over`() async throws {
    let (one, two) = (try City(seed: 1), try City(seed: 2))
    for number in 1...3 { try await destroy(one.register(UInt64(number)), in: one) }
    let foreign = try #require(try await one.office.destroyedFiles(after: nil).last?.mark)
    try two.set(#require(CivilDate("2024-04-01")))
    var gone: [ResidentID] = []
    for number in 1...4 {
      gone.append(try await two.register(UInt64(number)))
      try await destroy(gone[number - 1], in: two)
    }
    for mark in [foreign, "", "x", "-1 0 0", "99 1 1"] {
      let told = try await two.office.destroyedFiles(after: mark).map(\.resident)
      #expect(told == gone, "\(mark)")
    }
  }
}
