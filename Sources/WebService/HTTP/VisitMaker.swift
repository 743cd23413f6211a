import Registry
import Accounts
import Casework
import Crypto
import ExpressionLanguage
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes a visit of a request, and turns away whoever may not come to the route.
struct VisitMaker {
  private let service: Service
  private let route: Route
  private let language: Language

  init(_ service: Service, _ route: Route, _ language: Language) {
    self.service = service
    self.route = route
    self.language = language
  }

  /// The language of a path, or that which the browser asks for first.
  static func language(of path: String, _ request: Request) -> Language {
    if path.hasPrefix("/en/") || path == "/en" { return .english }
    if path.hasPrefix("/zh/") || path == "/zh" { return .chinese }
    let wanted = request.headers[.acceptLanguage] ?? ""
    for part in wanted.split(separator: ",") {
      let tag = part.drop { $0 == " " }.lowercased()
      if tag.hasPrefix("zh") { return .chinese }
      if tag.hasPrefix("en") { return .english }
    }
    return .chinese
  }

  /// The visit.
  ///
  /// - Throws: `Fault`, the first of its guards that holds.
  func visit(_ request: Request, _ context: VisitContext) async throws -> Visit {
    let settings = service.settings
    let origin = try self.origin(request)
    let address = Self.clientAddress(request.headers, context.peer, settings)
    let now = service.office.now.milliseconds
    if route.kind != .operations,
      let wait = service.limits.wait(
        for: NetworkAddress(address),
        limit: settings.requestsPerMinute,
        at: now
      )
    {
      throw Fault.tooMany(wait: wait)
    }
    let body = try await body(of: request)
    guard let query = Form(urlEncoded: (request.uri.query ?? "").utf8) else {
      throw Fault.malformed(Bilingual("the query can't be read", "地址中的查询部分无法读取"))
    }
    let form = try self.form(body, request.headers)
    let cookies = request.headers[values: .cookie].joined(separator: "; ")
    let session = try await openSession(cookies, request.headers)
    let grant = try await grant(request.headers)
    // Only pages have forms before anybody has signed in.
    let isGuest = route.kind == .page && session == nil
    let guest = isGuest ? guestSecret(cookies) : nil
    let newGuest = isGuest && guest == nil ? GuestCookie.random() : nil
    let token =
      session?.makeCSRFToken() ?? (guest ?? newGuest).map {
        CrossSite.token(secret: Array($0.utf8), key: service.sealKey)
      } ?? ""
    do throws(Fault) {
      try admit(session, grant)
      try checkOrigin(of: request, form, origin, session, token)
    } catch {
      if error == .notAllowed || error == .forged {
        RefusalLog.note(Problem(of: error).id, session?.account, route, service)
      }
      throw error
    }
    return Visit(
      service: service,
      route: route,
      method: request.method,
      language: language,
      path: path(of: request),
      parameters: parameters(context),
      query: query,
      form: form,
      body: body,
      headers: request.headers,
      address: address,
      origin: origin,
      session: session,
      grant: grant,
      csrf: token,
      flash: try await flash(session, cookies, request),
      cookies: cookies,
      newGuest: newGuest
    )
  }

  /// Whether what changes something came from this service's own pages.
  private func checkOrigin(
    of request: Request,
    _ form: Form,
    _ origin: String,
    _ session: Session?,
    _ token: String
  ) throws(Fault) {
    // A program that names itself in a header of its own can't be made to by another site.
    let isAmbient = route.kind == .page || bearer(request.headers) == nil
    guard route.method != .get, isAmbient, route.kind == .page || session != nil else { return }
    guard CrossSite.isOwn(request.headers, origin: origin) else { throw .forged }
    let sent = form["csrf"] ?? request.headers[.known("X-CSRF-Token")] ?? ""
    guard session?.accepts(csrf: sent) ?? CrossSite.isSame(sent, token) else { throw .forged }
  }

  // MARK: Parts of the request

  /// The scheme and host by which the browser came; another than the service's own is refused, so
  /// that no link is ever made to a host that a request names.
  private func origin(_ request: Request) throws(Fault) -> String {
    let settings = service.settings
    let host = request.head.authority ?? request.headers[.known("Host")] ?? ""
    let scheme = settings.certificate == nil ? "http" : "https"
    guard settings.publicURL.isEmpty else {
      // Whoever watches the machine asks it by its own address.
      let named = settings.publicURL.split(separator: "/").last.map(String.init) ?? ""
      if route.kind == .operations || host == named { return settings.publicURL }
      throw .misdirected
    }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    let own = ["127.0.0.1", "localhost", "[::1]", settings.host]
    guard own.contains(String(name)) else { throw .misdirected }
    return "\(scheme)://\(host)"
  }

  private func body(of request: Request) async throws -> [UInt8] {
    guard route.method != .get else { return [] }
    if let length = request.headers[.contentLength].flatMap(Int.init), length > route.bodyLimit {
      throw Fault.tooLarge
    }
    do {
      return Array(buffer: try await request.body.collect(upTo: route.bodyLimit))
    } catch is NIOTooManyBytesError {
      throw Fault.tooLarge
    } catch is CancellationError {
      throw Fault.unavailable
    } catch {
      // An encoding that nobody knows, or a sender who went away in the middle.
      throw Fault.malformed(Bilingual("the body can't be read", "请求内容无法读取"))
    }
  }

  private func form(_ body: [UInt8], _ headers: HTTPFields) throws -> Form {
    guard route.kind == .page, route.method != .get else { return Form() }
    let type = (headers[.contentType] ?? "").split(separator: ";").first ?? ""
    guard type.lowercased() == "application/x-www-form-urlencoded" else { throw Fault.wrongType }
    guard let form = Form(urlEncoded: body) else {
      throw Fault.malformed(Bilingual("the form can't be read", "表单无法读取"))
    }
    return form
  }

  private func path(of request: Request) -> String {
    let path = request.uri.path
    guard route.kind == .page else { return path }
    let rest = String(path.dropFirst(3))
    return rest
  }

  private func parameters(_ context: VisitContext) -> [String: String] {
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters {
      parameters[String(name)] = String(value)
    }
    return parameters
  }

  /// The address that the nearest trusted proxy names, or the peer's own.
  static func clientAddress(
    _ headers: HTTPFields,
    _ peer: String?,
    _ settings: ServiceSettings
  ) -> String {
    let trusted = settings.trustedProxies
    guard trusted > 0 else { return peer ?? "local" }
    let hops = headers[values: .forwardedFor].joined(separator: ",").split(separator: ",")
    guard hops.count >= trusted else { return peer ?? "local" }
    return String(hops[hops.count - trusted].drop { $0 == " " })
  }

  // MARK: Who asks

  private func openSession(_ cookies: String, _ headers: HTTPFields) async throws -> Session? {
    let fromCookie = Cookie.value(
      of: SessionCookie.name,
      in: cookies,
      isSecure: service.settings.isSecure
    )
    let text = route.kind == .api ? bearer(headers) ?? fromCookie : fromCookie
    guard let token = text.flatMap(SessionToken.init) else { return nil }
    let session = try await service.accounts.session(token)
    return session?.account == nil ? nil : session
  }

  /// The last page's word for this one, which is shown once.
  private func flash(
    _ session: Session?,
    _ cookies: String,
    _ request: Request
  ) async throws -> String? {
    guard route.kind == .page, request.method == .get, session?.flash != nil,
      let token = Cookie.value(
        of: SessionCookie.name,
        in: cookies,
        isSecure: service.settings.isSecure
      ).flatMap(SessionToken.init)
    else { return nil }
    return try await service.accounts.takeFlash(in: token)
  }

  private func grant(_ headers: HTTPFields) async throws -> AccessGrant? {
    guard case .client = route.audience, let token = bearer(headers) else { return nil }
    return try await service.accounts.grant(accessToken: token)
  }

  private func bearer(_ headers: HTTPFields) -> String? {
    guard let value = headers[.authorization], value.hasPrefix("Bearer ") else { return nil }
    return String(value.dropFirst(7))
  }

  private func guestSecret(_ cookies: String) -> String? {
    let value = Cookie.value(
      of: GuestCookie.name,
      in: cookies,
      isSecure: service.settings.isSecure
    )
    return value.flatMap { $0.utf8.count == 32 ? $0 : nil }
  }

  private func admit(_ session: Session?, _ grant: AccessGrant?) throws(Fault) {
    if case .client(let scope) = route.audience {
      guard let grant else { throw .signInNeeded }
      guard scope.isEmpty || grant.scopes.contains(scope) else { throw .notAllowed }
      return
    }
    guard let admitted = route.audience.admitted else { return }
    guard let session, let account = session.account else { throw .signInNeeded }
    guard admitted.contains(account.role) else { throw .notAllowed }
    switch session.standing {
    case .signedIn: return
    case .anonymous: throw .signInNeeded
    case .awaitingSecondFactor, .awaitingEnrolment:
      let mayCome = route.path.hasPrefix("/account/second-factor") || route.path == "/sign-out"
      if !mayCome { throw .secondFactorNeeded }
    }
  }
}
