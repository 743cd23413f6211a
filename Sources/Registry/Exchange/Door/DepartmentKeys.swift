import Glibc

/// The keys that may open the door.
package struct DepartmentKeys: Sendable {
  /// The keys, by their names.
  package private(set) var keys: [String: DepartmentKey] = [:]
  /// The key files that cannot be used, each with why; their keys open nothing.
  package private(set) var faults: [String: DeliveryRefusal] = [:]

  /// Some keys.
  package init(_ keys: [DepartmentKey]) {
    for key in keys { self.keys[key.id] = key }
  }

  /// The keys in a folder: every file that ends in `.pub`.
  ///
  /// - Throws: `FileFault` where the folder or a file cannot be read.
  package init(in folder: String) throws {
    for name in try FolderFiles.names(in: folder).names where name.hasSuffix(".pub") {
      let id = String(name.dropLast(4))
      let path = folder + "/" + name
      var answer = stat()
      guard lstat(path, &answer) == 0, answer.st_mode & S_IFMT == S_IFREG,
        answer.st_mode & 0o022 == 0
      else {
        faults[id] = .keyFileOpen
        continue
      }
      let bytes = try FolderFiles.read(path, most: 65_536) ?? []
      do throws(DeliveryRefusal) {
        keys[id] = try DepartmentKey(id: id, reading: String(decoding: bytes, as: UTF8.self))
      } catch {
        faults[id] = error
      }
    }
  }
}
