import Foundation

/// Where a demo's journal lies: where it is to be kept, or in a folder that goes with it.
struct DemoFolder {
  /// The file of the journal.
  let path: String
  private let temporary: URL?

  /// Prepares the place; a journal that is there is never touched.
  init(keeping path: String?) throws {
    if let path {
      if FileStatus(path) != nil { throw OfficeFailures.exists(path) }
      self.path = path
      temporary = nil
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "anju-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    temporary = folder
    self.path = folder.appending(path: "demo.anju").path
  }

  /// Removes what is not to be kept.
  func remove() { if let temporary { try? FileManager.default.removeItem(at: temporary) } }
}
