import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Registry

/// Answers the visits to one route: guards, handler, reply, headers, log.
struct RouteResponder: HTTPResponder {
  let service: Service
  let route: Route
  /// The path under which it was registered, with its language.
  let pattern: String
  /// What its answers are counted under.
  private let name: String

  init(service: Service, route: Route, pattern: String) {
    self.service = service
    self.route = route
    self.pattern = pattern
    name = "\(route.method.rawValue) \(route.path)"
  }

  func respond(to request: Request, context: VisitContext) async throws -> Response {
    let started = ContinuousClock.now
    let language = VisitMaker.language(of: pattern, request)
    var reply: Reply
    do {
      let visit = try await VisitMaker(service, route, language).visit(request, context)
      do {
        reply = try await route.handler(visit)
      } catch {
        reply = FaultReply.reply(to: error, visit)
      }
      reply = GuestCookie.added(to: reply, visit)
    } catch {
      reply = FaultReply.reply(to: error, route.kind, language, request.uri.path, service)
    }
    let response = ReplyWriter(service.settings).response(reply, to: request)
    service.metrics.count(
      route: name,
      status: response.status.code,
      took: started.duration(to: .now)
    )
    return response
  }
}

/// Answers where there is no route, and keeps every error in the shape of the others.
struct LastResort: RouterMiddleware {
  let service: Service
  let methods: AllowedMethods

  func handle(
    _ request: Request,
    context: VisitContext,
    next: @concurrent (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      // Addresses that are none count as well.
      let wait = service.limits.wait(
        for: NetworkAddress(
          VisitMaker.clientAddress(request.headers, context.peer, service.settings)
        ),
        limit: service.settings.requestsPerMinute,
        at: service.office.now.milliseconds
      )
      let path = request.uri.path
      let fault: any Error =
        if let wait {
          Fault.tooMany(wait: wait)
        } else if error is any HTTPResponseError {
          nowhere(path)
        } else {
          error
        }
      let kind: Route.Kind = path.hasPrefix("/api/") ? .api : .page
      let language = VisitMaker.language(of: path, request)
      let reply = FaultReply.reply(to: fault, kind, language, path, service)
      service.metrics.count(route: "none", status: reply.status.code, took: .zero)
      return ReplyWriter(service.settings).response(reply, to: request)
    }
  }

  /// The framework finds no route: none is there, or it takes another method.
  private func nowhere(_ path: String) -> Fault {
    let allowed = methods.at(path)
    return allowed.isEmpty ? .notFound : .wrongMethod(allowed: allowed)
  }
}
