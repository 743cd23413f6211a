import ExpressionLanguage

// What more than one of the permit's commands is refused for.
extension Rejection {
  static func noLivePermit(_ last: Permit?) -> Rejection {
    switch last?.state {
    case .cancelled:
      Rejection(
        "permit-cancelled",
        Bilingual("the permit was cancelled", "居住证已经注销"),
        remedy: Bilingual(
          "apply anew; if it was cancelled in error, a supervisor restores it",
          "请重新申领；误注销的，由主管恢复"
        )
      )
    case .confiscated:
      Rejection(
        "permit-confiscated",
        Bilingual("the permit was confiscated", "居住证已被收缴"),
        remedy: Bilingual(
          "seek review as the decision says; if it was done in error, a supervisor restores it",
          "可按决定书载明的途径寻求救济；有误的，由主管恢复"
        )
      )
    default:
      Rejection(
        "no-permit",
        Bilingual("no permit was ever issued to this person", "当事人从未领取居住证"),
        remedy: Bilingual("apply for one first", "请先申领居住证")
      )
    }
  }

  /// A row of the office's contract that says something else than is wanted.
  static func unreadable(_ term: Term) -> Rejection {
    Rejection(
      "unreadable-term",
      Bilingual(
        "the row \(term.name) of the office's contract does not say what is needed here",
        "经办约定中“\(term.name)”一行的内容无法用于此处"
      ),
      citing: [term.citation],
      remedy: Bilingual(
        "a policy officer puts the row right",
        "由政策人员更正这一行"
      )
    )
  }

  static var serialUnsound: Rejection {
    Rejection(
      "serial-unsound",
      Bilingual(
        "a serial number is 1 to 32 letters, digits and hyphens",
        "证件编号由1至32个字母、数字和连字符组成"
      ),
      remedy: Bilingual("read the number off the card again", "请重新核对证件上的编号")
    )
  }

  static func serialUsed(_ serial: String) -> Rejection {
    Rejection(
      "serial-used",
      Bilingual(
        "a card of the number \(serial) was made for this person before",
        "编号\(serial)的证件此前已为当事人制作"
      ),
      remedy: Bilingual("read the number off the new card", "请核对新证件上的编号")
    )
  }

  /// A first permit and an endorsement are free (Decree 663, Article 21), so that nobody takes
  /// money for them here, whatever a row says.
  static func feeCannotBeTaken(_ term: Term) -> Rejection {
    Rejection(
      "fee-cannot-be-taken",
      Bilingual(
        "the office's contract asks a fee for what national rules make free",
        "经办约定对依国家规定免费的事项设了收费"
      ),
      citing: [term.citation],
      remedy: Bilingual(
        "a policy officer puts the row \(term.name) right",
        "由政策人员更正“\(term.name)”一行"
      )
    )
  }
}

extension Desk {
  /// Refuses where the contract sets a fee for what is free; a measure that is silent is free.
  func checkFree(_ name: String) throws(Rejection) {
    guard let term = try? law.term(name) else { return }
    if let fen = term.fen, fen != 0 { throw .feeCannotBeTaken(term) }
  }

  /// Refuses a serial number that is no number or that was used before.
  func checkSerial(_ serial: String, in book: PermitBook) throws(Rejection) {
    guard Card.isSound(serial: serial) else { throw .serialUnsound }
    if book.hasCard(serial) { throw .serialUsed(serial) }
  }
}

extension Card {
  /// Whether a text can be what is printed on a card.
  static func isSound(serial: String) -> Bool {
    (1...32).contains(serial.utf8.count)
      && serial.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
