import HTTPTypes
import Registry
import Casework
import ExpressionLanguage

/// 核对并提交: everything once more, the statement of truth, and off it goes.
enum MyApplyCheckPage {
  struct View: Sendable {
    let name: String
    let number: String
    let address: String
    let isForAnother: Bool
    let lines: [ApplyText.Line]
    let basis: String
    let papers: [Sent]
    let onVersion: Int
    let key: String
    let error: String?
    let refusal: ShownRefusal?
    let isOpen: Bool
  }

  /// A paper as the form carries it.
  struct Sent: Sendable {
    let value: String
  }

  static let show = MyFile.handler { mine in
    let saved = try await SavedDraft.read(mine)
    guard saved.draft.isWhole else { return mine.visit.redirect(to: "/me/apply") }
    return try page(mine, saved, refused: mine.refusal(of: saved.draft.command))
  }

  /// Sends what the form carries: sent twice it is the same application, though the draft is gone.
  static let send = MyFile.handler { mine in
    let (visit, form) = (mine.visit, mine.visit.form)
    var sent = ApplyDraft(isChecked: true, isContactDone: true)
    sent.basis = form["basis"]
    sent.papers = form.all("papers")
    guard sent.chosen != nil else { return visit.redirect(to: "/me/apply") }
    let saved = try await SavedDraft.read(mine)
    if saved.version > 0, saved.version != form["version"].flatMap({ Int($0) }) {
      return try await ApplyStep.conflict(mine, sent)
    }
    guard form["truth"] != nil else {
      let text = visit.say(
        "Tick the box to say that everything is true",
        "请勾选声明，确认所填内容属实"
      )
      return try page(mine, SavedDraft(draft: sent, version: saved.version), error: text)
    }
    switch try await mine.attempt(sent.command) {
    case .success(let receipt):
      await SavedDraft.delete(mine)
      guard let number = receipt.application else { return visit.redirect(to: "/me/applications") }
      return visit.redirect(to: "/me/apply/done/\(number)")
    case .failure(let rejection):
      var reply = try page(
        mine,
        SavedDraft(draft: sent, version: saved.version),
        refused: rejection
      )
      reply.status = .unprocessableContent
      return reply
    }
  }

  private static func page(
    _ mine: MyFile,
    _ saved: SavedDraft,
    error: String? = nil,
    refused: Rejection? = nil
  ) throws -> Reply {
    let visit = mine.visit
    return try mine.page(
      "resident/apply-check",
      title: Bilingual("Check your answers", "核对填写内容"),
      View(
        name: mine.name,
        number: mine.file.person.identity?.number.masked ?? "",
        address: mine.file.person.residence(on: mine.today)?.residence.address ?? "",
        isForAnother: mine.isForAnother,
        lines: ApplyText.lines(saved.draft, mine),
        basis: saved.draft.basis ?? "",
        papers: (saved.draft.papers ?? []).map(Sent.init),
        onVersion: saved.version,
        key: visit.keyToSend,
        error: error,
        refusal: refused.map { ShownRefusal($0, mine) },
        isOpen: refused == nil
      ),
      mistakes: error.map { [Layout.Mistake("truth", $0)] } ?? [],
      back: "/me/apply"
    )
  }
}
