import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// Somebody's program: it sends JSON with a token, and reads what comes.
struct Program: Sendable {
  let client: any TestClientProtocol
  var token: String?

  struct Answer: Sendable {
    let status: Int
    let type: String
    let tag: String?
    let allow: String?
    let bytes: Data

    /// A field of the answer, where it is an object.
    func text(_ name: String) -> String? { fields[name] as? String }
    func number(_ name: String) -> Int? { fields[name] as? Int }
    func isTrue(_ name: String) -> Bool { fields[name] as? Bool == true }
    func count(_ name: String) -> Int { (fields[name] as? [Any])?.count ?? -1 }

    var fields: [String: Any] {
      (try? JSONSerialization.jsonObject(with: bytes)) as? [String: Any] ?? [:]
    }
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
    try await ask(.get, path, nil, headers)
  }

  func post(
    _ path: String,
    _ body: String,
    type: String = "application/json",
    headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    headers[.contentType] = type
    return try await ask(.post, path, body, headers)
  }

  func ask(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: String?,
    _ headers: HTTPFields
  ) async throws -> Answer {
    var headers = headers
    if let token { headers[.authorization] = "Bearer \(token)" }
    let response = try await client.executeRequest(
      uri: path,
      method: method,
      headers: headers,
      body: body.map { ByteBuffer(string: $0) }
    )
    return Answer(
      status: response.status.code,
      type: response.headers[.contentType] ?? "",
      tag: response.headers[.eTag],
      allow: response.headers[.allow],
      bytes: Data(response.body.readableBytesView)
    )
  }
}

extension Door {
  /// A program without a token.
  func program() -> Program { Program(client: client) }
}
