/// The pages for everybody.
enum PublicRoutes {
  static let all: [Route] = [
    .page("", for: .everyone, HomePage.show)
  ]
}
