/// Why a delivery was refused, as it stands beside the refused files.
struct RefusalReport: Hashable, Sendable, Codable {
  /// Why.
  var refusal: DeliveryRefusal
  /// The SHA-256 of the table; its size where it is too large to be read.
  var table: String
  /// The SHA-256 of the manifest.
  var manifest: String
}
