import Accounts
import Registry
import Crypto
import ExpressionLanguage
import HTTPTypes

/// What browsers and the machines that run the service ask for beside pages.
enum OperationsRoutes {
  static let all: [Route] = [
    .operations("/", root),
    .operations("/assets/{name}", asset),
    .operations("/health/live") { _ in .plain("alive\n") },
    .operations("/health/ready", ready),
    .operations("/metrics", metrics),
    .operations("/robots.txt") { _ in
      .plain("User-agent: *\nDisallow: /api/\nDisallow: /zh/me\nDisallow: /en/me\n")
    },
  ]

  /// To the pages in the language that the browser asks for first.
  private static let root: Route.Handler = { visit in
    var reply = Reply.redirect(to: "/\(visit.language.rawValue)")
    reply.headers[.vary] = "Accept-Language"
    return reply
  }

  private static let asset: Route.Handler = { visit in
    guard let asset = Asset.named(try visit.parameter("name")) else { throw Fault.notFound }
    let isVersioned = visit.query["v"] == asset.version
    return Reply(
      .ok,
      .text(asset.text, type: asset.type),
      headers: [
        .cacheControl: isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=60",
        .eTag: "\"\(asset.version)\"",
      ],
      isPublic: true
    )
  }

  /// Whether it can answer: the measures of today are read, the journal and the accounts answer.
  private static let ready: Route.Handler = { visit in
    _ = try visit.office.law(on: visit.office.today)
    _ = try await visit.office.card("ready")
    _ = try await visit.service.accounts.securityEvents(after: .max, limit: 1)
    return .plain("ready\n")
  }

  /// What proxies add; whoever comes by one is not known to be on this machine.
  private static let ofProxies = [
    "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP",
    "True-Client-IP", "CF-Connecting-IP",
  ]

  /// Whether it is this machine that asks, and nobody who comes by a proxy on it.
  private static func isThisMachine(_ visit: Visit) -> Bool {
    let settings = visit.service.settings
    // With a public address and no certificate of its own a proxy stands in front.
    let isBehindProxy =
      settings.trustedProxies > 0 || settings.isSecure && settings.certificate == nil
    return !isBehindProxy && ofProxies.allSatisfy { visit.headers[.known($0)] == nil }
      && ["127.0.0.1", "::1", "local"].contains(visit.address)
  }

  /// The counts, for whoever has the token, or asks from this machine where there is none.
  private static let metrics: Route.Handler = { visit in
    if let token = visit.service.settings.metricsToken {
      let sent = visit.headers[.authorization] ?? ""
      guard CrossSite.isSame(sent, "Bearer \(token)") else { throw Fault.signInNeeded }
    } else {
      guard isThisMachine(visit) else { throw Fault.notFound }
    }
    return Reply(
      .ok,
      .text(visit.service.metrics.text, type: "text/plain; version=0.0.4; charset=utf-8")
    )
  }
}

extension Reply {
  fileprivate static func plain(_ text: String) -> Reply {
    Reply(.ok, .text(text, type: "text/plain; charset=utf-8"))
  }
}
