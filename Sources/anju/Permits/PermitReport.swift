import ArgumentParser
import ExpressionLanguage
import PermitCredential

/// The answer to who asks whether a permit is good.
struct PermitReport: Encodable {
  /// A text in both languages, as JSON has it.
  private struct Words: Encodable {
    var en: String
    var zh: String
  }

  private struct Card: Encodable {
    var serial: String
    var issuer: String
    var issued: String
    var due: String
  }

  private let permit: String
  private let genuine: Bool
  private let reason: String
  private let explanation: Words
  private let card: Card?
  private let status: PermitStatus
  private let words: Bilingual

  private enum CodingKeys: CodingKey { case permit, genuine, reason, explanation, card }

  init(_ check: PermitCheck) {
    status = check.status
    words = check.text
    permit = check.status.rawValue
    genuine = check.claims != nil
    reason = check.code
    explanation = Words(en: check.text.english, zh: check.text.chinese)
    card = check.claims.map { claims in
      Card(
        serial: claims.serial,
        issuer: claims.issuer,
        issued: claims.issued.description,
        due: claims.due.description
      )
    }
  }

  /// What a script may rely on.
  var exitCode: ExitCode {
    switch status {
    case .valid: .success
    case .suspended, .cancelled: .failure
    case .unknown: genuine ? .undetermined : .notGenuine
    }
  }

  /// The answer, its reason, and what to compare with the card in hand.
  func text(_ language: Language) -> String {
    let colon = Bilingual(": ", "：")[language]
    var text = status.label[language] + colon + words[language] + "\n"
    if let card {
      text +=
        Bilingual(
          "card \(card.serial), made \(card.issued), issuer \(card.issuer)"
            + " (compare the number and the photograph with the card and its holder)",
          "证件编号 \(card.serial)，制证日期 \(card.issued)，签发方 \(card.issuer)"
            + "（请核对证件上的编号、照片与持证人）"
        )[language] + "\n"
    }
    return text
  }
}

extension ExitCode {
  /// What was shown is no genuine permit.
  static let notGenuine = ExitCode(3)
}
