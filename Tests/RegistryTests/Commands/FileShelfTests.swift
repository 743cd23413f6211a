import Casework
import ExpressionLanguage
import MadeUpPeople
import Testing

@testable import Registry

struct FileShelfTests {
  private static func id(_ number: Int) throws -> ResidentID {
    let digits = "\(number)"
    return try #require(
      ResidentID(String(repeating: "0", count: ResidentID.length - digits.count) + digits)
    )
  }

  /// A file of so many entries.
  private static func file(_ number: Int, entries: Int = 1) throws -> FoldedFile {
    var file = FoldedFile(id: try id(number))
    let hand = Hand(account: "clerk", role: .clerk, office: "")
    let event = try #require(EventSamples.all.last)
    for _ in 0..<entries { file.apply(FileEntry(event, on: EventSamples.day, by: hand)) }
    return file
  }

  @Test func `files that were put here longest ago go, by the entries that they have`() throws {
    let shelf = FileShelf(most: 10)
    for number in 0..<100 {
      shelf.put([try Self.file(number, entries: 3)])
      #expect(shelf.weight <= 24)
    }
    #expect(shelf.file(try Self.id(0)) == nil)
    #expect(shelf.file(try Self.id(99))?.file.version == 3)
    // One that is heavier than all the rest has its place until others come.
    shelf.put([try Self.file(200, entries: 1_000)])
    #expect(shelf.file(try Self.id(200)) != nil)
    for number in 0..<8 { shelf.put([try Self.file(number, entries: 3)]) }
    #expect(shelf.file(try Self.id(200)) == nil)
  }

  @Test func `an older state never takes the place of a newer, also of one long here`() throws {
    let shelf = FileShelf(most: 4)
    shelf.put([try Self.file(1, entries: 5)])
    shelf.put([try Self.file(2, entries: 3)])
    shelf.put([try Self.file(1, entries: 2)])
    #expect(shelf.file(try Self.id(1))?.file.version == 5)
    shelf.put([try Self.file(1, entries: 6)])
    #expect(shelf.file(try Self.id(1))?.file.version == 6)
  }

  @Test func `what was forgotten never comes back`() throws {
    let shelf = FileShelf(most: 4)
    shelf.put([try Self.file(1, entries: 5)])
    shelf.put([try Self.file(2)])
    shelf.forget(try Self.id(1))
    shelf.put([try Self.file(1)])
    #expect(shelf.file(try Self.id(1)) == nil)
  }
}
