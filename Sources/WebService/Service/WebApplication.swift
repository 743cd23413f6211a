import HummingbirdCore
package import Hummingbird
import Glibc
import HTTPTypes
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL

/// The service as an application of the framework; the same for the program and its tests.
package enum WebApplication {
  /// Builds it.
  ///
  /// - Throws: Where the certificate or its key can't be used.
  package static func build(
    _ service: Service,
    onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) throws -> Application<RouterResponder<VisitContext>> {
    let settings = service.settings
    return Application(
      router: router(service),
      server: try server(settings),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        serverName: nil
      ),
      onServerRunning: onServerRunning,
      logger: service.logger
    )
  }

  /// Every route, and what answers where there is none.
  static func router(_ service: Service) -> Router<VisitContext> {
    let router = Router(context: VisitContext.self)
    router.add(middleware: LastResort(service: service, methods: AllowedMethods(RouteTable.all)))
    for route in RouteTable.all {
      for path in route.paths {
        let responder = RouteResponder(service: service, route: route, pattern: path)
        router.on(RouterPath(path), method: route.method, responder: responder)
        if route.method == .get {
          router.on(RouterPath(path), method: .head, responder: responder)
        }
      }
    }
    return router
  }

  private static func server(_ settings: ServiceSettings) throws -> HTTPServerBuilder {
    // Whoever is silent, or takes too long to ask, is let go of: slow senders hold no place for ever.
    let limit = TimeAmount.seconds(Int64(settings.requestSeconds))
    let plain = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [SlowRequests(within: limit)],
        idleTimeout: limit,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 * 1024,
          maxHeaderListSize: 32 * 1024,
          maxHeaderFieldCount: 100
        )
      )
    )
    guard let certificate = settings.certificate, let key = settings.certificateKey else {
      return plain
    }
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
    )
    tls.minimumTLSVersion = .tlsv12
    return try .tls(plain, tlsConfiguration: tls)
  }
}

/// What the framework keeps of one request.
package struct VisitContext: RequestContext {
  /// The framework's part.
  package var coreContext: CoreRequestContextStorage
  /// The network address of whoever is connected; `nil` in tests without a socket.
  let peer: String?

  /// Takes the address from the connection.
  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }
}

/// Another program listens at the address.
package struct AddressTaken: Error {}

extension WebApplication {
  /// Runs the service until the process is told to stop; requests at hand are answered to the end.
  ///
  /// - Parameters:
  ///   - service: The service.
  ///   - onReady: Called with the port once it listens.
  /// - Throws: `AddressTaken`, or where the certificate can't be used.
  package static func run(
    _ service: Service,
    onReady: @escaping @Sendable (Int) -> Void
  ) async throws {
    var application = try build(service) { channel in
      onReady(channel.localAddress?.port ?? service.settings.port)
    }
    let destroyed = DestroyedAccounts(service)
    try await destroyed.catchUp()
    application.addServices(Housekeeping(service), destroyed)
    do { try await application.runService() } catch let error as IOError
      where error.errnoCode == EADDRINUSE
    {
      throw AddressTaken()
    }
  }
}
