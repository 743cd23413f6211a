import Casework
import EventStore
import ExpressionLanguage

/// A read model whose rows follow from one file: the same file always makes the same rows.
///
/// That is why a model made anew from the journal is the model that was kept.
protocol FileModel: SendableMetatype {
  static var table: ReadTable { get }
  /// Makes the table with its indexes; portable SQL.
  static var schema: [String] { get }
  /// Whether it can be seen at once that both files make the same rows.
  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool
  /// The rows of a file that is not empty.
  static func rows(of view: FileOnDay, _ index: BlindIndex) throws -> [ReadRow]
}

extension FileModel {
  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool { false }
}

/// A keyed digest of a text, by purpose.
typealias BlindIndex = (_ text: String, _ purpose: String) -> [UInt8]

/// A file as it stood on the day of its last entry, with the law of that day.
struct FileOnDay {
  let file: ResidentFile
  let day: CivilDate
  let law: OfficeLaw
  let laws: LawCabinet
  let noticeDays: [CivilDate]
  /// The terms that run.
  let clocks: [CaseClock]

  /// `nil` for an empty file.
  init?(_ folded: FoldedFile, _ laws: LawCabinet) throws {
    guard let day = folded.lastDay else { return nil }
    file = folded.file
    self.day = day
    law = try laws.law(on: day)
    self.laws = laws
    noticeDays = folded.noticeDays
    clocks = file.clocks(on: day, by: law)
  }
}
