/// How a store is opened.
package struct StoreOptions: Sendable {
  /// What a process wants of the file.
  package enum Access: Hashable, Sendable {
    /// Read and write; one process at a time.
    case writing
    /// Read and write, and only if the file is there.
    case writingExisting
    /// Only read, also while another process writes.
    case reading
  }

  /// What this process wants.
  package var access: Access
  /// Where keys of subjects come from; a seed only for demonstrations.
  package var keySource: KeySource
  /// How long one body may take before the others go on without it.
  package var bodyLimit: Duration
  /// The most bodies that share a commit.
  package var batchLimit: Int
  /// The most readers at a time in this process.
  package var readers: Int
  /// How often a reader looks for what another process committed.
  package var pollInterval: Duration
  /// The most pages the file may grow to; `nil` for no limit of ours.
  package var maximumPages: Int?

  /// Creates options.
  package init(
    access: Access = .writing,
    keySource: KeySource = .system,
    bodyLimit: Duration = .seconds(10),
    batchLimit: Int = 256,
    readers: Int = 8,
    pollInterval: Duration = .milliseconds(100),
    maximumPages: Int? = nil
  ) {
    self.access = access
    self.keySource = keySource
    self.bodyLimit = bodyLimit
    self.batchLimit = batchLimit
    self.readers = readers
    self.pollInterval = pollInterval
    self.maximumPages = maximumPages
  }
}
