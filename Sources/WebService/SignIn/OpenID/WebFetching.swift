/// What asks other machines over the web; tests put their own in its place.
package protocol WebFetching: Sendable {
  /// Asks, and gives the answer whatever its status.
  ///
  /// - Throws: Where there is no answer in time, or it is too large.
  func fetch(_ request: WebRequest) async throws -> WebAnswer
}

/// What is asked of another machine.
package struct WebRequest: Sendable {
  /// The address.
  package let url: String
  /// Headers beside those of the protocol.
  package var headers: [(name: String, value: String)] = []
  /// The fields to post; `nil` to get.
  package var form: Form?

  /// A question by GET.
  package init(_ url: String) { self.url = url }
}

/// What another machine answered.
package struct WebAnswer: Sendable {
  /// The status.
  package let status: Int
  /// The body.
  package let body: [UInt8]

  /// An answer.
  package init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}
