/// The pages of this part of the service.
enum ResidentRoutes {
  static let all: [Route] = []
}
