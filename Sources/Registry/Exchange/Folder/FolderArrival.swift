/// A table and its manifest that lie in `incoming`, the manifest read.
struct FolderArrival: Sendable {
  /// The name without endings.
  var name: String
  /// The table's path.
  var table: String
  /// The manifest's path.
  var path: String
  /// The manifest's bytes.
  var manifestBytes: [UInt8]
  /// The manifest.
  var manifest: DeliveryManifest

  /// The order of work, the same in whatever order files came: as they were made.
  static func isBefore(_ left: FolderArrival, _ right: FolderArrival) -> Bool {
    if left.manifest.madeOn != right.manifest.madeOn {
      return left.manifest.madeOn < right.manifest.madeOn
    }
    let (one, other) = (left.manifest, right.manifest)
    return "\(one.department)\u{0}\(one.delivery)\u{0}\(left.name)".utf8
      .lexicographicallyPrecedes("\(other.department)\u{0}\(other.delivery)\u{0}\(right.name)".utf8)
  }
}

/// What lies in `incoming` under one name.
enum FolderSight: Sendable {
  /// A table and a readable manifest.
  case arrived(FolderArrival)
  /// Something else, told as it is.
  case news(PollReport.News)
  /// The rest of a delivery that was dealt with before; now it is gone.
  case finished
}
