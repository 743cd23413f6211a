/// The names in `incoming`, sorted into pairs of a table and its manifest.
struct FolderNames: Hashable, Sendable {
  /// A table, its manifest, or both.
  struct Pair: Hashable, Sendable {
    /// The name without endings.
    var name: String
    /// The table's file name.
    var table: String?
    /// The manifest's file name.
    var manifest: String?
  }

  /// The pairs, by name.
  var pairs: [Pair] = []
  /// What is neither.
  var strays: [String] = []

  /// Endings of files that other programs are still writing or have open.
  private static let passing = [".tmp", ".part", ".partial", ".crdownload", ".filepart"]

  init(_ names: [String]) {
    var found: [String: Pair] = [:]
    for name in names {
      let lower = name.lowercased()
      if name.hasPrefix("~$") || FolderNames.passing.contains(where: lower.hasSuffix) { continue }
      if lower.hasSuffix(".csv"), name.count > 4 {
        let base = String(name.dropLast(4))
        if found[base]?.table == nil {
          found[base, default: Pair(name: base)].table = name
          continue
        }
      } else if lower.hasSuffix(".manifest"), name.count > 9 {
        let base = String(name.dropLast(9))
        if found[base]?.manifest == nil {
          found[base, default: Pair(name: base)].manifest = name
          continue
        }
      }
      strays.append(name)
    }
    pairs = found.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
