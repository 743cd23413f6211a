import PermitCredential
import Registry

/// What the office answers to anybody who holds up a permit, and nothing more.
struct CheckedPermit: Sendable {
  /// How many numbers one network address may ask about in a minute: enough for a clerk with a
  /// queue, too few for going through all.
  private static let numbersPerMinute = 30

  let answer: CardAnswer
  /// The number that the answer is about; `nil` where a code is not genuine.
  let number: String?

  private init(_ answer: CardAnswer, _ number: String?) {
    self.answer = answer
    self.number = number
  }

  /// Asks the office.
  ///
  /// - Throws: `Fault.tooMany`; what the journal throws.
  static func ask(_ asked: AskedPermit, _ visit: Visit) async throws -> CheckedPermit {
    switch asked {
    case .number(let number): return try await ask(number: number, visit)
    case .token(let token):
      // Who could make up a genuine token needs no guessing, so only numbers are counted.
      guard let claims = try? visit.service.permits.verifier.claims(token),
        claims.issued <= visit.office.today
      else { return CheckedPermit(.unknown, nil) }
      return CheckedPermit(try await visit.office.card(claims.serial), claims.serial)
    }
  }

  private static func ask(number: String, _ visit: Visit) async throws -> CheckedPermit {
    let wait = visit.service.limits.wait(
      .checks,
      for: visit.networkAddress,
      limit: numbersPerMinute,
      at: visit.office.now.milliseconds
    )
    if let wait { throw Fault.tooMany(wait: wait) }
    let answer = try await visit.office.card(number)
    let capitals = number.uppercased()
    guard answer == .unknown, capitals != number else { return CheckedPermit(answer, number) }
    // Letters are printed as capitals, and typed as they come.
    let second = try await visit.office.card(capitals)
    return second == .unknown
      ? CheckedPermit(.unknown, number) : CheckedPermit(second, capitals)
  }
}
