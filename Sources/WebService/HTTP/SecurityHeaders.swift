import HTTPTypes

/// The headers that every answer has.
enum SecurityHeaders {
  private static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'
    """

  private static let all: HTTPFields = [
    .contentSecurityPolicy: policy,
    .xContentTypeOptions: "nosniff",
    .known("Referrer-Policy"): "same-origin",
    .known("X-Frame-Options"): "DENY",
    .known("Cross-Origin-Opener-Policy"): "same-origin",
    .known("Cross-Origin-Resource-Policy"): "same-origin",
    .known("Permissions-Policy"):
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
  ]
  private static let forOne = all.with(.cacheControl, "no-store")
  private static let forEverybody = all.with(.cacheControl, "public, max-age=60")

  /// Adds them, without taking the place of one that the handler set.
  static func add(to headers: inout HTTPFields, isSecure: Bool, isPublic: Bool) {
    let own = headers
    headers = isPublic ? forEverybody : forOne
    if isSecure { headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
    for field in own { headers[field.name] = nil }
    headers.append(contentsOf: own)
  }
}

extension HTTPFields {
  fileprivate func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
    var fields = self
    fields[name] = value
    return fields
  }
}
