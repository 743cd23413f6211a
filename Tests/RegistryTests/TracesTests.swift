import Casework
import EventStore
import ExpressionLanguage
import Foundation
import MadeUpPeople
import Testing

@testable import Registry

/// What is left of a person after a destruction, byte by byte.
struct TracesTests {
  /// A person in every corner of the office, with a second file that was merged into the first.
  struct Person {
    static let register = Command.person(
      .register(identity: .madeUp(3, name: "欧阳至元"), phone: "13887654321")
    )

    let id: ResidentID
    let second: ResidentID
    /// Bytes that stand in the files in clear before, by what they are.
    var clear: [String: [UInt8]] = [:]
    /// Bytes that must not be there after.
    var all: [String: [UInt8]] = [:]

    init(in city: City) async throws {
      let id = try await city.settle(1, name: "欧阳志远", phone: "13812345678")
      second = try await city.run(Person.register, key: "欧阳第二档").resident
      self.id = id
      try await city.issue("XA-1", to: id)
      let change = Command.person(.changePhone(phone: "13811112222"))
      let by = Actor.resident(id)
      try await city.run(change, on: id, by: by, key: "欧阳的手机")
      try await city.run(.person(.merge(duplicate: second)), on: id, by: .supervisor)
      _ = try await city.office.file(id, by: .reviewer, for: .casework)
      _ = try await city.office.deliver(to: NowhereNotices(), limit: 1)
      _ = try await city.office.search("欧阳志远", by: .clerk, for: .casework)
      let request = Request(change, on: id, by: by, for: .ownAffairs, key: "欧阳的手机")
      let number = Identity.madeUp(1).number.text
      let store = city.store
      clear["index of the number"] = store.blindIndex(number, purpose: "identity number")
      clear["index of the phone"] = store.blindIndex("13811112222", purpose: "phone")
      clear["digest"] = try request.mark(store).digest
      for word in ["欧阳志远", "志远", "ouyangzhiyuan", "zhiyuan", "oyzy", "XA-1"] {
        clear[word] = Array(word.utf8)
      }
      all = clear
      let second = Identity.madeUp(3).number
      for word in [
        number, Identity.madeUp(1).number.masked, second.text, "13812345678", "13811112222",
        "13887654321", "欧阳", "欧阳至元", "ouyangzhiyuan", "某路1号", "某市某路3号", "某公司",
        "91139999MA0XN1T018", "欧阳的手机",
      ] { all[word] = Array(word.utf8) }
    }

    /// What is found of the person in any file of a folder.
    func traces(_ traces: [String: [UInt8]], in folder: URL) throws -> Set<String> {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
        try Data(contentsOf: folder.appending(path: $0))
      }
      return Set(
        traces.filter { _, bytes in files.contains { $0.range(of: Data(bytes)) != nil } }.keys
      )
    }
  }

  @Test func `nothing of a destroyed person is left in any file, nor in a later backup`()
    async throws
  {
    let city = try City()
    let other = try await city.register(2, name: "李芳", phone: "13900000002")
    let rows = try await city.readModels()
    let person = try await Person(in: city)
    let clear = Set(person.clear.keys)
    #expect(try person.traces(person.clear, in: city.folder) == clear)
    try await city.office.destroyPerson(
      person.id,
      by: .supervisor,
      for: .dataProtection,
      reason: "retention-over"
    )
    #expect(try person.traces(person.all, in: city.folder) == [])
    #expect(try await city.readModels() == rows)
    let copy = city.folder.appending(path: "copy.db").path
    _ = try await city.store.backup(to: copy)
    #expect(try person.traces(person.all, in: city.folder) == [])
    #expect(try JournalVerifier.verify(path: copy, keys: .demo).faults.isEmpty)
    // Their other file went with it: it was the same person.
    for id in [person.id, person.second] {
      try await city.expectRejection("data-destroyed") {
        try await city.office.file(id, by: .reviewer, for: .casework)
      }
    }
    try await city.expectRejection("data-destroyed") {
      try await city.run(
        .person(.changePhone(phone: "13811112222")),
        on: person.id,
        by: .resident(person.id),
        key: "欧阳的手机"
      )
    }
    // A late repetition is still known by its key: nobody is registered again by it.
    let again = try await city.run(Person.register, key: "欧阳第二档")
    #expect(again.wasRepeated && again.resident == person.second)
    #expect(try person.traces(person.all, in: city.folder) == [])
    _ = try await city.office.file(other, by: .reviewer, for: .casework)
    _ = try await city.office.rebuild()
    #expect(try person.traces(person.all, in: city.folder) == [])
  }

  @Test func `whoever keeps the machine destroys as much as the office does`() async throws {
    var rows: [[String]] = []
    for isOffice in [true, false] {
      let city = try City()
      _ = try await city.settle(2, name: "李芳", phone: "13900000002")
      let person = try await Person(in: city)
      if isOffice {
        try await city.office.destroyPerson(
          person.second,
          by: .supervisor,
          for: .dataProtection,
          reason: "asked"
        )
      } else {
        let order = Destruction(subject: person.second.text, reason: "asked", actor: "supervisor-1")
        try await PersonErasure.run(order, in: city.store, time: city.office.now.milliseconds)
      }
      #expect(try person.traces(person.all, in: city.folder) == [])
      rows.append(try await city.readModels())
      let report = try await city.office.rebuild()
      #expect(report.destroyed == 2 && report.files == 1)
      #expect(try await city.readModels() == rows.last)
    }
    #expect(rows[0] == rows[1])
  }

  @Test func `files of an office are for their owner only`() async throws {
    let city = try City()
    let outbox = city.folder.appending(path: "outbox")
    try FileManager.default.createDirectory(at: outbox, withIntermediateDirectories: false)
    let id = try await city.settle(1, phone: "13812345678")
    try await city.issue("XA-1", to: id)
    let report = try await city.office.deliver(to: FolderNotices(folder: outbox.path))
    #expect(report.delivered > 0)
    for name in try FileManager.default.subpathsOfDirectory(atPath: city.folder.path)
    where name != "outbox" {
      let path = city.folder.appending(path: name).path
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
    }
  }
}
