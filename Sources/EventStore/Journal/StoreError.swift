/// Why the store did not do something; nothing of it was kept.
package enum StoreError: Error, Hashable, Sendable {
  /// The stream has moved on since it was read.
  case conflict(StreamID, expected: Int64, actual: Int64)
  /// The key was used for another request.
  case keyReused(String)
  /// No key was made for the subject.
  case unknownSubject(String)
  /// The subject has a key already.
  case subjectExists(String)
  /// The subject's data were destroyed; nothing more can be written about it.
  case subjectDestroyed(String)
  /// Another process has the file open for writing.
  case busy(path: String)
  /// The disk is full.
  case full(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The file is not a journal, or a later version wrote it.
  case unreadable(path: String, why: UnreadableFault)
  /// The master key is not the one that wrapped the keys, or is missing or a known default.
  case masterKey(MasterKeyFault)
  /// A statement on the read models was refused; the text says why and holds no values.
  case statement(String)
  /// A body took so long that the others could not wait; nothing of it was kept.
  case overdue(milliseconds: Int)
  /// The disk or its file system failed.
  case device(path: String, why: String)
  /// A file of that name is there and was not to be replaced.
  case exists(path: String)
  /// The read models are not those of the program, or half made; they are made anew first.
  case rebuildNeeded(path: String)
  /// The store was closed.
  case closed
}
