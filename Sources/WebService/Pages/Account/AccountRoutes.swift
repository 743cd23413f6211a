/// The pages of this part of the service.
enum AccountRoutes {
  static let all: [Route] = []
}
