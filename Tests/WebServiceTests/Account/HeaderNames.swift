import HTTPTypes

extension HTTPField.Name {
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .via
  static let clearSiteData = HTTPField.Name("Clear-Site-Data") ?? .via
  static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .via
}
