import ExpressionLanguage

/// Where the parts of a watched folder are.
struct ExchangeFolders: Sendable {
  /// The folder that holds them.
  let root: String

  /// Where departments put tables and manifests.
  var incoming: String { root + "/incoming" }
  /// What was taken: a folder for each department, in it one for each delivery.
  var done: String { root + "/done" }
  /// What was refused: a folder for each.
  var refused: String { root + "/refused" }
  /// What goes back: rows with reasons, and receipts.
  var returned: String { root + "/returned" }

  /// Makes what is not there.
  func make() throws(FileFault) {
    for path in [root, incoming, done, refused, returned] { try FolderFiles.makeFolder(path) }
  }

  /// The department as part of a file's name.
  static func slug(_ department: String) -> String {
    let name = NameKey.identifier(department)
    return name.isEmpty ? "department" : name
  }

  /// Where a delivery that was taken stays.
  func done(_ department: String, _ delivery: String) -> String {
    "\(done)/\(ExchangeFolders.slug(department))/\(delivery)"
  }

  /// The file of returned rows.
  func returnedTable(_ department: String, _ delivery: String) -> String {
    "\(returned)/\(ExchangeFolders.slug(department))-\(delivery).csv"
  }

  /// The receipt that goes back.
  func returnedReceipt(_ department: String, _ delivery: String) -> String {
    "\(returned)/\(ExchangeFolders.slug(department))-\(delivery).receipt.json"
  }
}
