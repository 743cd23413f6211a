import Casework

/// The certificate of a permit, and all by which others check it.
enum CertificateRoutes {
  static let all: [Route] = [
    .page("/me/certificate", for: .roles([.resident]), CertificatePage.show),
    .page("/check", for: .everyone, CheckPage.show),
    .form("/check", for: .everyone, bodyLimit: 16 * 1024, CheckPage.send),
    .page("/check/agencies", for: .everyone, AgenciesPage.show),
    .page("/c/{token}", for: .everyone, ScannedPage.show),
    .operations("/c/{token}", ScannedPage.lead),
    .operations("/.well-known/jwks.json", PublishedProofs.keySet),
    .operations("/status", PublishedProofs.lists),
    .operations("/status/{list}", PublishedProofs.list),
  ]
}
