import Casework
import ExpressionLanguage
import Foundation
import MadeUpPeople
import Registry
import Testing

struct DestructionTests {
  @Test func `destroying a person clears every table and leaves the others alone`() async throws {
    let city = try City()
    let other = try await city.settle(2, name: "李芳", phone: "13900000002")
    let before = try await city.readModels()
    let id = try await city.settle(1, name: "欧阳志远", phone: "13900000001")
    try await city.issue("XA-1", to: id)
    try await city.run(.permit(.reportLoss), on: id, by: .resident(id))
    _ = try await city.office.file(id, by: .reviewer, for: .casework)
    _ = try await city.office.deliver(to: NowhereNotices(), limit: 1)
    let rows = try await city.readModels()
    for (table, _) in City.tables {
      #expect(rows.contains { $0.hasPrefix("\(table):") }, "\(table) has no row to clear")
    }
    let purpose = Purpose.dataProtection
    await #expect(throws: Rejection.self) {
      try await city.office.destroyPerson(id, by: .clerk, for: .casework, reason: "retention-over")
    }
    #expect(try await city.readModels() == rows)
    try await city.office.destroyPerson(id, by: .supervisor, for: purpose, reason: "retention-over")
    #expect(try await city.readModels() == before)
    for query in ["欧阳志远", "oyzy", "13900000001", Identity.madeUp(1).number.text, id.text] {
      #expect(try await city.office.search(query, by: .clerk, for: .casework).hits.isEmpty)
    }
    #expect(try await city.office.card("XA-1") == .unknown)
    try await city.expectRejection("data-destroyed") {
      try await city.office.file(id, by: .reviewer, for: .casework)
    }
    try await city.expectRejection("data-destroyed") {
      try await city.run(.permit(.endorse), on: id)
    }
    _ = try await city.office.file(other, by: .reviewer, for: .casework)
    let report = try await city.office.rebuild()
    #expect(report.destroyed == 1 && report.files == 1)
    // Nor does the file on the disk hold what it said.
    for name in try FileManager.default.contentsOfDirectory(atPath: city.folder.path) {
      let data = try Data(contentsOf: city.folder.appending(path: name))
      for word in ["欧阳志远", "ouyangzhiyuan", "XA-1"] {
        #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
    // The person may come back, as somebody new.
    let again = try await city.register(1, name: "欧阳志远")
    #expect(again != id)
  }
}
