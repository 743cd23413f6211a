/// A payload as a tree, between bytes and types.
///
/// Only what events are made of: no fractions, no exponents. An own tree and not Foundation's, for
/// a rebuild reads some ten million payloads, and this takes a quarter of the time.
enum PayloadNode: Hashable, Sendable {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([PayloadNode])
  case object([Member])

  /// One name with its value; a struct and not a pair, so that trees can be compared.
  struct Member: Hashable, Sendable {
    let name: String
    let value: PayloadNode
  }

  /// The value of a name.
  ///
  /// - Complexity: O(*n*) in the names, of which there are few.
  subscript(_ name: String) -> PayloadNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
