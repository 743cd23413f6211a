/// One thing about the service that can be set: in the configuration file, by the environment, or
/// by a flag; the flag goes before the environment, and that before the file.
///
/// `anju serve --help` and the guide list these, so a setting is described here and nowhere else.
struct ServeSetting: Sendable {
  /// The name in the file, such as `public url`; the variable is
  /// `ANJU_PUBLIC_URL`.
  let name: String
  /// What it sets, in one line.
  let meaning: String
  /// What it is where nothing is told; empty for nothing.
  let otherwise: String

  private init(_ name: String, _ meaning: String, otherwise: String = "") {
    self.name = name
    self.meaning = meaning
    self.otherwise = otherwise
  }

  /// The environment variable.
  var variable: String {
    "ANJU_" + name.uppercased().map { $0 == " " ? "_" : String($0) }.joined()
  }

  /// All of them, in the order in which they are listed.
  static let all: [ServeSetting] = [
    .init(
      "folder",
      "the folder of the journal, the accounts and the permits' keys",
      otherwise: "."
    ),
    .init("host", "the address to listen at", otherwise: "127.0.0.1"),
    .init("port", "the port; 0 for any that is free", otherwise: "8080"),
    .init(
      "public url",
      "the address by which browsers reach it: scheme and host, such as https://anju.example"
    ),
    .init("certificate", "the certificate chain, a PEM file; without it, plain HTTP"),
    .init("certificate key", "the certificate's key, a PEM file"),
    .init("master key file", "the file with the journal's master key (or ANJU_MASTER_KEY itself)"),
    .init("service key file", "the file with the service's key (or ANJU_SERVICE_KEY itself)"),
    .init("policies", "a folder of measures in place of those that are built in"),
    .init("jurisdiction", "whose measures", otherwise: "xiongan"),
    .init("office names", "a file that names the offices: lines code: 中文|English"),
    .init("trusted proxies", "how many proxies in front add to X-Forwarded-For", otherwise: "0"),
    .init("requests per minute", "what one network address may ask for", otherwise: "600"),
    .init("request seconds", "how long a request may take to come in", otherwise: "60"),
    .init("passwords at once", "how many are hashed at a time; each takes 128 MB", otherwise: "1"),
    .init("breached passwords", "a file of leaked passwords: SHA-1:count, sorted"),
    .init("resident idle minutes", "when a resident's unused session ends", otherwise: "30"),
    .init("staff idle minutes", "when an unused session of the office ends", otherwise: "15"),
    .init("openid issuer", "a provider of OpenID Connect by which people may sign in"),
    .init("openid client", "this service's name at the provider"),
    .init("openid secret file", "the file with this service's secret at the provider"),
    .init("openid name", "what the button calls the provider, 中文|English"),
    .init("metrics token file", "the file with the token that /metrics asks for"),
    .init("log level", "trace, debug, info, notice, warning, error", otherwise: "info"),
    .init("log format", "text or json", otherwise: "text"),
  ]
}

extension ServeSetting {
  /// The list as `--help` shows it.
  static var list: String {
    all.map { setting in
      let otherwise = setting.otherwise.isEmpty ? "" : " [\(setting.otherwise)]"
      return "\(setting.name): \(setting.meaning)\(otherwise)"
    }.joined(separator: "\n")
  }
}
