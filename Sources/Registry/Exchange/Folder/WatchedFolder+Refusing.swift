import Crypto
import FoundationEssentials

extension WatchedFolder {
  /// Refuses a pair, once neither of its files is perhaps still being copied.
  func refuse(
    _ arrival: FolderArrival,
    identity: String?,
    _ refusal: DeliveryRefusal,
    _ now: ExchangeMoment
  ) throws -> PollReport.News {
    try refuse(
      arrival.name,
      table: arrival.table,
      arrival.path,
      arrival.manifestBytes,
      identity: identity,
      refusal,
      now
    )
  }

  /// Refuses a table and its manifest: the reason is written first, then they are moved beside it.
  func refuse(
    _ name: String,
    table: String,
    _ path: String,
    _ manifest: [UInt8],
    identity: String?,
    _ refusal: DeliveryRefusal,
    _ now: ExchangeMoment
  ) throws -> PollReport.News {
    guard isSettled([table, path], now) else { return .perhapsOnItsWay }
    let report = RefusalReport(
      refusal: refusal,
      table: identity ?? "\(FolderFiles.status(table)?.size ?? 0) bytes",
      manifest: Hexadecimal.text(SHA256.hash(data: manifest))
    )
    let folder = try refusalFolder(name, report)
    try FolderFiles.makeFolder(folder)
    try FolderFiles.write(try ExchangeJSON.bytes(report), to: folder + "/refusal.json")
    try probe.reach(.wroteRefusal)
    try FolderFiles.move(table, to: folder + "/table.csv")
    try probe.reach(.removedTable)
    try FolderFiles.move(path, to: folder + "/table.manifest")
    return .refused(refusal)
  }

  /// The folder for a refusal: the one in which the same files were refused before, or a new one.
  private func refusalFolder(_ name: String, _ report: RefusalReport) throws -> String {
    var number = 1
    while true {
      let folder = "\(folders.refused)/\(name)" + (number == 1 ? "" : "~\(number)")
      if FolderFiles.status(folder) == nil { return folder }
      let other = self.report(in: folder)
      if other == nil || other?.table == report.table && other?.manifest == report.manifest {
        return folder
      }
      number += 1
    }
  }

  private func report(in folder: String) -> RefusalReport? {
    guard let bytes = try? FolderFiles.read(folder + "/refusal.json", most: 1 << 20) else {
      return nil
    }
    return try? JSONDecoder().decode(RefusalReport.self, from: Data(bytes))
  }

  /// Clears a manifest whose table was dealt with before the program was stopped; whether it was
  /// such a one.
  func finish(
    _ name: String,
    _ path: String,
    _ bytes: [UInt8],
    _ now: ExchangeMoment
  ) throws -> Bool {
    let hash = Hexadecimal.text(SHA256.hash(data: bytes))
    var number = 1
    while true {
      let folder = "\(folders.refused)/\(name)" + (number == 1 ? "" : "~\(number)")
      if FolderFiles.status(folder) == nil { break }
      let isHere =
        report(in: folder)?.manifest == hash
        && FolderFiles.status(folder + "/table.csv") != nil
        && FolderFiles.status(folder + "/table.manifest") == nil
      if isHere {
        try FolderFiles.move(path, to: folder + "/table.manifest")
        return true
      }
      number += 1
    }
    guard let manifest = try? DeliveryManifest(reading: bytes),
      let department = DepartmentNames(try model(now.date)).name(of: manifest.department),
      let receipt = try book.receipt(department: department, delivery: manifest.delivery),
      receipt.hash == manifest.hash
    else { return false }
    let kept = folders.done(department, manifest.delivery) + "/table.manifest"
    let isKept = try FolderFiles.read(kept, most: DeliveryManifest.mostBytes) == bytes
    // A manifest that came again, ahead of its table, is given time.
    guard isKept, isSettled([path], now) else { return false }
    try FolderFiles.remove(path)
    return true
  }
}
