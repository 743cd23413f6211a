import Crypto
package import ExpressionLanguage
package import Policy

/// The signed door: what a department's program sends over HTTP goes the same way as its files.
///
/// It knows no server; whoever has one hands over the parts of a request and sends the answer back.
package struct DeliveryDoor: Sendable {
  /// How far a sender's clock may be off, in seconds.
  package static let mostSkew: Int64 = 300

  private let keys: DepartmentKeys
  private let nonces: NonceBook
  private let book: any DeliveryBook
  private let desk: any FactDesk
  private let rules: ExchangeRules
  private let model: @Sendable (CivilDate) throws -> FactModel
  /// Checked where there is no such key, so that the answer takes as long.
  private let nobodysKey = Curve25519.Signing.PrivateKey().publicKey

  /// Opens a door.
  ///
  /// - Parameters:
  ///   - keys: Who may send.
  ///   - nonces: Remembers requests; one for all doors of a program.
  ///   - book: Remembers deliveries; the watched folder's, so that a delivery counts once.
  ///   - desk: Where statements go.
  ///   - rules: Sizes.
  ///   - model: The dictionaries in force on a day.
  package init(
    keys: DepartmentKeys,
    nonces: NonceBook,
    book: any DeliveryBook,
    desk: any FactDesk,
    rules: ExchangeRules = ExchangeRules(),
    model: @escaping @Sendable (CivilDate) throws -> FactModel
  ) {
    self.keys = keys
    self.nonces = nonces
    self.book = book
    self.desk = desk
    self.rules = rules
    self.model = model
  }

  /// Takes a delivery, or says why not.
  ///
  /// - Throws: Whatever the desk or the book throws; the sender may then send the delivery again,
  ///   with another nonce.
  package func take(
    _ delivery: SignedDelivery,
    at now: ExchangeMoment
  ) async throws -> DoorAnswer {
    let key: DepartmentKey
    switch admit(delivery, at: now) {
    case .success(let found): key = found
    case .failure(let refused): return .notAdmitted(refused.cause)
    }
    do {
      return try await take(delivery.body, of: key, now)
    } catch let refusal as DeliveryRefusal {
      return .refused(refusal)
    }
  }

  private struct NotAdmitted: Error {
    var cause: DoorAnswer.Cause
  }

  /// Whose delivery it is.
  ///
  /// The nonce is used up only by who holds the key.
  private func admit(
    _ delivery: SignedDelivery,
    at now: ExchangeMoment
  ) -> Result<DepartmentKey, NotAdmitted> {
    func failure(_ cause: DoorAnswer.Cause) -> Result<DepartmentKey, NotAdmitted> {
      .failure(NotAdmitted(cause: cause))
    }
    guard delivery.isWellFormed, let seconds = delivery.seconds else { return failure(.malformed) }
    let key = keys.keys[delivery.keyID]
    let isSigned = delivery.isSigned(by: key?.key ?? nobodysKey)
    guard let key, key.days.contains(now.date) else { return failure(.key) }
    guard isSigned else { return failure(.signature) }
    guard abs(now.seconds - seconds) <= DeliveryDoor.mostSkew else { return failure(.time) }
    let expiry = seconds + DeliveryDoor.mostSkew
    guard nonces.use(delivery.nonce, of: key.id, until: expiry, now: now.seconds) else {
      return failure(.replayed)
    }
    return .success(key)
  }

  private func take(
    _ bytes: [UInt8],
    of key: DepartmentKey,
    _ now: ExchangeMoment
  ) async throws -> DoorAnswer {
    if bytes.count > rules.mostBytes { throw DeliveryRefusal.tooLarge(rules.mostBytes) }
    let body = try DeliveryBody(reading: bytes)
    let manifest = try body.manifest(hash: Hexadecimal.text(SHA256.hash(data: bytes)))
    let model = try model(now.date)
    let names = DepartmentNames(model)
    guard let department = names.name(of: body.department) else { throw DeliveryRefusal.notItsFact }
    guard names.name(of: key.department) == department else {
      throw DeliveryRefusal.otherDepartment
    }
    if let receipt = try await book.receipt(department: department, delivery: manifest.delivery) {
      guard receipt.hash == manifest.hash else { throw DeliveryRefusal.numberTaken }
      return .repeated(receipt)
    }
    let intake = DeliveryIntake(
      desk: desk,
      rules: rules,
      model: model,
      today: now.date,
      probe: ExchangeProbe()
    )
    let taken = try await intake.take(
      try body.sheet(rules),
      manifest,
      encoding: "json",
      account: "key \(key.id)"
    )
    try await book.keep(taken.receipt)
    return .taken(taken.receipt)
  }
}
