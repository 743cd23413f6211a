import Crypto

extension WatchedFolder {
  /// Takes a pair, refuses it, or leaves it for later.
  func receive(_ arrival: FolderArrival, _ now: ExchangeMoment) async throws -> PollReport.News {
    guard let before = FolderFiles.status(arrival.table) else { return .perhapsOnItsWay }
    guard let bytes = try FolderFiles.read(arrival.table, most: rules.mostBytes) else {
      return try refuse(arrival, identity: nil, .tooLarge(rules.mostBytes), now)
    }
    let hash = Hexadecimal.text(SHA256.hash(data: bytes))
    let manifest = arrival.manifest
    if let size = manifest.bytes, size != bytes.count {
      return try refuse(arrival, identity: hash, .otherSize, now)
    }
    if manifest.hash != hash { return try refuse(arrival, identity: hash, .otherHash, now) }
    do {
      return try await take(bytes, arrival, before, now)
    } catch let refusal as DeliveryRefusal {
      return try refuse(arrival, identity: hash, refusal, now)
    }
  }

  private func take(
    _ bytes: [UInt8],
    _ arrival: FolderArrival,
    _ before: FolderFiles.Status,
    _ now: ExchangeMoment
  ) async throws -> PollReport.News {
    let manifest = arrival.manifest
    let model = try model(now.date)
    // Under which name the department is filed does not hang on what the file is about.
    let department = DepartmentNames(model).name(of: manifest.department)
    guard let department else { throw DeliveryRefusal.notItsFact }
    if let receipt = try book.receipt(department: department, delivery: manifest.delivery) {
      guard receipt.hash == manifest.hash else { throw DeliveryRefusal.numberTaken }
      let isComplete = try put(bytes, arrival, before, department)
      return isComplete ? .repeated(receipt) : .taken(receipt)
    }
    let (text, encoding) = try TextEncoding.read(bytes, declared: manifest.encoding)
    let sheet = try Sheet(csv: text, rules: rules)
    let intake = DeliveryIntake(
      desk: desk,
      rules: rules,
      model: model,
      today: now.date,
      probe: probe
    )
    let taken = try await intake.take(
      sheet,
      manifest,
      encoding: encoding.rawValue,
      account: "folder"
    )
    let path = folders.returnedTable(department, manifest.delivery)
    if let file = try ReturnedTable.file(sheet, reasons: taken.reasons) {
      try FolderFiles.write(file, to: path)
    } else {
      try FolderFiles.remove(path)
    }
    try probe.reach(.wroteReturned)
    try book.keep(taken.receipt)
    try probe.reach(.wroteReceipt)
    _ = try put(bytes, arrival, before, department)
    return .taken(taken.receipt)
  }

  /// Puts a delivery that is taken where it stays and clears it from `incoming`; whether it was
  /// all there already.
  ///
  /// What is kept are the bytes that were read. A table that changed since is left where it is.
  private func put(
    _ bytes: [UInt8],
    _ arrival: FolderArrival,
    _ before: FolderFiles.Status,
    _ department: String
  ) throws -> Bool {
    let folder = folders.done(department, arrival.manifest.delivery)
    let isComplete =
      FolderFiles.status(folder + "/table.csv") != nil
      && FolderFiles.status(folder + "/table.manifest") != nil
    if !isComplete {
      try FolderFiles.write(bytes, to: folder + "/table.csv")
      try probe.reach(.keptTable)
      try FolderFiles.write(arrival.manifestBytes, to: folder + "/table.manifest")
    }
    if FolderFiles.status(arrival.table) == before { try FolderFiles.remove(arrival.table) }
    try probe.reach(.removedTable)
    try FolderFiles.remove(arrival.path)
    return isComplete
  }
}
