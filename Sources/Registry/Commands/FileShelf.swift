import Casework
import Synchronization

/// Files as commands left them, so that the next command on one need not read all of it again.
///
/// A stream only grows, so a file that was folded from committed entries is always a beginning of
/// what the stream holds: each command still reads what came after it. Nothing is shown from here;
/// what is destroyed is taken away and never comes back.
final class FileShelf: Sendable {
  fileprivate struct State {
    var files: [ResidentID: FoldedFile] = [:]
    /// In the order in which they were put here.
    var order: [ResidentID] = []
    var oldest = 0
    var forgotten: Set<ResidentID> = []
  }

  fileprivate static let capacity = 8_192

  private let state = Mutex(State())

  /// A file as it was put here last.
  func file(_ id: ResidentID) -> FoldedFile? { state.withLock { $0.files[id] } }

  /// Puts files here whose entries are committed.
  func put(_ files: [FoldedFile]) {
    state.withLock { state in
      for file in files where !state.forgotten.contains(file.file.id) { state.put(file) }
    }
  }

  /// Takes a file away for ever.
  func forget(_ id: ResidentID) {
    state.withLock { state in
      state.files[id] = nil
      state.forgotten.insert(id)
    }
  }
}

extension FileShelf.State {
  fileprivate mutating func put(_ file: FoldedFile) {
    let id = file.file.id
    if let here = files[id] {
      // Two commands may come back in another order than they were committed in.
      if here.file.version <= file.file.version { files[id] = file }
      return
    }
    files[id] = file
    if order.count < FileShelf.capacity {
      order.append(id)
      return
    }
    files[order[oldest]] = nil
    order[oldest] = id
    oldest = (oldest + 1) % order.count
  }
}
