/// How the identifiers of measures, dictionaries and jurisdictions are written.
package enum Identifier {
  /// Whether `text` is lower-case words joined by `-`, in parts joined by `/`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func isSound(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      $0.split(separator: .hyphen, omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty
          && word.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      }
    }
  }
}
