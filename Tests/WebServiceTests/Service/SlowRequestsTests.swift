import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import WebService

/// Requests that come in a byte at a time, by a clock that is set by hand.
struct SlowRequestsTests {
  private let channel: EmbeddedChannel
  private let form = HTTPRequestPart.head(
    HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/zh/sign-in")
  )
  private let byte = HTTPRequestPart.body(ByteBuffer(string: "a"))

  init() throws {
    channel = EmbeddedChannel(handler: SlowRequests(within: .seconds(60)))
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
  }

  private func read(_ part: HTTPRequestPart) throws { _ = try channel.writeInbound(part) }

  private func pass(_ seconds: Int64) {
    channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
  }

  @Test func `a body that trickles in is told so at the limit, and cut`() throws {
    try read(form)
    for _ in 0..<59 {
      pass(1)
      try read(byte)
      #expect(channel.isActive)
    }
    pass(1)
    #expect(!channel.isActive)
    guard case .head(let answer)? = try channel.readOutbound(as: HTTPResponsePart.self) else {
      Issue.record("nothing is answered")
      return
    }
    #expect(answer.status == .requestTimeout && answer.headerFields[.connection] == "close")
  }

  @Test func `a request that came in whole may take its time to be answered`() throws {
    try read(form)
    pass(30)
    try read(byte)
    try read(.end(nil))
    pass(3_600)
    #expect(channel.isActive)
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    // The next on the connection has all of the time again.
    try read(form)
    pass(59)
    #expect(channel.isActive)
    pass(1)
    #expect(!channel.isActive)
  }

  @Test func `an answer that has begun is not mixed with another`() throws {
    try read(form)
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
    pass(60)
    #expect(!channel.isActive)
    var answers: [HTTPResponse.Status] = []
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let answer) = part { answers.append(answer.status) }
    }
    #expect(answers == [.contentTooLarge])
  }
}
