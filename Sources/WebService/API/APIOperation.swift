import ExpressionLanguage
import HTTPTypes

/// One operation of the API: what it does, and how the description tells it, in one place, so that
/// nothing is answered that is not described.
struct APIOperation: Sendable {
  /// A parameter of the path, the query or a header.
  struct Parameter: Sendable {
    enum Place: String { case path, query, header }

    var name: String
    var place: Place
    var isRequired = false
    var words: Bilingual
    var schema: APIValue
  }

  /// What a success answers.
  struct Success: Sendable {
    var status: HTTPResponse.Status = .ok
    var words: Bilingual
    var schema: APIValue
    var type = "application/json"
  }

  let id: String
  let method: HTTPRequest.Method
  let path: String
  let audience: Audience
  let words: Bilingual
  var parameters: [Parameter] = []
  /// The schema of the body, if one is sent.
  var body: APIValue?
  var bodyType = "application/json"
  /// What a refusal means here, by status, where that is more than what it means everywhere.
  var reasons: [Int: Bilingual] = [:]
  let success: Success
  let handler: Route.Handler

  /// The operation as a route.
  var route: Route { .api(method, path, for: audience, handler) }

  /// Where several of the same are told together.
  var group: String {
    switch audience {
    case .everyone: "everybody"
    case .client: "agencies"
    case .signedIn, .roles, .allowed: "signed in"
    }
  }

  /// Every operation.
  static let all: [APIOperation] =
    MeasureOperations.all + CheckOperations.all + SessionOperations.all + FileOperations.all
    + WorkOperations.all + StatisticsOperations.all + AgencyOperations.all
}
