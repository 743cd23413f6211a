import Hummingbird
import Logging

/// A service of the same framework that does nothing: what is left is the framework's own share.
struct EmptyService {
  let port: Int

  func run() async throws {
    let router = Router()
    router.get("empty") { _, _ in HTTPResponse.Status.ok }
    router.post("empty") { _, _ in HTTPResponse.Status.ok }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
      logger: Logger(label: "empty")
    )
    try await application.runService()
  }
}
