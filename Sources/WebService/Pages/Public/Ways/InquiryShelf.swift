import Crypto
import ExpressionLanguage
import Scoring
import Synchronization

/// What there is to ask after the same answers, worked out once: a form leads to the page that asks
/// the same again, and all visitors begin alike.
///
/// Answers are found again by a digest under a key of this process, so that none of them is kept
/// here; the oldest go.
final class InquiryShelf: Sendable {
  /// The most in each of the two halves, the newer and the older.
  static let most = 256

  private struct Halves {
    var newer: [[UInt8]: Inquiry] = [:]
    var older: [[UInt8]: Inquiry] = [:]
  }

  private let halves = Mutex(Halves())
  private let key = SymmetricKey(size: .bits256)

  /// What there is to ask; worked out where it is not known.
  func inquiry(
    after answers: WaysAnswers,
    on day: CivilDate,
    _ work: () -> Inquiry
  ) -> Inquiry {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("\(day) \(answers.text)".utf8),
      using: key
    )
    let place = Array(code)
    if let known = halves.withLock({ $0.newer[place] ?? $0.older[place] }) { return known }
    // Worked out outside the lock; two who need the same at once both work it out.
    let inquiry = work()
    halves.withLock { halves in
      if halves.newer.count >= Self.most { halves = Halves(newer: [:], older: halves.newer) }
      halves.newer[place] = inquiry
    }
    return inquiry
  }
}
