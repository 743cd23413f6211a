/// What the system answered when a file could not be read, written or moved.
package struct FileFault: Error, Hashable, Sendable {
  /// What was being done.
  package var doing: String
  /// The system's number of the error.
  package var code: Int32
}
