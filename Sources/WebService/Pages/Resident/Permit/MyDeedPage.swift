import HTTPTypes
import Casework
import ExpressionLanguage

/// A page that asks once more before something is done to the permit or an application.
///
/// It says beforehand what the office would answer, so that nobody sends in vain.
struct MyDeedPage: Sendable {
  struct View: Sendable {
    let heading: String
    let lead: [String]
    let warning: String?
    let button: String
    let isGrave: Bool
    let grounds: [Ground]
    let hasGrounds: Bool
    let groundsError: String?
    let refusal: ShownRefusal?
    let isOpen: Bool
    let key: String
    let action: String
    let leave: String
  }

  /// One of several grounds to choose from.
  struct Ground: Sendable {
    let id: String
    let value: String
    let words: String
    let hint: String
    let isChosen: Bool
  }

  let heading: Bilingual
  let lead: [Bilingual]
  var warning: Bilingual?
  let button: Bilingual
  /// Whether it takes something away that can't be had back by the person.
  var isGrave = false
  var grounds: [(value: String, words: Bilingual, hint: Bilingual)] = []
  /// The page to which it leads back.
  let back: String
  let done: Bilingual

  /// Shows it, with what the office would answer to the command.
  func show(_ mine: MyFile, _ command: Command) throws -> Reply {
    try page(mine, refused: mine.refusal(of: command))
  }

  /// Does it, or shows the page again with the office's reason.
  func send(_ mine: MyFile, _ command: Command?) async throws -> Reply {
    guard let command else {
      let text = mine.visit.say("Choose one of the reasons", "请选择一项原因")
      return try page(mine, mistakes: [Layout.Mistake("ground", text)])
    }
    // What was sent twice was done once: the office knows it by its key, whatever the file says now.
    switch try await mine.attempt(command) {
    case .success: return await mine.visit.done(done, to: back)
    case .failure(let rejection): return try page(mine, refused: rejection, isSent: true)
    }
  }

  private func page(
    _ mine: MyFile,
    refused: Rejection? = nil,
    isSent: Bool = false,
    mistakes: [Layout.Mistake] = []
  ) throws -> Reply {
    let visit = mine.visit
    var reply = try mine.page(
      "resident/deed",
      title: heading,
      View(
        heading: visit.say(heading),
        lead: lead.map(visit.say),
        warning: warning.map(visit.say),
        button: visit.say(button),
        isGrave: isGrave,
        grounds: grounds.enumerated().map { index, ground in
          Ground(
            id: "ground-\(index + 1)",
            value: ground.value,
            words: visit.say(ground.words),
            hint: visit.say(ground.hint),
            isChosen: visit.form["ground"] == ground.value
          )
        },
        hasGrounds: !grounds.isEmpty,
        groundsError: mistakes.first?.text,
        refusal: refused.map { ShownRefusal($0, mine) },
        isOpen: refused == nil,
        key: visit.keyToSend,
        action: visit.link(visit.path),
        leave: visit.link(back)
      ),
      mistakes: mistakes,
      back: back
    )
    if isSent { reply.status = .unprocessableContent }
    return reply
  }
}
