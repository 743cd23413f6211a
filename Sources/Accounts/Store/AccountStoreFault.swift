/// Why the file of the accounts cannot be used.
package enum AccountStoreFault: Error, Hashable, Sendable {
  /// The key has not 256 bits.
  case key
  /// The file was made under another key.
  case wrongKey(path: String)
  /// The file is no store of accounts.
  case foreign(path: String)
  /// A newer program made the file.
  case newer(path: String)
  /// The file is damaged.
  case damaged(path: String, why: String)
  /// Something of that name is there already.
  case exists(path: String)
  /// The file cannot be opened, read or written.
  case unusable(path: String, why: String)
  /// The file of leaked passwords cannot be read, or is not in its format.
  case breachedPasswords(path: String, why: String)
  /// It was closed.
  case closed
}
