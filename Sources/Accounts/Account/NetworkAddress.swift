import Glibc

/// Where a request comes from, for counting; the store keeps blind indexes of it only.
///
/// An IPv6 address counts by its first 64 bits, because one subscriber has all of the others.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// Takes an address as text; what is no address counts as one by its characters.
  package init(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { [4] + Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      let whole = withUnsafeBytes(of: &six) { Array($0) }
      // An IPv4 address inside an IPv6 one.
      let isMapped = whole.prefix(10).allSatisfy { $0 == 0 } && whole[10...11] == [255, 255]
      bytes = isMapped ? [4] + whole[12...] : [6] + whole.prefix(8)
    } else {
      bytes = [0] + Array(text.utf8.prefix(64))
    }
  }

  /// Nothing: addresses are personal.
  package var description: String { "NetworkAddress(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
