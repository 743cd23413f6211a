import Accounts
import Casework
import ExpressionLanguage
import FoundationEssentials

/// An application that is being filled in, kept for the account so that it goes on anywhere.
///
/// It holds no rule: what is needed and whether it is taken, the office says.
struct ApplyDraft: Codable, Hashable, Sendable {
  /// The basis, by its name.
  var basis: String?
  /// Whether the conditions were looked at, for the basis that is chosen.
  var isChecked = false
  /// The papers that will be handed in, by their names in the measure.
  var papers: [String]?
  /// Whether the contact was confirmed.
  var isContactDone = false

  /// The basis that is chosen.
  var chosen: Basis? { basis.flatMap(Basis.init) }

  /// Whether all parts are filled in.
  var isWhole: Bool { chosen != nil && isChecked && papers != nil && isContactDone }

  /// What would be sent.
  var command: Command {
    .application(.submit(basis: chosen ?? .employment, medium: .online, papers: papers ?? []))
  }
}

/// A draft as it was last saved.
struct SavedDraft: Sendable {
  var draft: ApplyDraft
  /// 0 where there is none yet.
  var version: Int
  var savedAt: Int64?

  private static func key(_ mine: MyFile) -> DraftKey {
    DraftKey(kind: "permit application", subject: mine.file.id.text)
  }

  /// The draft of the file; an empty one where there is none.
  static func read(_ mine: MyFile) async throws -> SavedDraft {
    let account = try mine.visit.signedIn
    guard let saved = try await mine.visit.service.accounts.draft(key(mine), of: account.id),
      let draft = try? JSONDecoder().decode(ApplyDraft.self, from: Data(saved.body))
    else { return SavedDraft(draft: ApplyDraft(), version: 0, savedAt: nil) }
    return SavedDraft(draft: draft, version: saved.version, savedAt: saved.savedAt)
  }

  /// Saves a changed draft on the version that the person had before them.
  ///
  /// - Throws: `AccountFault.draftChanged` where another device saved meanwhile.
  static func save(_ draft: ApplyDraft, on version: Int, _ mine: MyFile) async throws {
    let account = try mine.visit.signedIn
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    _ = try await mine.visit.service.accounts.saveDraft(
      key(mine),
      body: Array(try encoder.encode(draft)),
      expecting: version,
      of: account.id
    )
  }

  /// Takes the draft away: it was sent.
  static func delete(_ mine: MyFile) async {
    guard let account = mine.visit.account else { return }
    // What was sent is sent; a draft that stays behind is found and thrown away later.
    _ = try? await mine.visit.service.accounts.deleteDraft(key(mine), of: account.id)
  }
}
