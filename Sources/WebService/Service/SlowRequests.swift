import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Cuts off a request that takes too long to come in, however steadily its bytes trickle.
///
/// The framework lets go of a connection that is silent, which also ends a head that never
/// completes; a body that sends a byte now and then would hold its place for ever.
final class SlowRequests: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private var isReading = false
  private var end: Scheduled<Void>?
  /// How many requests have begun to come in and are not answered to the end.
  private var unanswered = 0
  private var isAnswering = false

  /// Lets a request take so long, from its head to its end.
  init(within limit: TimeAmount) { self.limit = limit }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      isReading = true
      unanswered += 1
    case .body: break
    case .end: stop()
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Most requests are whole in one reading, and cost no clock.
    if isReading, end == nil {
      end = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { self.cut(context) }
    }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head: isAnswering = true
    case .body: break
    case .end:
      isAnswering = false
      unanswered -= 1
    }
    context.write(data, promise: promise)
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  private func stop() {
    isReading = false
    end?.cancel()
    end = nil
  }

  /// Says why, where that does not fall into another answer, and hangs up.
  private func cut(_ context: ChannelHandlerContext) {
    stop()
    if unanswered == 1, !isAnswering {
      let answer = HTTPResponse(
        status: .requestTimeout,
        headerFields: [.connection: "close", .contentLength: "0"]
      )
      context.write(wrapOutboundOut(.head(answer)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.close(promise: nil)
  }
}
