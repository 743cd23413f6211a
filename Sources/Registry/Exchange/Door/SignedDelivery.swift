/// A delivery as it comes through the door: a body of JSON and what proves who sent it.
package struct SignedDelivery: Hashable, Sendable {
  /// The request's method.
  package var method: String
  /// The request's path.
  package var path: String
  /// Whose key signed.
  package var keyID: String
  /// Seconds since 1970 UTC, as written.
  package var timestamp: String
  /// What makes this request another than every other: 16 to 64 letters, digits, `-`, `_`.
  package var nonce: String
  /// The Ed25519 signature in Base 64.
  package var signature: String
  /// The body.
  package var body: [UInt8]

  /// Creates a delivery.
  package init(
    method: String,
    path: String,
    keyID: String,
    timestamp: String,
    nonce: String,
    signature: String,
    body: [UInt8]
  ) {
    self.method = method
    self.path = path
    self.keyID = keyID
    self.timestamp = timestamp
    self.nonce = nonce
    self.signature = signature
    self.body = body
  }
}
