extension AccountStore {
  /// Copies the store as it is at one moment into a file of its own, while it is used.
  ///
  /// - Throws: `AccountStoreFault.exists`, `AccountStoreFault.unusable`.
  /// - Complexity: O(*n*) in the size of the file.
  package func backup(to target: String) async throws { throw AccountStoreFault.closed }

  /// Looks whether the file is whole and everything in it opens under the key.
  ///
  /// - Throws: `AccountStoreFault.damaged`.
  /// - Complexity: O(*n*) in the size of the file.
  package func check() async throws { throw AccountStoreFault.closed }

  /// Takes away what is over: sessions, tokens, codes, drafts, counters and spent assertions, and the
  /// log's entries before a moment.
  ///
  /// - Parameter moment: The first moment whose entries stay; 180 days ago if `nil`.
  /// - Complexity: O(*n*) in what goes.
  package func purge(before moment: Int64? = nil) async throws { throw AccountStoreFault.closed }

  /// Closes the file; what is asked afterwards fails.
  package func close() throws { throw AccountStoreFault.closed }
}
