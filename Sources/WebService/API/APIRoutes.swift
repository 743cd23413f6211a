import HTTPTypes
import ExpressionLanguage

/// The answers of the API, its description, and the page that shows it.
enum APIRoutes {
  static let all: [Route] =
    APIOperation.all.map(\.route) + [
      .api(.get, "/api/openapi.json", for: .everyone) { visit in
        let text = OpenAPI.document(
          server: visit.origin,
          version: visit.service.settings.version
        )
        var reply = Reply(.ok, .text(text, type: "application/json"), isPublic: true)
        reply.headers[.vary] = "Host"
        return reply
      },
      .page("/api", for: .everyone, APIPage.show),
    ]
}
