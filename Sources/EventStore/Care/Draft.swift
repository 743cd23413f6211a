import Glibc

/// A file that is not whole yet, for its owner only; it goes unless it gets its name.
struct Draft: ~Copyable {
  private static let prefix = ".anju-"
  private static let ending = ".draft"

  let path: String
  private let descriptor: Int32

  /// Makes an empty one, and takes away those in the folder whose programs were killed: they may
  /// hold what was to be destroyed since.
  init(in folder: String) throws {
    Self.sweep(folder)
    path = "\(folder)/\(Self.prefix)\(getpid())-\(UInt64.random(in: 0...UInt64.max))\(Self.ending)"
    try FileFault.createPrivately(path)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // Held as long as it is written to: the system lets go of it however the program ends.
    if descriptor >= 0 { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private static func sweep(_ folder: String) {
    guard let names = opendir(folder) else { return }
    defer { closedir(names) }
    // Our own are still being written: another task may copy into the same folder.
    let own = "\(prefix)\(getpid())-"
    while let entry = readdir(names) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), name.hasSuffix(ending), !name.hasPrefix(own) else { continue }
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0 { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(descriptor)
    }
  }
}
