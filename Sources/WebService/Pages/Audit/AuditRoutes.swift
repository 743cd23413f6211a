/// The pages of this part of the service.
enum AuditRoutes {
  static let all: [Route] = []
}
