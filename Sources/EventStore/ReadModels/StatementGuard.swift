/// Keeps statements on read models away from the journal and from the transaction they run in.
enum StatementGuard {
  private static let rowWords: Set<String> = [
    "select", "insert", "update", "delete", "replace", "with", "values",
  ]
  private static let schemaWords: Set<String> = ["create", "drop", "alter"]

  /// Lets a statement on rows pass.
  ///
  /// - Throws: `StoreError.statement`.
  static func check(_ sql: String) throws { try check(sql, rowWords) }

  /// Lets a step of a migration pass.
  ///
  /// - Throws: `StoreError.statement`.
  static func checkSchema(_ sql: String) throws { try check(sql, rowWords.union(schemaWords)) }

  // SQLite has no other way to write a name than its own letters, so no such name can hide.
  private static func check(_ sql: String, _ words: Set<String>) throws {
    let text = sql.utf8.drop { " \n\r\t".utf8.contains($0) }
    let letters = text.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
    let word = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    guard words.contains(word) else {
      throw StoreError.statement("a statement on read models does not begin with `\(word)`")
    }
    if text.count > 100_000 { throw StoreError.statement("the statement is too long") }
    if contains(text, Array(JournalSchema.prefix.utf8)) {
      throw StoreError.statement("names that hold `\(JournalSchema.prefix)` are the journal's own")
    }
  }

  private static func contains(_ text: Substring.UTF8View, _ word: [UInt8]) -> Bool {
    var matched = 0
    for byte in text {
      let letter = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
      // No part of the word begins like the whole, so a failed match starts over at most once.
      if letter == word[matched] {
        matched += 1
      } else {
        matched = letter == word[0] ? 1 : 0
      }
      if matched == word.count { return true }
    }
    return false
  }
}
