import ExpressionLanguage
import HTTPTypes
import Registry

/// Whether a card is good; for everybody.
enum CheckOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "checkPermit",
      method: .post,
      path: "/api/v1/checks",
      audience: .everyone,
      words: Bilingual(
        "Whether the card of a number is good, and no more.",
        "按卡号核验居住证是否有效，不返回其他信息。"
      ),
      body: APISchema.object(["serial": APISchema.string]),
      success: .init(
        words: Bilingual("the answer", "核验结果"),
        schema: APISchema.object([
          "answer": APISchema.choice(["valid", "suspended", "cancelled", "unknown"]),
          "on": APISchema.day,
        ])
      ),
      handler: check
    )
  ]

  private struct Asked: Decodable { var serial: String }

  private static let check: Route.Handler = { visit in
    let serial = try APIBody.string("serial", visit, otherwise: \Asked.serial)
    let day = visit.office.today
    // Page and API count together, so that nobody can go through all numbers by either.
    let checked = try await CheckedPermit.ask(.number(String(serial.prefix(64))), visit)
    // Two words that need no escaping, written as they stand: this is asked most of all.
    return .json(Array("{\"answer\":\"\(checked.answer.rawValue)\",\"on\":\"\(day)\"}".utf8))
  }
}
