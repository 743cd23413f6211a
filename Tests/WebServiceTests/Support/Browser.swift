import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import WebService

/// One person's browser: it keeps cookies, and sends forms as the last page made them.
final class Browser: Sendable {
  private struct State {
    var cookies: [String: String] = [:]
    var last: Page?
    var csrf: String?
  }

  private let client: any TestClientProtocol
  private let state = Mutex(State())

  init(_ client: any TestClientProtocol) { self.client = client }

  /// The cookies that it holds, by name.
  var cookies: [String: String] { state.withLock { $0.cookies } }

  /// Puts a cookie there, or takes one away.
  func set(_ cookie: String, _ value: String?) { state.withLock { $0.cookies[cookie] = value } }

  /// The page that it shows.
  var page: Page? { state.withLock { $0.last } }

  /// Goes to an address.
  @discardableResult
  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Page {
    try await ask(.get, path, headers, nil)
  }

  /// Sends a form with the token of the last page that had one.
  @discardableResult
  func send(
    _ path: String,
    _ fields: KeyValuePairs<String, String> = [:],
    headers: HTTPFields = [:]
  ) async throws -> Page {
    try await send(path, form: fields.map { ($0.key, $0.value) }, headers: headers)
  }

  /// The same with fields that are put together.
  @discardableResult
  func send(
    _ path: String,
    form fields: [(String, String)],
    headers: HTTPFields = [:]
  ) async throws -> Page {
    var form = fields.map { (name: $0.0, value: $0.1) }
    if !form.contains(where: { $0.name == "csrf" }), let token = state.withLock({ $0.csrf }) {
      form.append(("csrf", token))
    }
    return try await ask(.post, path, headers, Form(form).urlEncoded)
  }

  /// Sends a form and goes where it leads.
  @discardableResult
  func submit(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Page {
    let page = try await send(path, fields)
    guard page.status == 303 else { return page }
    return try await follow()
  }

  /// Goes on where the last answer leads.
  @discardableResult
  func follow() async throws -> Page {
    var page = page
    for _ in 0..<5 {
      guard let location = page?.location else { break }
      page = try await get(location)
    }
    guard let page else { throw CancellationError() }
    return page
  }

  private func ask(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ headers: HTTPFields,
    _ body: String?
  ) async throws -> Page {
    var headers = headers
    let cookies = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
    if body != nil, headers[.contentType] == nil {
      headers[.contentType] = "application/x-www-form-urlencoded"
    }
    let buffer = body.map { ByteBuffer(string: $0) }
    let response = try await client.executeRequest(
      uri: path,
      method: method,
      headers: headers,
      body: buffer
    )
    let page = Page(response)
    state.withLock { state in
      for cookie in page.headers[values: .setCookie] {
        let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        guard let name = pair.first.map(String.init) else { continue }
        let value = pair.count > 1 ? String(pair[1]) : ""
        state.cookies[name] = value.isEmpty ? nil : value
      }
      state.last = page
      if let token = page.hidden("csrf") { state.csrf = token }
    }
    return page
  }
}
