import ExpressionLanguage

extension DoorAnswer {
  private struct Told: Encodable {
    var outcome: String
    var reason: Bilingual?
    var id: String?
    var receipt: DeliveryReceipt?
  }

  /// The answer's body.
  package func json() throws -> [UInt8] {
    try ExchangeJSON.bytes(told)
  }

  /// The status that goes with it over HTTP.
  package var status: Int {
    switch self {
    case .taken: 201
    case .repeated: 200
    case .refused: 422
    case .notAdmitted: 401
    }
  }

  private var told: Told {
    switch self {
    case .taken(let receipt): Told(outcome: "taken", receipt: receipt)
    case .repeated(let receipt): Told(outcome: "repeated", receipt: receipt)
    case .refused(let refusal):
      Told(outcome: "refused", reason: refusal.words, id: refusal.id)
    case .notAdmitted: Told(outcome: "not admitted", reason: DoorAnswer.notAdmittedWords)
    }
  }
}
