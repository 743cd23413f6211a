extension String {
  /// The text without the `scalars` at both ends.
  func trimming(_ scalars: [Unicode.Scalar]) -> String {
    var rest = Substring(self).unicodeScalars
    while let first = rest.first, scalars.contains(first) { rest.removeFirst() }
    while let last = rest.last, scalars.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
