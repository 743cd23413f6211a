/// Where the status lists keep a permit's status: which list, and which place in it.
package struct StatusPlace: Hashable, Sendable {
  /// How many places a list has.
  package static let listSize = 1 << 20
  /// The most lists.
  package static let mostLists = 1 << 20

  /// The number of the list, from 0.
  package let list: Int
  /// The place in it, from 0.
  package let index: Int

  /// Creates a place; `nil` outside the bounds.
  package init?(list: Int, index: Int) {
    guard (0..<StatusPlace.mostLists).contains(list), (0..<StatusPlace.listSize).contains(index)
    else { return nil }
    self.list = list
    self.index = index
  }

  /// Both in one, as the token says it.
  var number: Int64 { Int64(list) << 20 | Int64(index) }

  init?(number: Int64) {
    guard number >= 0 else { return nil }
    self.init(list: Int(number >> 20), index: Int(number & 0xF_FFFF))
  }
}
