import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import PermitCredential

@Suite struct StatusListTests {
  @Test func `places lie in the bytes as in the draft's example of two bits`() {
    var list = StatusList(number: 0)
    let values: [PermitStatus] = [.valid, .cancelled, .suspended, .unknown]
    for (index, value) in [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3].enumerated() {
      list[index] = values[value]
    }
    #expect(list.bytes.prefix(4) == [0xC9, 0x44, 0xF9, 0])
  }

  @Test func `every way to fill five neighbouring places is read back, and touches no other`() {
    let values = PermitStatus.allCases
    for first in [0, 3, StatusPlace.listSize - 5] {
      for pattern in 0..<1_024 {
        var list = StatusList(number: 0)
        for place in 0..<5 { list[first + place] = values[pattern >> (2 * place) & 3] }
        for place in 0..<5 { #expect(list[first + place] == values[pattern >> (2 * place) & 3]) }
        if first > 0 { #expect(list[first - 1] == .valid) }
        if first == 3 { #expect(list[8] == .valid) }
      }
    }
  }

  @Test func `outside the list nothing is known and nothing is set`() {
    var list = StatusList(number: 0)
    list[-1] = .cancelled
    list[StatusPlace.listSize] = .cancelled
    #expect(list == StatusList(number: 0))
    #expect(list[-1] == .unknown && list[StatusPlace.listSize] == .unknown)
  }

  @Test func `a place says its list and its index in one number`() throws {
    for (list, index) in [(0, 0), (0, 1_048_575), (1, 0), (1_048_575, 1_048_575)] {
      let place = try #require(StatusPlace(list: list, index: index))
      #expect(StatusPlace(number: place.number) == place)
    }
    #expect(StatusPlace(list: 0, index: -1) == nil && StatusPlace(list: -1, index: 0) == nil)
    #expect(StatusPlace(list: 0, index: 1_048_576) == nil)
    #expect(StatusPlace(number: -1) == nil && StatusPlace(number: 1 << 40) == nil)
  }
}

@Suite struct StatusPlacesTests {
  @Test func `no two cards share a place, in this list or the next`() throws {
    let places = try #require(StatusPlaces(key: Array(0..<32)))
    var seen: Set<StatusPlace> = []
    let numbers = Array(0..<300) + Array(1_048_400..<1_048_700) + [(1 << 40) - 1]
    for number in numbers {
      let place = try #require(places.place(of: Int64(number)))
      #expect(place.list == number >> 20)
      #expect(seen.insert(place).inserted)
    }
    #expect(places.place(of: -1) == nil && places.place(of: 1 << 40) == nil)
  }

  @Test func `neighbours in time are strangers in the list`() throws {
    let places = try #require(StatusPlaces(key: Array(0..<32)))
    let indexes = (0..<400).compactMap { places.place(of: Int64($0))?.index }
    let distances = zip(indexes, indexes.dropFirst()).map { abs($0 - $1) }
    // A shuffled million: a third of it apart on average.
    let mean = distances.reduce(0, +) / distances.count
    #expect((250_000..<450_000).contains(mean))
    #expect(distances.filter { $0 < 1_000 }.count < 10)
  }

  @Test func `each key has an order of its own, and keeps it`() throws {
    let places = try #require(StatusPlaces(key: Array(0..<32)))
    let others = try #require(StatusPlaces(key: Array(1..<33)))
    #expect((0..<50).contains { places.place(of: $0) != others.place(of: $0) })
    // Codes on paper say these: they must never change.
    #expect((0..<3).map { places.place(of: $0)?.index } == [301_808, 695_305, 512_913])
    #expect(StatusPlaces(key: Array(0..<15)) == nil)
  }

  @Test func `the lists of an office say each card's status at its place`() throws {
    let places = try #require(StatusPlaces(key: Array(0..<32)))
    var random = SplitMix64(seed: 1)
    var cards: [(number: Int64, status: PermitStatus)] = []
    for number in Array(0..<100) + Array(3_145_728..<3_145_828) {
      cards.append((Int64(number), PermitStatus.allCases.randomElement(using: &random) ?? .valid))
    }
    let lists = places.lists(of: cards)
    #expect(lists.map(\.number) == [0, 3])
    for (number, status) in cards {
      let place = try #require(places.place(of: number))
      #expect(lists.first { $0.number == place.list }?[place.index] == status)
    }
    let others = lists.flatMap(\.bytes).reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    #expect(others <= cards.count)
    #expect(places.lists(of: []).isEmpty)
  }

  @Test func `the key lies beside the signing keys, is made with the first and never again`()
    async throws
  {
    let scratch = try Scratch()
    let path = scratch.path + "/status-places.key"
    #expect(throws: KeyFault.shuffleMissing(path: path)) {
      try StatusPlaces.kept(folder: scratch.path)
    }
    _ = try await SigningKeys.rotate(folder: scratch.path, now: 0)
    let first = try StatusPlaces.kept(folder: scratch.path)
    _ = try await SigningKeys.rotate(folder: scratch.path, now: 0)
    let again = try StatusPlaces.kept(folder: scratch.path)
    #expect(first.place(of: 1) == again.place(of: 1) && first.place(of: 9) == again.place(of: 9))
    #expect(try scratch.names().count == 3)
    try FileManager.default.removeItem(atPath: path)
    _ = try await SigningKeys.rotate(folder: scratch.path, now: 1)
    #expect(throws: KeyFault.shuffleMissing(path: path)) {
      try StatusPlaces.kept(folder: scratch.path)
    }
    try scratch.write("status-places.key", "00")
    #expect(throws: KeyFault.shuffleKey(place: path)) {
      try StatusPlaces.kept(folder: scratch.path)
    }
    try scratch.write("status-places.key", String(repeating: "0", count: 64), mode: 0o644)
    #expect(throws: KeyFault.exposed(path: path)) { try StatusPlaces.kept(folder: scratch.path) }
  }

  @Test func `the key comes from the environment where no folder is named`() throws {
    let key = String(repeating: "0f", count: 32)
    let environment = [StatusPlaces.variable: key + "\n"]
    let places = try StatusPlaces.chosen(folder: nil, environment: environment, isDemo: false)
    let same = StatusPlaces(key: [UInt8](repeating: 15, count: 32))
    #expect(places.place(of: 5) == same?.place(of: 5))
    #expect(throws: KeyFault.missing(variable: StatusPlaces.variable)) {
      try StatusPlaces.chosen(folder: nil, environment: [:], isDemo: false)
    }
    #expect(throws: KeyFault.shuffleKey(place: StatusPlaces.variable)) {
      try StatusPlaces.chosen(
        folder: nil,
        environment: [StatusPlaces.variable: String(repeating: "g", count: 64)],
        isDemo: false
      )
    }
  }
}
