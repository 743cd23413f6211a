import HTTPTypes

/// The headers that every answer has.
enum SecurityHeaders {
  private static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'
    """

  /// Adds them, without taking the place of one that the handler set.
  static func add(to headers: inout HTTPFields, isSecure: Bool, isPublic: Bool) {
    func set(_ name: HTTPField.Name, _ value: String) {
      if headers[name] == nil { headers[name] = value }
    }
    set(.contentSecurityPolicy, policy)
    set(.xContentTypeOptions, "nosniff")
    set(.known("Referrer-Policy"), "same-origin")
    set(.known("X-Frame-Options"), "DENY")
    set(.known("Cross-Origin-Opener-Policy"), "same-origin")
    set(.known("Cross-Origin-Resource-Policy"), "same-origin")
    set(
      .known("Permissions-Policy"),
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"
    )
    set(.cacheControl, isPublic ? "public, max-age=60" : "no-store")
    if isSecure {
      set(.strictTransportSecurity, "max-age=63072000; includeSubDomains")
    }
  }
}
