package import Foundation

/// Where the package lies on this machine, found from where this file was compiled.
package enum PackageRoot {
  /// The folder that holds `Package.swift`.
  package static let url = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The file or folder at `path`, which is relative to the package's root.
  package static func file(_ path: String) -> URL {
    url.appending(path: path)
  }

  /// The folder of the room under `Tests` that the test file at `filePath` belongs to.
  package static func room(of filePath: String) -> URL {
    let tests = file("Tests").standardizedFileURL.path + "/"
    let path = URL(filePath: filePath).standardizedFileURL.path
    precondition(path.hasPrefix(tests), "\(path) is no file of a room under Tests/")
    let room = path.dropFirst(tests.count).prefix { $0 != "/" }
    return file("Tests").appending(path: String(room))
  }
}
