import FoundationEssentials

/// The receipts in the `done` folder: a delivery was taken where its receipt stands.
package struct FolderBook: DeliveryBook {
  private let folders: ExchangeFolders

  /// The book of a watched folder; the door may use it too.
  package init(at root: String) { folders = ExchangeFolders(root: root) }

  /// The receipt of a delivery, if it was taken.
  package func receipt(department: String, delivery: String) throws -> DeliveryReceipt? {
    let path = folders.done(department, delivery) + "/receipt.json"
    guard FolderFiles.status(path) != nil else { return nil }
    let bytes = try FolderFiles.read(path, most: 64 << 20) ?? []
    return try JSONDecoder().decode(DeliveryReceipt.self, from: Data(bytes))
  }

  /// Keeps a receipt; from then on the delivery counts as taken.
  package func keep(_ receipt: DeliveryReceipt) throws {
    try folders.make()
    let folder = folders.done(receipt.department, receipt.delivery)
    let bytes = try ExchangeJSON.bytes(receipt)
    let parent = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FolderFiles.makeFolder(parent.joined(separator: "/"))
    try FolderFiles.makeFolder(folder)
    try FolderFiles.write(
      bytes,
      to: folders.returnedReceipt(receipt.department, receipt.delivery)
    )
    try FolderFiles.write(bytes, to: folder + "/receipt.json")
  }
}
