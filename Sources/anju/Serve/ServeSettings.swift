import Accounts
import Foundation
import WebService

/// What the configuration says, as the rooms below take it.
enum ServeSettings {
  /// The settings of the web service.
  ///
  /// - Throws: `BadInput` for what makes no sense, or is not safe outside a demo.
  static func read(_ configuration: ServeConfiguration, isDemo: Bool) throws -> ServiceSettings {
    var settings = ServiceSettings()
    settings.isDemo = isDemo
    settings.version = Engine.version
    settings.host = configuration["host"] ?? settings.host
    settings.port = try configuration.number("port", 0...65_535)
    settings.publicURL = try PublicAddress.read(configuration["public url"])
    settings.certificate = configuration["certificate"]
    settings.certificateKey = configuration["certificate key"]
    settings.trustedProxies = try configuration.number("trusted proxies", 0...8)
    settings.requestsPerMinute = try configuration.number("requests per minute", 1...1_000_000)
    settings.requestSeconds = try configuration.number("request seconds", 1...600)
    let limits = try accounts(configuration, isDemo: isDemo).limits.residents
    settings.residentIdle = Int(limits.idle / 1_000)
    settings.residentAbsolute = Int(limits.absolute / 1_000)
    settings.offices =
      try configuration["office names"].map(OfficeNameFile.read)
      ?? (isDemo ? DemoStaff.offices : [:])
    settings.metricsToken = try secret(configuration["metrics token file"])
    settings.openID = try openID(configuration)
    try check(settings)
    return settings
  }

  /// How the accounts are kept.
  static func accounts(
    _ configuration: ServeConfiguration,
    isDemo: Bool
  ) throws -> AccountStore.Options {
    var options = isDemo ? AccountStore.Options.demonstration : AccountStore.Options()
    let minute: Int64 = 60_000
    let resident = try configuration.number("resident idle minutes", 5...240)
    let staff = try configuration.number("staff idle minutes", 5...60)
    options.limits.residents.idle = Int64(resident) * minute
    options.limits.staff.idle = Int64(staff) * minute
    options.hashesAtOnce = try configuration.number("passwords at once", 1...64)
    options.breachedPasswords = configuration["breached passwords"]
    return options
  }

  private static func openID(_ configuration: ServeConfiguration) throws -> OpenIDSettings? {
    guard let issuer = configuration["openid issuer"] else { return nil }
    guard let client = configuration["openid client"] else {
      throw BadInput(
        english: "`openid issuer` goes with `openid client`, this service's name there",
        chinese: "设置“openid issuer”时还须设置“openid client”"
      )
    }
    let safe = ["https://", "http://127.0.0.1:", "http://localhost:", "http://[::1]:"]
    guard safe.contains(where: issuer.hasPrefix) else {
      throw BadInput(
        english: "`openid issuer` begins with https://, or is on this machine",
        chinese: "“openid issuer”应以 https:// 开头，或在本机上"
      )
    }
    let names = (configuration["openid name"] ?? "统一身份认证|Single sign-on").split(separator: "|")
    return OpenIDSettings(
      issuer: issuer,
      client: client,
      secret: try secret(configuration["openid secret file"]),
      nameEnglish: String(names.last ?? "Single sign-on"),
      nameChinese: String(names.first ?? "统一身份认证")
    )
  }

  /// A secret from a file that only its owner may read.
  private static func secret(_ path: String?) throws -> String? {
    guard let path else { return nil }
    guard let mode = FileStatus(path)?.permissions, mode & 0o077 == 0 else {
      throw BadInput(
        english: "\(path): is not there, or others may read it; chmod 600",
        chinese: "\(path)：文件不存在，或他人可读；请 chmod 600"
      )
    }
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count >= 16 else {
      throw BadInput(
        english: "\(path): a secret has at least 16 characters",
        chinese: "\(path)：密钥至少16个字符"
      )
    }
    return text
  }

  private static func check(_ settings: ServiceSettings) throws {
    if (settings.certificate == nil) != (settings.certificateKey == nil) {
      throw BadInput(
        english: "`certificate` and `certificate key` go together",
        chinese: "“certificate”与“certificate key”须同时设置"
      )
    }
    if let key = settings.certificateKey {
      guard let mode = FileStatus(key)?.permissions, mode & 0o077 == 0 else {
        throw BadInput(
          english: "\(key): is not there, or others may read it; chmod 600",
          chinese: "\(key)：文件不存在，或他人可读；请 chmod 600"
        )
      }
    }
    let isLocal = ["127.0.0.1", "::1", "localhost"].contains(settings.host)
    if !settings.isSecure, !isLocal {
      throw BadInput(
        english: """
          plain HTTP answers this machine only: set `certificate` and `certificate key`, or `public \
          url: https://…` where a proxy in front speaks TLS
          """,
        chinese: """
          未加密的 HTTP 只能在本机使用：请设置“certificate”和“certificate key”；如由前置代理提供 TLS，\
          请设置“public url: https://…”
          """
      )
    }
    if settings.publicURL.isEmpty, ["0.0.0.0", "::", "[::]"].contains(settings.host) {
      throw BadInput(
        english: """
          `host: \(settings.host)` listens at every address and says none that browsers use, so every \
          request would be refused (421): set `public url`, such as https://anju.example
          """,
        chinese: """
          “host: \(settings.host)”监听所有地址，但未说明浏览器使用哪个地址，所有请求都会被拒绝（421）：\
          请设置“public url”，如 https://anju.example
          """
      )
    }
    if settings.publicURL.hasPrefix("https://"), settings.certificate == nil,
      settings.trustedProxies == 0
    {
      throw BadInput(
        english: """
          `public url: https://…` without a certificate means that a proxy stands in front: set \
          `trusted proxies` (mostly 1) and let it add X-Forwarded-For; else all people count as one
          """,
        chinese: """
          “public url”为 https 而未设置证书，说明前面有代理：请设置“trusted proxies”（一般为 1），并由代理\
          添加 X-Forwarded-For；否则所有人都会被当作同一个人
          """
      )
    }
    if settings.isDemo, !isLocal {
      throw BadInput(
        english: "a demo answers this machine only: its keys and passwords are known to everyone",
        chinese: "演示只能在本机运行：其密钥和口令人人皆知"
      )
    }
  }
}
