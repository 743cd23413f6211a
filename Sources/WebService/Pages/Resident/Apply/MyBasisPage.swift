import Casework
import ExpressionLanguage

/// 申领事由: why the person would have a permit.
enum MyBasisPage {
  struct View: Sendable {
    let choices: [Choice]
    let error: String?
    let onVersion: Int
  }

  struct Choice: Sendable {
    let value: String
    let words: String
    let hint: String
    let isChosen: Bool
  }

  static let show = MyFile.handler { mine in try await page(mine) }

  static let send = MyFile.handler { mine in
    guard let basis = mine.visit.form["basis"].flatMap(Basis.init) else {
      let text = mine.visit.say("Choose one of them", "请选择一项申领事由")
      return try await page(mine, error: text)
    }
    return try await ApplyStep.save(mine, next: "/me/apply/conditions") { draft in
      // Conditions and papers hang on the basis: they are looked at anew.
      if draft.chosen != basis {
        draft.isChecked = false
        draft.papers = nil
      }
      draft.basis = basis.rawValue
    }
  }

  private static func page(_ mine: MyFile, error: String? = nil) async throws -> Reply {
    let saved = try await SavedDraft.read(mine)
    let visit = mine.visit
    let choices = Basis.allCases.map { basis in
      Choice(
        value: basis.rawValue,
        words: visit.say(basis.label).capitalised,
        hint: visit.say(hint(basis)),
        isChosen: saved.draft.chosen == basis
      )
    }
    return try mine.page(
      "resident/apply-basis",
      title: Bilingual("Why you would have a permit", "申领事由"),
      View(choices: choices, error: error, onVersion: saved.version),
      mistakes: error.map { [Layout.Mistake("basis", $0)] } ?? [],
      back: "/me/apply"
    )
  }

  private static func hint(_ basis: Basis) -> Bilingual {
    switch basis {
    case .employment: Bilingual("You have legal and stable work here.", "在本地有合法稳定就业。")
    case .residence: Bilingual("You have a legal and stable home here.", "在本地有合法稳定住所。")
    case .study: Bilingual("You study here without a break.", "在本地连续就读。")
    case .relocation:
      Bilingual(
        "You came with a unit that was relocated from Beijing; it confirms that.",
        "随北京疏解单位来本地，由该单位确认。"
      )
    }
  }
}
