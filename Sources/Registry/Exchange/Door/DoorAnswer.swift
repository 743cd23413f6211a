package import ExpressionLanguage

/// What the door answers.
package enum DoorAnswer: Hashable, Sendable {
  /// Taken; the receipt tells each row.
  case taken(DeliveryReceipt)
  /// The same delivery came before; nothing changed.
  case repeated(DeliveryReceipt)
  /// Refused as a whole, with what to mend.
  case refused(DeliveryRefusal)
  /// Not admitted. The sender is told the same words whatever the cause.
  case notAdmitted(Cause)

  /// Why somebody is not admitted: for the office's own log, never for the answer.
  package enum Cause: String, Hashable, Sendable {
    /// A part is missing or of another form.
    case malformed
    /// No such key, or not on this day.
    case key
    /// Signed too long ago, or ahead of time.
    case time
    /// The signature is not of this text and key.
    case signature
    /// The nonce was used before.
    case replayed
  }

  /// The answer to whoever is not admitted.
  package static let notAdmittedWords = Bilingual(
    "not admitted; check key, clock and signature",
    "未予受理；请检查密钥、时钟和签名"
  )
}
