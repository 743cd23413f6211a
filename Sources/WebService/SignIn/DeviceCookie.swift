import Accounts

/// The cookie by which accounts know a browser again; it signs nobody in.
///
/// Strangers who try passwords for a name do not keep its owner waiting who comes by it.
enum DeviceCookie {
  private static let name = "device"

  /// It comes along from a provider of sign-in too.
  static func cookie(_ tokens: DeviceTokens) -> Cookie {
    Cookie(name, tokens.text, maxAge: Int(DeviceTokens.lifetime / 1_000), isLax: true)
  }

  static func tokens(_ visit: Visit) -> DeviceTokens {
    let isSecure = visit.service.settings.isSecure
    return DeviceTokens(Cookie.value(of: name, in: visit.cookies, isSecure: isSecure))
  }
}
