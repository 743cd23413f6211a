import WebService

extension Browser {
  /// Sends the fields of a form with the token of the page that it shows.
  func post(_ path: String, _ form: Form) async throws -> Page {
    try await send(path, form: form.fields.map { ($0.name, $0.value) })
  }
}
