package import ExpressionLanguage
package import HTTPTypes

/// Why a visit is not answered as asked, where it is not the office that rejects it.
package enum Fault: Error, Hashable, Sendable {
  /// Nothing is at that address, or nothing that the visitor may know of.
  case notFound
  /// The request names a host that is not this service.
  case misdirected
  /// The address takes other methods, these.
  case wrongMethod(allowed: [HTTPRequest.Method])
  /// One must sign in first.
  case signInNeeded
  /// The second factor is still to be shown.
  case secondFactorNeeded
  /// The account has no file at the office yet.
  case fileNeeded
  /// The role may not come here.
  case notAllowed
  /// The form did not come from this service's own page, or its session has ended.
  case forged
  /// What was sent can't be read.
  case malformed(Bilingual)
  /// The body is too large, or of another media type than is taken.
  case tooLarge
  /// The body is of another media type.
  case wrongType
  /// Too much was asked; the seconds to wait.
  case tooMany(wait: Int)
  /// Something here is at fault.
  case broken
  /// The machine can't answer now, such as a journal that another process holds.
  case unavailable
}
