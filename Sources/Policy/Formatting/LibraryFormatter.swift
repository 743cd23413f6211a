package import ExpressionLanguage

/// Brings files of a policy folder into the canonical layout, and proves that the measures decide
/// as before.
package enum LibraryFormatter {
  /// One file that was looked at.
  package struct Result: Sendable {
    /// Its path within the folder.
    package var path: String
    /// Its text as it was.
    package var source: SourceText
    /// What became of it.
    package var outcome: MeasureFormatter.Outcome
  }

  /// The files of a folder at `targets`, each in the canonical layout.
  ///
  /// - Parameters:
  ///   - files: Every file of the folder, so that what one decides with the help of another is seen.
  ///   - targets: The paths of those to format.
  ///   - prefix: What stands before each path in messages.
  /// - Returns: What became of each target, in the order of `files`.
  /// - Complexity: that of checking the folder twice, where anything changes.
  package static func format(
    _ files: [PolicyFile],
    targets: Set<String>,
    prefix: String = ""
  ) -> [Result] {
    let repaired = SignRepair.repair(files, targets: targets, prefix: prefix)
    var results: [Result] = []
    var formatted = repaired
    for (index, file) in repaired.enumerated() where targets.contains(file.path) {
      let name = prefix + file.path
      let outcome = MeasureFormatter.format(SourceText(name: name, bytes: file.bytes))
      if case .formatted(let bytes) = outcome { formatted[index].bytes = bytes }
      results.append(
        Result(
          path: file.path,
          source: SourceText(name: name, bytes: files[index].bytes),
          outcome: outcome
        )
      )
    }
    let changed = repaired.indices.filter { repaired[$0].bytes != formatted[$0].bytes }
    if changed.isEmpty { return results }
    let before = PolicyMeaning(PolicyLibrary(files: repaired))
    if PolicyMeaning(PolicyLibrary(files: formatted)) == before { return results }
    // One of them is to blame; the others need not wait.
    for index in changed {
      var one = repaired
      one[index].bytes = formatted[index].bytes
      if PolicyMeaning(PolicyLibrary(files: one)) == before { continue }
      for position in results.indices where results[position].path == repaired[index].path {
        results[position].outcome = .unfaithful
      }
    }
    return results
  }
}
