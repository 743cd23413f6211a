/// Which files have kept still, so that nobody is copying them any more.
struct SettledFiles: Sendable {
  private struct Sight: Hashable, Sendable {
    var status: FolderFiles.Status
    var since: Int64
  }

  private var sights: [String: Sight] = [:]

  /// For how long a file has kept still.
  ///
  /// By its own time stamp or since it was first seen so, whichever is longer. A clock that was set back makes it look younger, never older.
  mutating func stillness(_ path: String, now: Int64) -> Int64 {
    guard let status = FolderFiles.status(path) else { return 0 }
    if sights[path]?.status != status { sights[path] = Sight(status: status, since: now) }
    return max(now - (sights[path]?.since ?? now), now - status.changed)
  }

  /// Forgets files that are gone.
  mutating func keep(only paths: Set<String>) {
    sights = sights.filter { paths.contains($0.key) }
  }
}
