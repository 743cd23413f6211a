/// Remembers which deliveries were taken.
package protocol DeliveryBook: Sendable {
  /// The receipt of a delivery, if it was taken.
  func receipt(department: String, delivery: String) async throws -> DeliveryReceipt?
  /// Keeps a receipt; from then on the delivery counts as taken.
  func keep(_ receipt: DeliveryReceipt) async throws
}
