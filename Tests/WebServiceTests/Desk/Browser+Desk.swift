import Foundation
import WebService

extension Browser {
  /// Sends the fields of a form with the token of the page that it shows.
  func post(_ path: String, _ form: Form) async throws -> Page {
    var fields = form.fields
    if !fields.contains(where: { $0.name == "csrf" }), let token = page?.hidden("csrf") {
      fields.append((name: "csrf", value: token))
    }
    return try await send(path, fields)
  }
}
