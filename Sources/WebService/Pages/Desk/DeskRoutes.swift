/// The pages of this part of the service.
enum DeskRoutes {
  static let all: [Route] = []
}
