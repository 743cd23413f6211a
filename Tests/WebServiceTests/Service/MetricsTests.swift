import HTTPTypes
import Testing
import WebService

/// Who may see the service's counts.
struct MetricsTests {
  private func ask(_ settings: @Sendable (inout ServiceSettings) -> Void, _ headers: HTTPFields)
    async throws -> Int
  {
    try await ServiceFixture(settings).open { door in
      try await door.browser().get("/metrics", headers: headers).status
    }
  }

  @Test func `without a token this machine sees them`() async throws {
    #expect(try await ask({ _ in }, [:]) == 200)
    // Over a connection of our own TLS nobody stands between.
    #expect(try await ask({ $0.certificate = "x" }, [:]) == 200)
  }

  @Test(arguments: ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "x-forwarded-proto"])
  func `who comes by a proxy is not this machine`(header: String) async throws {
    let name = try #require(HTTPField.Name(header))
    #expect(try await ask({ _ in }, [name: "127.0.0.1"]) == 404)
  }

  @Test func `where a proxy stands in front nobody is this machine`() async throws {
    #expect(try await ask({ $0.trustedProxies = 1 }, [:]) == 404)
    #expect(try await ask({ $0.publicURL = "https://anju.example" }, [:]) == 404)
    let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
    #expect(try await ask({ $0.trustedProxies = 1 }, [forwarded: "127.0.0.1"]) == 404)
  }

  @Test func `where there is a token it alone counts`() async throws {
    let token = "a token of the tests only"
    let named: HTTPFields = [.authorization: "Bearer \(token)"]
    let proxied: @Sendable (inout ServiceSettings) -> Void = {
      $0.metricsToken = token
      $0.trustedProxies = 1
    }
    #expect(try await ask(proxied, named) == 200)
    #expect(try await ask(proxied, [.authorization: "Bearer x"]) == 401)
    #expect(try await ask({ $0.metricsToken = token }, [:]) == 401)
  }
}
