import ExpressionLanguage

// What a report or the replacement of a card is refused for.
extension Rejection {
  static func cardAlreadyReported(_ card: Card, _ article: [Citation]) -> Rejection {
    Rejection(
      "card-already-reported",
      Bilingual(
        "the card is revoked already: \(card.state.rawValue)",
        "该证件已经挂失、报损或者失效"
      ),
      citing: article,
      remedy: Bilingual("replace the card", "请办理换领或者补领")
    )
  }

  static func cardStillGood(_ article: [Citation]) -> Rejection {
    Rejection(
      "card-still-good",
      Bilingual(
        "the card is neither reported lost nor damaged",
        "该证件未挂失，也未报损"
      ),
      citing: article,
      remedy: Bilingual("report the loss or the damage first", "请先挂失或者报损")
    )
  }

  static func oldCardNotHandedIn(_ article: [Citation]) -> Rejection {
    Rejection(
      "old-card-not-handed-in",
      Bilingual(
        "the damaged card is handed in for the new one",
        "换领新证应当交回损坏的原证"
      ),
      citing: article,
      remedy: Bilingual(
        "hand the old card in; if it is gone, report it lost",
        "请交回原证；原证已经丢失的，请挂失"
      )
    )
  }

  static func feeDiffers(paid: Int, fee: Int, _ citation: Citation) -> Rejection {
    Rejection(
      "fee-differs",
      Bilingual(
        "a replacement costs \(fee.yuan) yuan, and \(paid.yuan) yuan was paid",
        "换领、补领工本费为\(fee.yuan)元，实收\(paid.yuan)元"
      ),
      citing: [citation],
      remedy: Bilingual(
        "take exactly \(fee.yuan) yuan; the first card and endorsement are free",
        "请按\(fee.yuan)元收取；首次领证和签注免费"
      )
    )
  }
}

extension Int {
  /// An amount of fen in yuan, with cents only where there are some.
  fileprivate var yuan: String {
    let (whole, cents) = magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = self < 0 ? "-" : ""
    if cents == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(cents < 10 ? "0" : "")\(cents)"
  }
}
