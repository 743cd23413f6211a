import Casework
import Synchronization

/// Files as commands left them, so that the next command on one need not read all of it again.
///
/// A stream only grows, so a file that was folded from committed entries is always a beginning of
/// what the stream holds: each command still reads what came after it. Nothing is shown from here;
/// what is destroyed is taken away and never comes back.
///
/// Those put here longest ago go first, by what they weigh.
final class FileShelf: Sendable {
  private struct State {
    let most: Int
    var newer: [ResidentID: FoldedFile] = [:]
    var older: [ResidentID: FoldedFile] = [:]
    /// The entries of the newer half.
    var weight = 0
    var forgotten: Set<ResidentID> = []

    func file(_ id: ResidentID) -> FoldedFile? { newer[id] ?? older[id] }

    mutating func put(_ file: FoldedFile) {
      let id = file.file.id
      // Two commands may come back in another order than they were committed in.
      if let here = self.file(id), here.file.version > file.file.version { return }
      if weight >= most { (newer, older, weight) = ([:], newer, 0) }
      weight += file.file.version - (newer[id]?.file.version ?? 0)
      newer[id] = file
    }
  }

  private let state: Mutex<State>

  /// - Parameter most: The most entries in each of the two halves, the newer and the older, but for
  ///   the file put last. An entry takes some kilobytes with all that is folded from it.
  init(most: Int = 16_384) { state = Mutex(State(most: most)) }

  /// How many entries the files here have, those that stand in both halves twice.
  var weight: Int {
    state.withLock { state in
      (Array(state.newer.values) + Array(state.older.values)).reduce(0) { $0 + $1.file.version }
    }
  }

  /// A file as it was put here last.
  func file(_ id: ResidentID) -> FoldedFile? { state.withLock { $0.file(id) } }

  /// Puts files here whose entries are committed.
  func put(_ files: [FoldedFile]) {
    state.withLock { state in
      for file in files where !state.forgotten.contains(file.file.id) { state.put(file) }
    }
  }

  /// Takes a file away for ever.
  func forget(_ id: ResidentID) {
    state.withLock { state in
      state.newer[id] = nil
      state.older[id] = nil
      state.forgotten.insert(id)
    }
  }
}
