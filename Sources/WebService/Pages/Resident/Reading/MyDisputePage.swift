import Casework
import ExpressionLanguage

/// 异议: the person says that something on file is wrong; its source has to answer.
enum MyDisputePage {
  struct View: Sendable {
    let fact: MyFactsPage.Row
    let why: String
    let error: String?
    let refusal: ShownRefusal?
    let isOpen: Bool
    let key: String
    let action: String
  }

  static let show = MyFile.handler { mine in
    let number = try mine.visit.number("fact")
    // Only the reason is missing: any will do to ask whether a dispute would be taken at all.
    let refusal = mine.refusal(of: .fact(.dispute(fact: number, why: "?")))
    return try page(mine, number, refused: refusal)
  }

  static let send = MyFile.handler { mine in
    let number = try mine.visit.number("fact")
    guard let why = mine.visit.form["why"] else {
      let text = mine.visit.say("Write what is wrong", "请写明哪里不对")
      return try page(mine, number, error: text)
    }
    switch try await mine.attempt(.fact(.dispute(fact: number, why: why))) {
    case .success:
      return await mine.visit.done(
        Bilingual(
          "Your objection is in; the source has to answer it.",
          "异议已提交，由数据来源部门答复。"
        ),
        to: "/me/facts"
      )
    case .failure(let rejection):
      return try page(mine, number, error: rejection.message(mine.visit))
    }
  }

  private static func page(
    _ mine: MyFile,
    _ number: Int,
    refused: Rejection? = nil,
    error: String? = nil
  ) throws -> Reply {
    guard let item = mine.file.facts.item(number) else { throw Fault.notFound }
    return try mine.page(
      "resident/dispute",
      title: Bilingual("Say that this is wrong", "提出异议"),
      View(
        fact: MyFactsPage.row(item, mine),
        why: mine.visit.form["why"] ?? "",
        error: error,
        refusal: refused.map { ShownRefusal($0, mine) },
        isOpen: refused == nil,
        key: mine.visit.keyToSend,
        action: mine.visit.link(mine.visit.path)
      ),
      mistakes: error.map { [Layout.Mistake("why", $0)] } ?? [],
      back: "/me/facts"
    )
  }
}
