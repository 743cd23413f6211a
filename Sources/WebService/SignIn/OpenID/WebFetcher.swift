import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// Asks over the network: follows no redirect, waits a few seconds, reads a few kilobytes.
struct WebFetcher: WebFetching {
  /// Nothing came in time.
  struct Late: Error {}

  private static let mostBytes = 256 * 1_024
  private static let patience: Duration = .seconds(8)

  /// Kept for the life of the process; it opens a connection only when something is asked.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(3), read: .seconds(5))
    )
    configuration.httpVersion = .http1Only
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    configuration.tlsConfiguration = tls
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  func fetch(_ request: WebRequest) async throws -> WebAnswer {
    try await withThrowingTaskGroup(of: WebAnswer.self) { group in
      group.addTask { try await Self.ask(request) }
      // The client's own limits let an answer through that comes drop by drop.
      group.addTask {
        try await Task.sleep(for: Self.patience)
        throw Late()
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() else { throw Late() }
      return answer
    }
  }

  private static func ask(_ request: WebRequest) async throws -> WebAnswer {
    var question = HTTPClientRequest(url: request.url)
    question.headers.add(name: "Accept", value: "application/json")
    for header in request.headers { question.headers.add(name: header.name, value: header.value) }
    if let form = request.form {
      question.method = .POST
      question.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      question.body = .bytes(ByteBuffer(string: form.urlEncoded))
    }
    let answer = try await client.execute(question, timeout: .seconds(8))
    let body = try await answer.body.collect(upTo: mostBytes)
    return WebAnswer(status: Int(answer.status.code), body: Array(buffer: body))
  }
}
