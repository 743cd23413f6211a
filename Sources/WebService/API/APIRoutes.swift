/// The answers of the API.
enum APIRoutes {
  static let all: [Route] = []
}
