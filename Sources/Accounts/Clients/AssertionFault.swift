/// Why an assertion in a client's name is not believed.
package enum AssertionFault: Error, Hashable, Sendable {
  /// It is no assertion, or not signed as it must be.
  case unreadable
  /// There is no such client.
  case nobody
  /// The client is shut.
  case shut
  /// The client has no such key, or not at this time.
  case key
  /// The key did not sign it.
  case signature
  /// It is for another service.
  case audience
  /// It is over, or holds too long.
  case times

  var kind: SecurityEventKind {
    switch self {
    case .unreadable: .assertionUnreadable
    case .nobody: .assertionOfNobody
    case .shut: .assertionOfShutClient
    case .key: .assertionKey
    case .signature: .assertionSignature
    case .audience: .assertionAudience
    case .times: .assertionTimes
    }
  }
}
