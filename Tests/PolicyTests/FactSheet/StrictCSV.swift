/// A reader of RFC 4180 that forgives nothing: CR LF ends a row, quotes stand only around whole
/// fields, and every row has as many fields as the first.
enum StrictCSV {
  struct Malformed: Error {
    var reason: String
  }

  /// The rows of `text`.
  static func rows(_ text: String) throws(Malformed) -> [[String]] {
    var scalars = Array(text.unicodeScalars)[...]
    var rows: [[String]] = []
    while !scalars.isEmpty {
      var row: [String] = []
      while true {
        row.append(try field(&scalars))
        if scalars.first == "," {
          scalars.removeFirst()
          continue
        }
        guard scalars.starts(with: ["\r", "\n"]) else {
          throw Malformed(reason: "row \(rows.count + 1) does not end in CR LF")
        }
        scalars.removeFirst(2)
        break
      }
      if let first = rows.first, first.count != row.count {
        throw Malformed(reason: "row \(rows.count + 1) has \(row.count) fields, not \(first.count)")
      }
      rows.append(row)
    }
    return rows
  }

  private static func field(
    _ scalars: inout ArraySlice<Unicode.Scalar>
  ) throws(Malformed) -> String {
    var text = String.UnicodeScalarView()
    guard scalars.first == "\"" else {
      while let next = scalars.first, next != ",", next != "\r" {
        if next == "\"" || next == "\n" {
          throw Malformed(reason: "a bare \(next.debugDescription)")
        }
        text.append(next)
        scalars.removeFirst()
      }
      return String(text)
    }
    scalars.removeFirst()
    while let next = scalars.popFirst() {
      if next == "\"" {
        if scalars.first != "\"" { return String(text) }
        scalars.removeFirst()
      }
      text.append(next)
    }
    throw Malformed(reason: "a quote that is not closed")
  }
}
