/// How the service is run; read from a file, the environment and flags by `anju serve`.
package struct ServiceSettings: Sendable {
  /// The address to listen at.
  package var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  package var port = 8080
  /// The address by which browsers reach it, such as `https://anju.example`, without a slash at the
  /// end; where empty, `http://host:port`.
  package var publicURL = ""
  /// Files of the certificate chain and its key, both PEM; without them it speaks plain HTTP, for
  /// this machine or behind a proxy.
  package var certificate: String?
  /// The key of the certificate.
  package var certificateKey: String?
  /// Whether all people and numbers are made up, and default secrets may be used.
  package var isDemo = false
  /// How many proxies in front of it are trusted to add to `X-Forwarded-For`.
  package var trustedProxies = 0
  /// The seconds without a visit after which a resident's session ends, as pages tell it.
  package var residentIdle = 30 * 60
  /// The seconds after which a resident's session ends in any case, as pages tell it.
  package var residentAbsolute = 12 * 3_600
  /// Requests that one network address may send in a minute.
  package var requestsPerMinute = 600
  /// The seconds within which a request must come in, and after which a silent connection is closed.
  package var requestSeconds = 60
  /// What the offices are called on pages.
  package var offices: OfficeNames = [:]
  /// The provider of OpenID Connect, where people may sign in by one.
  package var openID: OpenIDSettings?
  /// A token that `/metrics` asks for; without one only this machine may ask.
  package var metricsToken: String?
  /// The made-up people of a demo, who stand on its page of sign-in; nobody otherwise.
  package var demoPeople: [DemoPersonCard] = []
  /// What follows the program's name in the foot of pages.
  package var version = "dev"

  /// Settings as they are where nothing is told.
  package init() {}

  /// Whether browsers reach it over TLS.
  package var isSecure: Bool { publicURL.hasPrefix("https://") || certificate != nil }

  /// The address to open in a browser on this machine, or the public one.
  package func address(port: Int) -> String {
    if !publicURL.isEmpty { return publicURL }
    return "\(certificate == nil ? "http" : "https")://\(host):\(port)"
  }
}

/// Somebody made up, as whom anybody may sign in to a demo.
package struct DemoPersonCard: Codable, Hashable, Sendable {
  /// The sign-in name.
  package var name: String
  /// The password.
  package var password: String
  /// Who they are, in Chinese.
  package var chinese: String
  /// Who they are, in English.
  package var english: String
  /// The role.
  package var role: String
  /// The secret of the authenticator, in base 32; `nil` where there is none.
  package var secondFactor: String?

  /// Somebody.
  package init(
    name: String,
    password: String,
    chinese: String,
    english: String,
    role: String,
    secondFactor: String? = nil
  ) {
    self.name = name
    self.password = password
    self.chinese = chinese
    self.english = english
    self.role = role
    self.secondFactor = secondFactor
  }
}

/// A provider of OpenID Connect.
package struct OpenIDSettings: Sendable {
  /// The issuer's address; its metadata are at `/.well-known/openid-configuration`.
  package var issuer: String
  /// The name of this service at the provider.
  package var client: String
  /// The secret of this service at the provider.
  package var secret: String?
  /// What the button calls the provider, in both languages.
  package var nameEnglish: String
  /// The Chinese name.
  package var nameChinese: String

  /// A provider.
  package init(
    issuer: String,
    client: String,
    secret: String? = nil,
    nameEnglish: String,
    nameChinese: String
  ) {
    self.issuer = issuer
    self.client = client
    self.secret = secret
    self.nameEnglish = nameEnglish
    self.nameChinese = nameChinese
  }
}
