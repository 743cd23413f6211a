import HTTPTypes
import Hummingbird
import NIOCore

/// Turns a reply into what the framework sends.
struct ReplyWriter {
  private let settings: ServiceSettings

  init(_ settings: ServiceSettings) { self.settings = settings }

  func response(_ reply: Reply, to request: Request) -> Response {
    var headers = reply.headers
    SecurityHeaders.add(to: &headers, isSecure: settings.isSecure, isPublic: reply.isPublic)
    for cookie in reply.cookies {
      headers.append(
        HTTPField(name: .setCookie, value: cookie.header(isSecure: settings.isSecure))
      )
    }
    if let tag = headers[.eTag], reply.status == .ok,
      let known = request.headers[.ifNoneMatch],
      known == "*" || known.split(separator: ",").contains(where: { trimmed($0) == tag })
    {
      return Response(status: .notModified, headers: headers)
    }
    var buffer = ByteBuffer()
    switch reply.body {
    case .empty: break
    case .text(let text, let type):
      buffer.writeString(text)
      headers[.contentType] = type
    case .bytes(let bytes, let type):
      buffer.writeBytes(bytes)
      headers[.contentType] = type
    }
    headers[.contentLength] = String(buffer.readableBytes)
    return Response(
      status: reply.status,
      headers: headers,
      body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: buffer)
    )
  }

  private func trimmed(_ text: Substring) -> Substring {
    text.drop { $0 == " " }
  }
}
