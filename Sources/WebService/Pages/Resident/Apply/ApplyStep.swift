import HTTPTypes
import Accounts
import Casework
import ExpressionLanguage

/// What the steps of applying have in common: the draft is read, changed and saved on the version
/// that the person had before them.
enum ApplyStep {
  struct Conflict: Sendable {
    let lines: [Line]
    let savedAt: ShownMoment?
    let onVersion: Int
    let action: String
    let fields: [Field]
    let leave: String
  }

  struct Line: Sendable {
    let words: String
    let saved: String
    let typed: String
    let isSame: Bool
  }

  struct Field: Sendable {
    let field: String
    let value: String
  }

  /// Saves what a step has filled in, and goes on.
  static func save(
    _ mine: MyFile,
    next: String,
    _ change: (inout ApplyDraft) -> Void
  ) async throws -> Reply {
    let saved = try await SavedDraft.read(mine)
    var draft = saved.draft
    change(&draft)
    // The same thing saved twice is saved.
    if draft == saved.draft, saved.version > 0 { return mine.visit.redirect(to: next) }
    let version = mine.visit.form["version"].flatMap { Int($0) } ?? saved.version
    do {
      try await SavedDraft.save(draft, on: version, mine)
    } catch AccountFault.draftChanged {
      return try await conflict(mine, draft)
    }
    return mine.visit.redirect(to: next)
  }

  /// Tells that another device saved something else meanwhile, and lets the person choose.
  static func conflict(_ mine: MyFile, _ typed: ApplyDraft) async throws -> Reply {
    let visit = mine.visit
    let saved = try await SavedDraft.read(mine)
    let (old, new) = (ApplyText.lines(saved.draft, mine), ApplyText.lines(typed, mine))
    let lines = zip(old, new).map { old, new in
      Line(words: old.words, saved: old.value, typed: new.value, isSame: old.value == new.value)
    }
    let fields = visit.form.fields.filter { !["csrf", "version"].contains($0.name) }
    var reply = try mine.page(
      "resident/apply-conflict",
      title: Bilingual("Saved on another device", "另一台设备上已保存"),
      Conflict(
        lines: lines,
        savedAt: saved.savedAt.map { ShownMoment($0, visit) },
        onVersion: saved.version,
        action: visit.link(visit.path),
        fields: fields.map { Field(field: $0.name, value: $0.value) },
        leave: visit.link("/me/apply")
      ),
      back: "/me/apply"
    )
    reply.status = .conflict
    return reply
  }
}

/// What a draft says, in words.
enum ApplyText {
  struct Line: Sendable {
    let words: String
    let value: String
    let href: String
  }

  /// The parts, in the order of the steps.
  static func lines(_ draft: ApplyDraft, _ mine: MyFile) -> [Line] {
    let visit = mine.visit
    let empty = visit.say("not filled in", "未填写")
    let papers = draft.papers.map { names in
      names.isEmpty
        ? visit.say("none yet", "暂无")
        : names.map { visit.say(mine.law.words(ofPaper: $0)) }
          .joined(separator: visit.say(", ", "、"))
    }
    return [
      Line(
        words: visit.say("Basis", "申领事由"),
        value: draft.chosen.map { visit.say($0.label).capitalised } ?? empty,
        href: visit.link("/me/apply/basis")
      ),
      Line(
        words: visit.say("Conditions", "条件自查"),
        value: draft.isChecked ? visit.say("looked at", "已查看") : empty,
        href: visit.link("/me/apply/conditions")
      ),
      Line(
        words: visit.say("Papers", "材料"),
        value: papers ?? empty,
        href: visit.link("/me/apply/papers")
      ),
      Line(
        words: visit.say("Phone", "联系电话"),
        value: draft.isContactDone
          ? mine.file.person.phone ?? visit.say("none", "未留电话") : empty,
        href: visit.link("/me/apply/contact")
      ),
    ]
  }
}
