import Crypto

extension WatchedFolder {
  /// What lies under a name: a pair to be read, or the reason why not yet.
  func look(at pair: FolderNames.Pair, _ now: ExchangeMoment) throws -> FolderSight {
    guard let manifestName = pair.manifest else {
      let isOverdue = isSettled([folders.incoming + "/" + (pair.table ?? "")], now)
      return .news(.noManifest(isOverdue: isOverdue))
    }
    let path = folders.incoming + "/" + manifestName
    guard FolderFiles.status(path)?.isPlain == true else { return .news(.stray) }
    let bytes = try FolderFiles.read(path, most: DeliveryManifest.mostBytes) ?? []
    guard let tableName = pair.table else {
      if try finish(pair.name, path, bytes, now) { return .finished }
      return .news(.noTable(isOverdue: isSettled([path], now)))
    }
    let table = folders.incoming + "/" + tableName
    guard FolderFiles.status(table)?.isPlain == true else { return .news(.stray) }
    do {
      let manifest = try DeliveryManifest(reading: bytes)
      // Lines may have been cut off; a JSON object ends with its brace.
      let isPerhapsCut = bytes.first != UInt8(ascii: "{") && bytes.last != UInt8(ascii: "\n")
      if isPerhapsCut, !isSettled([path], now) { return .news(.perhapsOnItsWay) }
      return .arrived(
        FolderArrival(
          name: pair.name,
          table: table,
          path: path,
          manifestBytes: bytes,
          manifest: manifest
        )
      )
    } catch {
      let seen = try FolderFiles.read(table, most: rules.mostBytes)
      let identity = seen.map { Hexadecimal.text(SHA256.hash(data: $0)) }
      return .news(
        try refuse(pair.name, table: table, path, bytes, identity: identity, error, now)
      )
    }
  }

  /// Whether all of the files have kept still for as long as the office is patient.
  func isSettled(_ paths: [String], _ now: ExchangeMoment) -> Bool {
    var isStill = true
    // Every file is looked at, so that its time begins to count.
    for path in paths where settled.stillness(path, now: now.seconds) < rules.patience {
      isStill = false
    }
    return isStill
  }
}
